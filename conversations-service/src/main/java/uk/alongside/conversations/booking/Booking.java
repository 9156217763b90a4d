package uk.alongside.conversations.booking;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
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
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.booking.BookingRefusal.NotStarted;
import uk.alongside.conversations.booking.BookingRefusal.NotToday;
import uk.alongside.conversations.booking.BookingRefusal.TooLateToUndo;
import uk.alongside.conversations.booking.BookingRefusal.WrongStatus;
import uk.alongside.conversations.session.SlotTime;
import uk.alongside.foundation.text.EnumWords;

/**
 * A person's place in a slot, and its status. The slot's row has already confirmed that a place was free. Each change
 * records who made it and the state before it, so that the member can undo it for a short time.
 */
@Entity
@Table(name = "booking", schema = "app")
public class Booking {

    /** The name of a booking in the audit. */
    static final String KIND = "booking";

    /** The time after the start of a slot from which an expected person is late. */
    static final Duration GRACE = Duration.ofMinutes(10);

    private static final Duration UNDO_WITHIN = Duration.ofMinutes(2);

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

    private @Nullable Instant arrivedAt;
    private @Nullable Instant startedAt;
    private @Nullable Instant finishedAt;

    @Column(name = "practitioner_id")
    private @Nullable UUID withMember;

    @Enumerated(EnumType.STRING)
    private @Nullable AbsenceReason absenceReason;

    @Enumerated(EnumType.STRING)
    private @Nullable AbsenceNext absenceNext;

    @Enumerated(EnumType.STRING)
    private @Nullable CancelledFor cancelledFor;

    private @Nullable String cancelReason;

    @Column(name = "original_slot_id")
    private @Nullable UUID originalSlot;

    @Enumerated(EnumType.STRING)
    private @Nullable Change lastChange;

    private @Nullable Instant changedAt;

    @Column(name = "changed_by_id")
    private @Nullable UUID changedBy;

    @Column(name = "undo_status")
    @Enumerated(EnumType.STRING)
    private @Nullable Status beforeStatus;

    @Column(name = "undo_slot_id")
    private @Nullable UUID beforeSlot;

    public enum Status {
        EXPECTED,
        ARRIVED,
        IN_CONVERSATION,
        FINISHED,
        DID_NOT_ATTEND,
        CANCELLED;

        private static final Set<Status> ACTIVE = Set.copyOf(EnumSet.of(EXPECTED, ARRIVED, IN_CONVERSATION));

        /** Returns whether the person is expected or is here. */
        boolean isActive() {
            return ACTIVE.contains(this);
        }

        /** The statuses of people who came. */
        public static final Set<Status> CAME = Set.copyOf(EnumSet.of(ARRIVED, IN_CONVERSATION, FINISHED));

        /** Returns the word for this status in JSON. */
        @JsonValue
        String word() {
            return EnumWords.of(this);
        }
    }

    /** The reason a person did not come, if the person gives one. */
    public enum AbsenceReason {
        FORGOT,
        ILL,
        COULD_NOT_GET_HERE,
        CHOSE_NOT_TO,
        DO_NOT_KNOW;

        @JsonValue
        String word() {
            return EnumWords.of(this);
        }

        @JsonCreator
        static AbsenceReason of(String word) {
            return EnumWords.find(AbsenceReason.class, word);
        }
    }

    /** The next step for a person who did not come. */
    public enum AbsenceNext {
        RING_THEM,
        REBOOK,
        NOTHING;

        @JsonValue
        String word() {
            return EnumWords.of(this);
        }

        @JsonCreator
        static AbsenceNext of(String word) {
            return EnumWords.find(AbsenceNext.class, word);
        }
    }

    /** The party that asked for a cancellation. A mistake is a booking that was undone as soon as it was made. */
    public enum CancelledFor {
        PERSON,
        US,
        MISTAKE;

        @JsonValue
        String word() {
            return EnumWords.of(this);
        }
    }

    enum Change {
        BOOKED,
        CHECKED_IN,
        STARTED,
        FINISHED,
        DID_NOT_ATTEND,
        CANCELLED,
        MOVED
    }

    /**
     * Creates an expected booking. The day of the request is today if none is given; {@link BookingPolicy} has checked
     * the rules.
     */
    @SuppressWarnings("NullAway.Init") // the council is filled in by Hibernate
    Booking(UUID id, UUID slot, UUID person, @Nullable LocalDate askedOn, UUID by, Clock clock) {
        var today = LocalDate.now(clock);
        this.id = id;
        this.slotId = slot;
        this.personId = person;
        this.askedOn = askedOn == null ? today : askedOn;
        this.bookedAt = clock.instant();
        this.status = Status.EXPECTED;
        note(Change.BOOKED, by, clock);
    }

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected Booking() {}

    /**
     * Records that the person came; the first recorded time stays. One day of difference is allowed for mistakes about
     * the date. This method and the changes below return whether they changed anything.
     */
    boolean checkIn(LocalDate day, UUID by, Clock clock) {
        if (Math.abs(ChronoUnit.DAYS.between(day, LocalDate.now(clock))) > 1) {
            throw new NotToday(day).refused();
        }
        if (Status.CAME.contains(status)) {
            return false;
        }
        refuseUnless(EnumSet.of(Status.EXPECTED, Status.DID_NOT_ATTEND));
        note(Change.CHECKED_IN, by, clock);
        arrivedAt = now(clock);
        status = Status.ARRIVED;
        return true;
    }

    /** Starts the conversation with the member who records it; a second call changes nothing. */
    boolean start(UUID by, Clock clock) {
        if (status == Status.IN_CONVERSATION) {
            return false;
        }
        refuseUnless(EnumSet.of(Status.ARRIVED));
        note(Change.STARTED, by, clock);
        startedAt = now(clock);
        withMember = by;
        status = Status.IN_CONVERSATION;
        return true;
    }

    boolean finish(UUID by, Clock clock) {
        if (status == Status.FINISHED) {
            return false;
        }
        refuseUnless(EnumSet.of(Status.IN_CONVERSATION));
        note(Change.FINISHED, by, clock);
        finishedAt = now(clock);
        status = Status.FINISHED;
        return true;
    }

    /**
     * Records that the person did not come, which is possible only after the slot has started. A second call replaces
     * the reason and the next step.
     */
    boolean didNotAttend(
            SlotTime slot, @Nullable AbsenceReason reason, @Nullable AbsenceNext next, UUID by, Clock clock) {
        if (clock.instant().isBefore(slot.startsAt())) {
            throw new NotStarted().refused();
        }
        refuseUnless(EnumSet.of(Status.EXPECTED, Status.DID_NOT_ATTEND));
        if (status == Status.DID_NOT_ATTEND && absenceReason == reason && absenceNext == next) {
            return false;
        }
        if (status == Status.EXPECTED) {
            note(Change.DID_NOT_ATTEND, by, clock);
        }
        absenceReason = reason;
        absenceNext = next;
        status = Status.DID_NOT_ATTEND;
        return true;
    }

    /** Cancels the booking. Returns whether the place must be given back: false if the booking is already cancelled. */
    boolean cancel(CancelledFor who, @Nullable String reason, @Nullable UUID by, Clock clock) {
        if (status == Status.CANCELLED) {
            return false;
        }
        refuseUnless(EnumSet.of(Status.EXPECTED));
        note(Change.CANCELLED, by, clock);
        cancelledFor = who;
        cancelReason = reason;
        status = Status.CANCELLED;
        return true;
    }

    /**
     * Moves the booking to a place that has already been taken for it. Changes nothing if the booking is already
     * there.
     */
    boolean move(UUID to, @Nullable UUID by, Clock clock) {
        refuseUnless(EnumSet.of(Status.EXPECTED, Status.DID_NOT_ATTEND));
        if (slotId.equals(to)) {
            return false;
        }
        note(Change.MOVED, by, clock);
        if (originalSlot == null) {
            originalSlot = slotId;
        }
        slotId = to;
        status = Status.EXPECTED;
        return true;
    }

    /**
     * Moves the booking together with its session, whatever its status. Members cannot undo this move on the booking.
     */
    void moveWithItsSession(UUID to, UUID by, Clock clock) {
        note(Change.MOVED, by, clock);
        lastChange = null;
        if (originalSlot == null) {
            originalSlot = slotId;
        }
        slotId = to;
    }

    /**
     * Returns the change that an undo would reverse, or throws with the reason. Members can undo only their own last
     * change, and only for a short time.
     */
    Change undoable(UUID by, Clock clock) {
        if (lastChange == null
                || changedAt == null
                || !by.equals(changedBy)
                || clock.instant().isAfter(changedAt.plus(UNDO_WITHIN))) {
            throw new TooLateToUndo().refused();
        }
        return lastChange;
    }

    /** Restores the state before the last change. A new booking becomes one that was made by mistake. */
    void undo(UUID by, Clock clock) {
        if (undoable(by, clock) == Change.BOOKED) {
            cancelledFor = CancelledFor.MISTAKE;
            status = Status.CANCELLED;
        } else {
            if (beforeStatus != null) {
                status = beforeStatus;
            }
            if (beforeSlot != null) {
                slotId = beforeSlot;
            }
            forgetWhatHasNotHappened();
        }
        lastChange = null;
    }

    private void forgetWhatHasNotHappened() {
        if (status != Status.CANCELLED) {
            cancelledFor = null;
            cancelReason = null;
        }
        if (status != Status.FINISHED) {
            finishedAt = null;
        }
        if (status != Status.FINISHED && status != Status.IN_CONVERSATION) {
            startedAt = null;
            withMember = null;
        }
        if (!Status.CAME.contains(status)) {
            arrivedAt = null;
        }
        if (slotId.equals(originalSlot)) {
            originalSlot = null;
        }
    }

    private void refuseUnless(Set<Status> allowed) {
        if (!allowed.contains(status)) {
            throw new WrongStatus(status.word()).refused();
        }
    }

    private void note(Change change, @Nullable UUID by, Clock clock) {
        beforeStatus = status;
        beforeSlot = slotId;
        lastChange = change;
        changedAt = now(clock);
        changedBy = by;
    }

    /** Returns the time to the millisecond, as the row stores it: a repeated request must return the same time. */
    private static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Returns whether the person should have arrived by now. */
    public boolean isLate(SlotTime slot, Instant now) {
        return status == Status.EXPECTED && !now.isBefore(slot.startsAt().plus(GRACE));
    }

    public boolean isUndone() {
        return cancelledFor == CancelledFor.MISTAKE;
    }

    public UUID id() {
        return id;
    }

    public UUID slot() {
        return slotId;
    }

    public UUID person() {
        return personId;
    }

    LocalDate askedOn() {
        return askedOn;
    }

    public Status status() {
        return status;
    }

    public @Nullable Instant arrivedAt() {
        return arrivedAt;
    }

    public @Nullable Instant startedAt() {
        return startedAt;
    }

    public @Nullable Instant finishedAt() {
        return finishedAt;
    }

    /** Returns the member who talks with the person, once the conversation has begun. */
    public @Nullable UUID withMember() {
        return withMember;
    }

    public @Nullable AbsenceReason absenceReason() {
        return status == Status.DID_NOT_ATTEND ? absenceReason : null;
    }

    public @Nullable AbsenceNext absenceNext() {
        return status == Status.DID_NOT_ATTEND ? absenceNext : null;
    }

    public @Nullable CancelledFor cancelledFor() {
        return cancelledFor;
    }

    /** Returns the reason the council gave for cancelling, if any. */
    @Nullable
    String cancelReason() {
        return cancelReason;
    }

    /** Returns the slot that the person was first booked into, if the booking has been moved. */
    @Nullable
    UUID originalSlot() {
        return originalSlot;
    }

    /** Returns the slot before the last change. */
    @Nullable
    UUID beforeSlot() {
        return beforeSlot;
    }

    @Nullable
    UUID changedBy() {
        return changedBy;
    }

    @Nullable
    Instant changedAt() {
        return changedAt;
    }
}
