package uk.alongside.conversations.booking;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.attendance.Attendance;
import uk.alongside.conversations.attendance.OwnChange;
import uk.alongside.conversations.hub.HubName;
import uk.alongside.conversations.person.PersonCard;
import uk.alongside.conversations.slot.SlotTime;

/** A booking with its attendance, slot and person, and the names of the members who dealt with it. */
record BookingDetails(
        Booking booking,
        @Nullable Attendance attendance,
        SlotTime slot,
        HubName hub,
        PersonCard person,
        @Nullable SlotTime original,
        Map<UUID, String> members) {

    /**
     * Returns a version that grows with every change of the booking and of its attendance. The booking changes when it
     * gets another attendance, so its own version comes first.
     */
    long version() {
        return booking.versionWith(attendance);
    }

    @Nullable
    String withName() {
        return attendance == null ? null : nameOf(attendance.practitionerId());
    }

    @Nullable
    String changedByName() {
        var change = change();
        return change == null ? null : nameOf(change.changedById());
    }

    @Nullable
    Instant changedAt() {
        var change = change();
        return change == null ? null : change.changedAt();
    }

    /** Returns the last change of the booking or of its attendance, whichever is later. */
    private @Nullable OwnChange change() {
        return lastChange(booking, attendance);
    }

    static @Nullable OwnChange lastChange(Booking booking, @Nullable Attendance attendance) {
        var change = booking.change();
        return attendance != null
                        && (change == null || !attendance.change().changedAt().isBefore(change.changedAt()))
                ? attendance.change()
                : change;
    }

    private @Nullable String nameOf(@Nullable UUID member) {
        return member == null ? null : members.get(member);
    }
}
