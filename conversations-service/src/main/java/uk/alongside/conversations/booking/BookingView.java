package uk.alongside.conversations.booking;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.booking.Booking.AbsenceNext;
import uk.alongside.conversations.booking.Booking.AbsenceReason;
import uk.alongside.conversations.booking.Booking.CancelCause;
import uk.alongside.conversations.booking.Booking.CancelledFor;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.conversations.slot.SlotId;
import uk.alongside.conversations.slot.SlotTime;

/** A booking in an answer. */
@Schema(name = "Booking")
record BookingView(
        BookingId id,
        SlotId slotId,
        UUID sessionId,
        HubId hubId,
        String hubName,
        LocalDate date,
        LocalTime starts,
        LocalTime ends,
        PersonId personId,
        String personName,
        BookingStatus status,
        LocalDate askedOn,
        @Nullable Instant arrivedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,

        @Nullable @Schema(description = "The member of staff who talks with the person")
        String withName,

        @Nullable AbsenceReason absenceReason,
        @Nullable AbsenceNext absenceNext,

        @Schema(description = "How the call to a person who did not attend was finished, if it was")
        FollowUp.@Nullable Details followUp,

        @Nullable CancelledFor cancelledFor,

        @Nullable @Schema(description = "The change of the session that cancelled the booking, if one did")
        CancelCause cancelCause,

        @Nullable @Schema(description = "The words of the member who cancelled the session")
        String cancelReason,

        @Nullable @Schema(description = "The time of the first slot, if the booking has been moved")
        Original original,

        @Nullable @Schema(description = "The member of staff who made the last change")
        String changedByName,

        @Nullable Instant changedAt) {

    static BookingView of(BookingDetails booked) {
        var booking = booked.booking();
        var attendance = booked.attendance();
        var slot = booked.slot();
        return new BookingView(
                booking.id(),
                slot.id(),
                slot.session(),
                slot.hub(),
                booked.hub().name(),
                slot.date(),
                slot.starts(),
                slot.ends(),
                booking.person(),
                booked.person().name(),
                BookingStatus.of(booking.status(), attendance),
                booking.askedOn(),
                attendance == null ? null : attendance.arrivedAt(),
                attendance == null ? null : attendance.startedAt(),
                attendance == null ? null : attendance.finishedAt(),
                booked.withName(),
                booking.absenceReason(),
                booking.absenceNext(),
                booking.followUp() == null ? null : booking.followUp().details(booked.members()),
                booking.cancelledFor(),
                booking.cancelCause(),
                booking.cancelReason(),
                Original.of(booked.original()),
                booked.changedByName(),
                booked.changedAt());
    }

    /** Leaves the name out, because records are written to logs. */
    @Override
    public String toString() {
        return "BookingView[id=" + id + "]";
    }

    @Schema(name = "OriginalTime")
    record Original(LocalDate date, LocalTime starts) {

        static @Nullable Original of(@Nullable SlotTime slot) {
            return slot == null ? null : new Original(slot.date(), slot.starts());
        }
    }
}
