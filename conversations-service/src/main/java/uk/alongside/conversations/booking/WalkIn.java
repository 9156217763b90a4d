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
import uk.alongside.conversations.booking.BookingRefusal.AskedInTheFuture;
import uk.alongside.conversations.booking.BookingRefusal.NotToday;
import uk.alongside.conversations.booking.BookingRefusal.TooLateToUndo;
import uk.alongside.conversations.booking.BookingRefusal.WrongStatus;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.text.EnumWords;

/**
 * A person who came without a booking. The person may be known, use a name that is stored nowhere else, or prefer not
 * to say. Walk-ins wait in turn, and take no place in a slot.
 */
@Entity
@Table(name = "walk_in", schema = "app")
public class WalkIn {

    /** The name of a walk-in in the audit. */
    static final String KIND = "walk-in";

    private static final Duration UNDO_WITHIN = Duration.ofMinutes(2);

    @TenantId
    @SuppressWarnings("unused") // for the database only
    private UUID tenantId;

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Column(updatable = false)
    private UUID hubId;

    @Column(updatable = false)
    private LocalDate day;

    @Column(updatable = false)
    private @Nullable UUID personId;

    @Column(updatable = false)
    private @Nullable String name;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private Reason reason;

    @Column(updatable = false)
    private LocalDate askedOn;

    @Column(updatable = false)
    private Instant arrivedAt;

    @Enumerated(EnumType.STRING)
    private Status status;

    private @Nullable Instant startedAt;
    private @Nullable Instant finishedAt;

    @Column(name = "practitioner_id")
    private @Nullable UUID withMember;

    @Column(name = "undo_status")
    @Enumerated(EnumType.STRING)
    private @Nullable Status beforeStatus;

    private @Nullable Instant changedAt;

    @Column(name = "changed_by_id")
    private @Nullable UUID changedBy;

    public enum Status {
        WAITING,
        IN_CONVERSATION,
        FINISHED,
        LEFT;

        @JsonValue
        String word() {
            return EnumWords.of(this);
        }
    }

    /** The reason for a visit. */
    enum Reason {
        ADVICE,
        HELP_WITH_A_FORM,
        TALK,
        DROP_IN_ACTIVITY;

        @JsonValue
        String word() {
            return EnumWords.of(this);
        }

        @JsonCreator
        static Reason of(String word) {
            return EnumWords.find(Reason.class, word);
        }
    }

    /** The person and the reason for the visit, as the member at the desk records them. */
    public record Arrival(
            @Nullable UUID person,
            @Nullable String name,
            Reason reason,
            @Nullable LocalDate askedOn) {

        /** Leaves the name out, because records are written to logs. */
        @Override
        public String toString() {
            return "Arrival[reason=" + reason + "]";
        }
    }

    /** Adds a walk-in to the queue, or throws {@link Refused} with the reason. */
    @SuppressWarnings("NullAway.Init") // the council is filled in by Hibernate
    WalkIn(UUID id, UUID hub, LocalDate day, Arrival arrival, UUID by, Clock clock) {
        var today = LocalDate.now(clock);
        if (Math.abs(ChronoUnit.DAYS.between(day, today)) > 1) {
            throw new NotToday(day).refused();
        }
        var asked = arrival.askedOn();
        if (asked != null && asked.isAfter(today)) {
            throw new AskedInTheFuture().refused();
        }
        var called = arrival.name() == null ? "" : arrival.name().strip();
        this.id = id;
        this.hubId = hub;
        this.day = day;
        this.personId = arrival.person();
        this.name = arrival.person() != null || called.isEmpty() ? null : called;
        this.reason = arrival.reason();
        this.askedOn = asked == null ? today : asked;
        this.arrivedAt = now(clock);
        this.status = Status.WAITING;
        this.changedAt = now(clock);
        this.changedBy = by;
    }

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected WalkIn() {}

    /** Starts the conversation. This method and the next two return whether they changed anything. */
    boolean start(UUID by, Clock clock) {
        if (status == Status.IN_CONVERSATION) {
            return false;
        }
        change(EnumSet.of(Status.WAITING, Status.LEFT), Status.IN_CONVERSATION, by, clock);
        startedAt = now(clock);
        withMember = by;
        return true;
    }

    boolean finish(UUID by, Clock clock) {
        if (status == Status.FINISHED) {
            return false;
        }
        change(EnumSet.of(Status.IN_CONVERSATION), Status.FINISHED, by, clock);
        finishedAt = now(clock);
        return true;
    }

    /** Records that the person left before a member was free. */
    boolean leave(UUID by, Clock clock) {
        if (status == Status.LEFT) {
            return false;
        }
        change(EnumSet.of(Status.WAITING), Status.LEFT, by, clock);
        return true;
    }

    /**
     * Restores the state before the member's own last change. A walk-in that was only just added becomes one that
     * left.
     */
    void undo(UUID by, Clock clock) {
        if (changedAt == null || !by.equals(changedBy) || clock.instant().isAfter(changedAt.plus(UNDO_WITHIN))) {
            throw new TooLateToUndo().refused();
        }
        status = beforeStatus == null ? Status.LEFT : beforeStatus;
        if (status != Status.FINISHED) {
            finishedAt = null;
        }
        if (status == Status.WAITING || status == Status.LEFT) {
            startedAt = null;
            withMember = null;
        }
        changedBy = null;
    }

    private void change(Set<Status> from, Status to, UUID by, Clock clock) {
        if (!from.contains(status)) {
            throw new WrongStatus(status.word()).refused();
        }
        beforeStatus = status;
        status = to;
        changedAt = now(clock);
        changedBy = by;
    }

    /** Returns the time to the millisecond, as the row stores it: a repeated request must return the same time. */
    private static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    public UUID id() {
        return id;
    }

    UUID hub() {
        return hubId;
    }

    LocalDate day() {
        return day;
    }

    public @Nullable UUID person() {
        return personId;
    }

    public @Nullable String name() {
        return name;
    }

    public Reason reason() {
        return reason;
    }

    public LocalDate askedOn() {
        return askedOn;
    }

    public Instant arrivedAt() {
        return arrivedAt;
    }

    public Status status() {
        return status;
    }

    public @Nullable Instant startedAt() {
        return startedAt;
    }

    public @Nullable Instant finishedAt() {
        return finishedAt;
    }

    public @Nullable UUID withMember() {
        return withMember;
    }
}
