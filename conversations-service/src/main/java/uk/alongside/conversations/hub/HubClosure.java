package uk.alongside.conversations.hub;

import java.time.LocalDate;
import java.util.UUID;
import uk.alongside.foundation.id.Id;

/** The days on which a hub is closed outside its usual week, both ends included. */
public record HubClosure(ClosureId id, LocalDate from, LocalDate to, String reason) {

    /** The id of a closure of a hub. */
    public record ClosureId(UUID value) implements Id {}

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
