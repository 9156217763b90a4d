package uk.alongside.conversations.attendance;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.attendance.AttendanceRefusal.NotToday;
import uk.alongside.conversations.attendance.AttendanceRefusal.TooLateToUndo;
import uk.alongside.conversations.attendance.AttendanceRefusal.WrongStatus;
import uk.alongside.conversations.attendance.Visit.CameBy;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.text.EnumWords;

/**
 * One person who came to a hub on one day, from the arrival to the end of the conversation. The member who made the last
 * change can undo it for a short time.
 */
@Entity
@Table(name = "attendance", schema = "app")
public class Attendance {

    @TenantId
    @SuppressWarnings("unused") // for the database only
    private UUID tenantId;

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Column(updatable = false)
    @SuppressWarnings("unused") // for lists and reports only
    private @Nullable UUID personId;

    @Column(updatable = false)
    @SuppressWarnings("unused") // for lists and reports only
    private UUID hubId;

    @Column(updatable = false)
    @SuppressWarnings("unused") // for lists and reports only
    private LocalDate day;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private CameBy cameBy;

    private @Nullable Instant arrivedAt;

    private @Nullable Instant startedAt;
    private @Nullable Instant finishedAt;
    private @Nullable UUID practitionerId;

    @Enumerated(EnumType.STRING)
    private @Nullable Change lastChange;

    private OwnChange change;

    /** The progress of a person who has come. */
    public enum Progress {
        ARRIVED,
        IN_CONVERSATION,
        FINISHED
    }

    /** A change that can be undone. */
    enum Change {
        ARRIVED,
        STARTED,
        FINISHED
    }

    /** Records that a person came. */
    @SuppressWarnings("NullAway.Init") // the council is filled in by Hibernate
    Attendance(AttendanceId id, Visit visit, UUID by, Clock clock) {
        this.id = id.value();
        this.personId = visit.person() == null ? null : visit.person().value();
        this.hubId = visit.hub().value();
        this.day = visit.day();
        this.cameBy = visit.cameBy();
        this.arrivedAt = visit.arrivedAt();
        note(Change.ARRIVED, by, clock);
    }

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected Attendance() {}

    /** Rejects an arrival on any day but today at the hub. */
    public static void refuseUnlessToday(LocalDate day, Clock clock) {
        if (!day.equals(LocalDate.now(clock))) {
            throw new NotToday(day).refused();
        }
    }

    /** Returns whether this is the arrival at this time that the member has just recorded, so that it can be repeated. */
    public boolean isOwnArrival(@Nullable Instant at, UUID by) {
        return lastChange == Change.ARRIVED && by.equals(change.changedById()) && Objects.equals(arrivedAt, at);
    }

    /** Starts the conversation with the member who records it. Returns false if it has started already. */
    boolean start(UUID by, Clock clock) {
        if (progress() == Progress.IN_CONVERSATION) {
            return false;
        }
        refuseUnless(Progress.ARRIVED);
        startedAt = OwnChange.now(clock);
        practitionerId = by;
        note(Change.STARTED, by, clock);
        return true;
    }

    /** Finishes the conversation. Returns false if it is finished already. */
    boolean finish(UUID by, Clock clock) {
        if (progress() == Progress.FINISHED) {
            return false;
        }
        refuseUnless(Progress.IN_CONVERSATION);
        finishedAt = OwnChange.now(clock);
        note(Change.FINISHED, by, clock);
        return true;
    }

    /**
     * Restores the state before the last change. Returns false if nothing is left, because the arrival itself is undone.
     * A walk-in is recorded here from the start of the conversation, so nothing is left when that is undone.
     */
    boolean undo(UUID by, Clock clock) {
        if (lastChange == null) {
            throw new TooLateToUndo().refused();
        }
        change.refuseUnlessUndoable(by, clock);
        boolean isLeft = switch (lastChange) {
            case ARRIVED -> false;
            case STARTED -> cameBy == CameBy.BOOKING;
            case FINISHED -> true;
        };
        if (lastChange == Change.FINISHED) {
            finishedAt = null;
        } else {
            startedAt = null;
            practitionerId = null;
        }
        lastChange = null;
        return isLeft;
    }

    /**
     * Replaces the times with the corrected ones. The member who talks with the person stays; a conversation that was not
     * recorded before is the correcting member's. No member can undo a correction; a further correction replaces it.
     */
    void correct(Recorded corrected, UUID by, Clock clock) {
        arrivedAt = corrected.arrived();
        startedAt = corrected.startedAt();
        finishedAt = corrected.finishedAt();
        if (startedAt == null) {
            practitionerId = null;
        } else if (practitionerId == null) {
            practitionerId = by;
        }
        lastChange = null;
        change = OwnChange.by(by, clock);
    }

    /** Ends the time in which the last change can be undone. */
    void keepLastChange() {
        lastChange = null;
    }

    private void refuseUnless(Progress allowed) {
        if (progress() != allowed) {
            throw wrongStatus().refused();
        }
    }

    /** Returns the refusal of a change that is not possible once the person has come this far. */
    public WrongStatus wrongStatus() {
        return new WrongStatus(EnumWords.of(progress()));
    }

    private void note(Change made, UUID by, Clock clock) {
        lastChange = made;
        change = OwnChange.by(by, clock);
    }

    /**
     * Returns one version for a booking or a walk-in together with its attendance. The row that refers to an attendance
     * changes whenever it refers to another one, so its version comes first.
     */
    public static long versionOf(long rowVersion, @Nullable Attendance attendance) {
        return (rowVersion << 20) + (attendance == null ? 0 : requireNonNull(attendance.version) + 1);
    }

    public AttendanceId id() {
        return new AttendanceId(id);
    }

    public Progress progress() {
        if (finishedAt != null) {
            return Progress.FINISHED;
        }
        return startedAt == null ? Progress.ARRIVED : Progress.IN_CONVERSATION;
    }

    /** Returns the time of the arrival; null if the visit was recorded later and no member knew the time. */
    public @Nullable Instant arrivedAt() {
        return arrivedAt;
    }

    public @Nullable Instant startedAt() {
        return startedAt;
    }

    public @Nullable Instant finishedAt() {
        return finishedAt;
    }

    /** Returns the member who talks with the person, once the conversation has started. */
    public @Nullable UUID practitionerId() {
        return practitionerId;
    }

    /** Returns the member who talks or talked with the person, if the person came and the conversation has started. */
    public static @Nullable MemberId practitionerOf(@Nullable Attendance attendance) {
        var practitioner = attendance == null ? null : attendance.practitionerId;
        return practitioner == null ? null : new MemberId(practitioner);
    }

    /** Returns the last change, which remains readable after it was undone. */
    public OwnChange change() {
        return change;
    }
}
