package uk.alongside.conversations.booking;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.hub.HubName;
import uk.alongside.conversations.person.PersonCard;
import uk.alongside.conversations.session.SlotTime;

/** A booking with its slot and person, and the names of the members who dealt with it. */
record Booked(
        Booking booking,
        SlotTime slot,
        HubName hub,
        PersonCard person,
        @Nullable SlotTime original,
        Map<UUID, String> members) {

    @Nullable
    String withName() {
        return nameOf(booking.withMember());
    }

    @Nullable
    String changedByName() {
        return nameOf(booking.changedBy());
    }

    private @Nullable String nameOf(@Nullable UUID member) {
        return member == null ? null : members.get(member);
    }
}
