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

/**
 * A person's place in a slot, and what became of it. That there is a place to have was settled on the slot's row
 * before. Each change notes who made it and what was before, so that it can be taken back for a moment.
 */
@Entity
@Table(name = "booking", schema = "app")
public class Booking {

    /** What audit calls it. */
    static final String KIND = "booking";

    /** From so long after its start, somebody who is still expected is late. */
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

        /** Returns whether the person is expected, or is here. */
        boolean isActive() {
            return ACTIVE.contains(this);
        }

        /** The statuses of people who came. */
        public static final Set<Status> CAME = Set.copyOf(EnumSet.of(ARRIVED, IN_CONVERSATION, FINISHED));

        /** The word for it in JSON. */
        @JsonValue
        String word() {
            return Words.of(this);
        }
    }

    /** Why somebody did not come, if they say. */
    public enum AbsenceReason {
        FORGOT,
        ILL,
        COULD_NOT_GET_HERE,
        CHOSE_NOT_TO,
        DO_NOT_KNOW;

        @JsonValue
        String word() {
            return Words.of(this);
        }

        @JsonCreator
        static AbsenceReason of(String word) {
            return Words.find(AbsenceReason.class, word);
        }
    }

    /** What is done next for somebody who did not come. */
    public enum AbsenceNext {
        RING_THEM,
        REBOOK,
        NOTHING;

        @JsonValue
        String word() {
            return Words.of(this);
        }

        @JsonCreator
        static AbsenceNext of(String word) {
            return Words.find(AbsenceNext.class, word);
        }
    }

    /** Who asked to cancel. A mistake is a booking that was undone as soon as it was made. */
    public enum CancelledFor {
        PERSON,
        US,
        MISTAKE;

        @JsonValue
        String word() {
            return Words.of(this);
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

    /** Creates an expected booking. Asked today where no day is given; {@link BookingPolicy} has checked the rules. */
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
     * Notes that the person came; once noted, the first time stays. A day's grace is for slips of the calendar. This and
     * the changes below say whether they changed anything.
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

    /** The conversation begins, with whoever says so; a second time changes nothing. */
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

    /** Nobody has failed to come before it was time. Said again, the reason and what is next are the new ones. */
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

    /** Says whether its place is to be given back: not for somebody whose booking is cancelled already. */
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

    /** To a place that has been taken for it, unless it is there already. */
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

    /** The session goes to another time and takes its people with it, whatever their status. That is not undone here. */
    void moveWithItsSession(UUID to, UUID by, Clock clock) {
        note(Change.MOVED, by, clock);
        lastChange = null;
        if (originalSlot == null) {
            originalSlot = slotId;
        }
        slotId = to;
    }

    /** What an undo would take back, or throws with the reason why not: only one's own last change, and only soon. */
    Change undoable(UUID by, Clock clock) {
        if (lastChange == null
                || changedAt == null
                || !by.equals(changedBy)
                || clock.instant().isAfter(changedAt.plus(UNDO_WITHIN))) {
            throw new TooLateToUndo().refused();
        }
        return lastChange;
    }

    /** As it was before the last change. A booking that was just made becomes one that was made by mistake. */
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

    /** No finer than its row keeps it: a repeat must answer with the same time. */
    private static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Whether they should have been here by now. */
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

    /** Who talks with the person, from the moment that the conversation begins. */
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

    /** Why the council cancelled, if it said. */
    @Nullable
    String cancelReason() {
        return cancelReason;
    }

    /** The slot that the person was first booked into, if the booking has been moved. */
    @Nullable
    UUID originalSlot() {
        return originalSlot;
    }

    /** The slot before the last change. */
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
