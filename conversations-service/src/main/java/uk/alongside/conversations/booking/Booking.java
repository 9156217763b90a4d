package uk.alongside.conversations.booking;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.attendance.Attendance;
import uk.alongside.conversations.attendance.AttendanceId;
import uk.alongside.conversations.attendance.AttendanceRefusal.TooLateToUndo;
import uk.alongside.conversations.attendance.AttendanceRefusal.WrongStatus;
import uk.alongside.conversations.attendance.OwnChange;
import uk.alongside.conversations.booking.BookingRefusal.NotFollowedUp;
import uk.alongside.conversations.booking.BookingRefusal.NotStarted;
import uk.alongside.conversations.booking.BookingRefusal.NothingToFollowUp;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.conversations.slot.SlotId;
import uk.alongside.conversations.slot.SlotTime;
import uk.alongside.foundation.text.EnumWords;

/**
 * A person's place in a slot, and its status. The slot's row has already confirmed that a place was free. Once the person
 * has come, their attendance says how far the visit has got. Each change records who made it and the state before it, so
 * that the member can undo it for a short time.
 */
@Entity
@Table(name = "booking", schema = "app")
public class Booking {

    /** The name of a booking in the audit. */
    public static final String KIND = "booking";

    /** The time after the start of a slot from which an expected person is late. */
    static final Duration GRACE = Duration.ofMinutes(10);

    @TenantId
    @SuppressWarnings("unused") // for the database only
    private UUID tenantId;

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private UUID slotId;

    @Column(updatable = false)
    private UUID personId;

    @Column(updatable = false)
    private LocalDate askedOn;

    @Column(updatable = false)
    private Instant bookedAt;

    @Enumerated(EnumType.STRING)
    private Status status;

    private @Nullable UUID attendanceId;

    @Enumerated(EnumType.STRING)
    private @Nullable AbsenceReason absenceReason;

    @Enumerated(EnumType.STRING)
    private @Nullable AbsenceNext absenceNext;

    private @Nullable FollowUp followUp;

    @Enumerated(EnumType.STRING)
    private @Nullable CancelledFor cancelledFor;

    @Enumerated(EnumType.STRING)
    private @Nullable CancelCause cancelCause;

    private @Nullable String cancelReason;

    private @Nullable UUID originalSlotId;

    /** The slots to which the person did not come before the booking was moved, the first one first. */
    private UUID[] missedSlotIds = {};

    @Enumerated(EnumType.STRING)
    private @Nullable Change lastChange;

    private @Nullable OwnChange change;

    @Enumerated(EnumType.STRING)
    private @Nullable Status undoStatus;

    private @Nullable UUID undoSlotId;

    /** The status of the place. {@link BookingStatus} is what an answer shows. */
    public enum Status {
        EXPECTED,
        CAME,
        DID_NOT_ATTEND,
        CANCELLED
    }

    /** The reason a person did not come, if the person gives one. */
    public enum AbsenceReason {
        FORGOT,
        ILL,
        COULD_NOT_GET_HERE,
        CHOSE_NOT_TO,
        DO_NOT_KNOW
    }

    /** The next step for a person who did not come. */
    public enum AbsenceNext {
        RING_THEM,
        REBOOK,
        NOTHING
    }

    /** The party that asked for a cancellation. A mistake is a booking that was undone as soon as it was made. */
    public enum CancelledFor {
        PERSON,
        US,
        MISTAKE
    }

    /** The change of a session that cancelled the booking. */
    public enum CancelCause {
        SESSION_CHANGED,
        SESSION_CANCELLED,
        SERIES_ENDED
    }

    enum Change {
        BOOKED,
        CHECKED_IN,
        DID_NOT_ATTEND,
        CANCELLED,
        MOVED
    }

    /**
     * Creates an expected booking. The day of the request is today if none is given; {@link BookingPolicy} has checked
     * the rules.
     */
    @SuppressWarnings("NullAway.Init") // the council is filled in by Hibernate
    Booking(BookingId id, SlotId slot, PersonId person, @Nullable LocalDate askedOn, UUID by, Clock clock) {
        var today = LocalDate.now(clock);
        this.id = id.value();
        this.slotId = slot.value();
        this.personId = person.value();
        this.askedOn = askedOn == null ? today : askedOn;
        this.bookedAt = clock.instant();
        this.status = Status.EXPECTED;
        note(Change.BOOKED, by, clock);
    }

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected Booking() {}

    /**
     * Records that the person came, with the attendance that the caller records under this id; the first one stays. This
     * method and the changes below return whether they changed anything.
     */
    boolean checkIn(AttendanceId attendance, LocalDate day, UUID by, Clock clock) {
        Attendance.refuseUnlessToday(day, clock);
        if (status == Status.CAME) {
            return false;
        }
        refuseUnless(EnumSet.of(Status.EXPECTED, Status.DID_NOT_ATTEND));
        came(attendance, by, clock);
        return true;
    }

    /**
     * Records later that the person came, on whichever day it is recorded, with the attendance that the caller records
     * under this id. An absence that was recorded before is not replaced: that is a correction.
     */
    void checkInLate(AttendanceId attendance, SlotTime slot, UUID by, Clock clock) {
        refuseUnlessStarted(slot, clock);
        refuseUnless(EnumSet.of(Status.EXPECTED));
        came(attendance, by, clock);
    }

    private void came(AttendanceId attendance, UUID by, Clock clock) {
        note(Change.CHECKED_IN, by, clock);
        attendanceId = attendance.value();
        status = Status.CAME;
    }

    /** Returns the attendance of a person who has come, or throws with the reason why there is none. */
    AttendanceId attendanceOfVisitor() {
        refuseUnless(EnumSet.of(Status.CAME));
        return requireNonNull(attendance());
    }

    /**
     * Records that the person did not come, which is possible only after the slot has started. A second call replaces
     * the reason and the next step.
     */
    boolean didNotAttend(
            SlotTime slot, @Nullable AbsenceReason reason, @Nullable AbsenceNext next, UUID by, Clock clock) {
        refuseUnlessStarted(slot, clock);
        refuseUnless(EnumSet.of(Status.EXPECTED, Status.DID_NOT_ATTEND));
        if (status == Status.DID_NOT_ATTEND && absenceReason == reason && absenceNext == next) {
            return false;
        }
        if (status == Status.EXPECTED) {
            note(Change.DID_NOT_ATTEND, by, clock);
        }
        absenceReason = reason;
        absenceNext = next;
        followUp = null;
        status = Status.DID_NOT_ATTEND;
        return true;
    }

    /** Records that the person was rung or need not be rung. A member who repeats this request changes nothing. */
    boolean followUp(FollowUp.Outcome outcome, UUID by, Clock clock) {
        if (absenceNext() != AbsenceNext.RING_THEM) {
            throw new NothingToFollowUp().refused();
        }
        if (followUp != null) {
            if (followUp.followUp() == outcome && followUp.followedUpById().equals(by)) {
                return false;
            }
            throw new NothingToFollowUp().refused();
        }
        followUp = new FollowUp(outcome, OwnChange.now(clock), by);
        return true;
    }

    /** Puts the person back on the list of people to ring. */
    void undoFollowUp() {
        if (followUp() == null) {
            throw new NotFollowedUp().refused();
        }
        followUp = null;
    }

    /** Cancels the booking. Returns whether the place must be given back: false if the booking is already cancelled. */
    boolean cancel(CancelledFor who, @Nullable UUID by, Clock clock) {
        if (status == Status.CANCELLED) {
            return false;
        }
        refuseUnless(EnumSet.of(Status.EXPECTED));
        note(Change.CANCELLED, by, clock);
        cancelledFor = who;
        status = Status.CANCELLED;
        return true;
    }

    /** Cancels the booking because its session changed, with the words of the member who changed it, if any. */
    boolean cancelWithItsSession(CancelCause cause, @Nullable String reason, @Nullable UUID by, Clock clock) {
        if (!cancel(CancelledFor.US, by, clock)) {
            return false;
        }
        cancelCause = cause;
        cancelReason = reason;
        return true;
    }

    /**
     * Moves the booking to a place that has already been taken for it. Changes nothing if the booking is already
     * there.
     */
    boolean move(SlotId to, @Nullable UUID by, Clock clock) {
        refuseUnless(EnumSet.of(Status.EXPECTED, Status.DID_NOT_ATTEND));
        if (slot().equals(to)) {
            return false;
        }
        note(Change.MOVED, by, clock);
        if (status == Status.DID_NOT_ATTEND) {
            missedSlotIds = Arrays.copyOf(missedSlotIds, missedSlotIds.length + 1);
            missedSlotIds[missedSlotIds.length - 1] = slotId;
        }
        if (originalSlotId == null) {
            originalSlotId = slotId;
        }
        slotId = to.value();
        status = Status.EXPECTED;
        return true;
    }

    /**
     * Replaces the status by the corrected one, whatever it was. The caller has taken a place if the booking was
     * cancelled, and records or deletes the attendance. No member can undo a correction; a further one replaces it.
     *
     * @param attendance the attendance of a person who has come; null for every other status
     */
    void correct(Status to, @Nullable AttendanceId attendance, UUID by, Clock clock) {
        lastChange = null;
        change = OwnChange.by(by, clock);
        if (status != to) {
            absenceReason = null;
            absenceNext = null;
        }
        cancelledFor = null;
        cancelCause = null;
        cancelReason = null;
        status = to;
        attendanceId = attendance == null ? null : attendance.value();
    }

    /** Corrects the booking to a cancelled one. The caller gives the place back and deletes the attendance. */
    void correctToCancelled(CancelledFor who, UUID by, Clock clock) {
        correct(Status.CANCELLED, null, by, clock);
        cancelledFor = who;
    }

    /**
     * Moves the booking together with its session, whatever its status. Members cannot undo this move on the booking.
     */
    void moveWithItsSession(SlotId to, UUID by, Clock clock) {
        note(Change.MOVED, by, clock);
        lastChange = null;
        if (originalSlotId == null) {
            originalSlotId = slotId;
        }
        slotId = to.value();
    }

    /**
     * Returns the change that an undo would reverse, or throws with the reason. Members can undo only their own last
     * change, and only for a short time.
     */
    Change undoable(UUID by, Clock clock) {
        if (lastChange == null || change == null) {
            throw new TooLateToUndo().refused();
        }
        change.refuseUnlessUndoable(by, clock);
        return lastChange;
    }

    /** Restores the state before the last change. A new booking becomes one that was made by mistake. */
    void undo(UUID by, Clock clock) {
        if (undoable(by, clock) == Change.BOOKED) {
            cancelledFor = CancelledFor.MISTAKE;
            status = Status.CANCELLED;
            lastChange = null;
        } else {
            restore();
        }
    }

    /** Restores the state before the person was checked in, because the attendance was undone. */
    void undoCheckIn() {
        attendanceId = null;
        restore();
    }

    private void restore() {
        if (lastChange == Change.MOVED && undoStatus == Status.DID_NOT_ATTEND) {
            // A version that did not keep missed slots may have moved it, while the version was being changed.
            missedSlotIds = Arrays.copyOf(missedSlotIds, Math.max(0, missedSlotIds.length - 1));
        }
        if (undoStatus != null) {
            status = undoStatus;
        }
        if (undoSlotId != null) {
            slotId = undoSlotId;
        }
        if (status != Status.CANCELLED) {
            cancelledFor = null;
            cancelCause = null;
            cancelReason = null;
        }
        if (slotId.equals(originalSlotId)) {
            originalSlotId = null;
        }
        lastChange = null;
    }

    private void refuseUnless(Set<Status> allowed) {
        if (!allowed.contains(status)) {
            throw new WrongStatus(EnumWords.of(status)).refused();
        }
    }

    /** Rejects a record of whether the person came before the slot has started. */
    static void refuseUnlessStarted(SlotTime slot, Clock clock) {
        if (clock.instant().isBefore(slot.startsAt())) {
            throw new NotStarted().refused();
        }
    }

    private void note(Change made, @Nullable UUID by, Clock clock) {
        undoStatus = status;
        undoSlotId = slotId;
        lastChange = made;
        change = new OwnChange(OwnChange.now(clock), by);
    }

    /** Returns whether the person should have arrived by now. */
    public boolean isLate(SlotTime slot, Instant now) {
        return status == Status.EXPECTED && !now.isBefore(slot.startsAt().plus(GRACE));
    }

    public boolean isUndone() {
        return cancelledFor == CancelledFor.MISTAKE;
    }

    public BookingId id() {
        return new BookingId(id);
    }

    public SlotId slot() {
        return new SlotId(slotId);
    }

    public PersonId person() {
        return new PersonId(personId);
    }

    /** Returns a version that grows with every change of the booking and of its attendance. */
    public long versionWith(@Nullable Attendance attendance) {
        return Attendance.versionOf(requireNonNull(version), attendance);
    }

    LocalDate askedOn() {
        return askedOn;
    }

    public Status status() {
        return status;
    }

    /** Returns the attendance of the person, if the person has come. */
    public @Nullable AttendanceId attendance() {
        return attendanceId == null ? null : new AttendanceId(attendanceId);
    }

    public @Nullable AbsenceReason absenceReason() {
        return status == Status.DID_NOT_ATTEND ? absenceReason : null;
    }

    public @Nullable AbsenceNext absenceNext() {
        return status == Status.DID_NOT_ATTEND ? absenceNext : null;
    }

    /** Returns how the call to a person who did not come was finished, if it was. */
    public @Nullable FollowUp followUp() {
        return absenceNext() == AbsenceNext.RING_THEM ? followUp : null;
    }

    public @Nullable CancelledFor cancelledFor() {
        return cancelledFor;
    }

    /** Returns the change of the session that cancelled the booking, if one did. */
    public @Nullable CancelCause cancelCause() {
        return cancelCause;
    }

    /** Returns the reason that a member gave for cancelling the session, if any. */
    @Nullable
    String cancelReason() {
        return cancelReason;
    }

    /** Returns the slot that the person was first booked into, if the booking has been moved. */
    @Nullable
    SlotId originalSlot() {
        return originalSlotId == null ? null : new SlotId(originalSlotId);
    }

    /** Returns the slot before the last change. */
    @Nullable
    SlotId undoSlot() {
        return undoSlotId == null ? null : new SlotId(undoSlotId);
    }

    /** Returns the last change of the place, which remains readable after it was undone. */
    @Nullable
    OwnChange change() {
        return change;
    }
}
