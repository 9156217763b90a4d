package uk.alongside.conversations.hub;

import java.time.LocalDate;
import java.util.UUID;

/** The days on which a hub is closed outside its usual week, both ends included. */
public record HubClosure(UUID id, LocalDate from, LocalDate to, String reason) {

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
