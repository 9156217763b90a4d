package uk.alongside.conversations.hub;

import java.time.LocalDate;

/** The days on which a hub is closed outside its usual week, both ends included. */
public record HubClosure(ClosureId id, LocalDate from, LocalDate to, String reason) {

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
