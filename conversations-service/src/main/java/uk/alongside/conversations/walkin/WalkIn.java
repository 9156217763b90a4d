package uk.alongside.conversations.walkin;

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
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.attendance.Attendance;
import uk.alongside.conversations.attendance.AttendanceId;
import uk.alongside.conversations.attendance.AttendanceRefusal.WrongStatus;
import uk.alongside.conversations.attendance.OwnChange;
import uk.alongside.conversations.attendance.Visit;
import uk.alongside.conversations.attendance.Visit.CameBy;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.conversations.walkin.WalkInRefusal.AskedInTheFuture;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.text.EnumWords;

/**
 * A person in the queue of those who came without a booking. The person may have a record, use a name that is stored
 * nowhere else, or prefer not to say. Walk-ins wait in turn, and take no place in a slot. Once a member of staff sees the
 * person, their attendance says how far the visit has got.
 */
@Entity
@Table(name = "walk_in", schema = "app")
public class WalkIn {

    /** The name of a walk-in in the audit. */
    public static final String KIND = "walk-in";

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

    private Instant arrivedAt;

    @Enumerated(EnumType.STRING)
    private Status status;

    private @Nullable UUID attendanceId;

    @Enumerated(EnumType.STRING)
    private @Nullable Status undoStatus;

    private OwnChange change;

    /** The status in the queue. {@link WalkInStatus} is what an answer shows. */
    public enum Status {
        WAITING,
        SEEN,
        LEFT
    }

    /** The reason for a visit. */
    public enum Reason {
        ADVICE,
        HELP_WITH_A_FORM,
        TALK,
        DROP_IN_ACTIVITY
    }

    /** The person and the reason for the visit, as the member at the desk records them. */
    public record Arrival(
            @Nullable PersonId person,
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
    WalkIn(WalkInId id, HubId hub, LocalDate day, Arrival arrival, UUID by, Clock clock) {
        var today = LocalDate.now(clock);
        Attendance.refuseUnlessToday(day, clock);
        var asked = arrival.askedOn();
        if (asked != null && asked.isAfter(today)) {
            throw new AskedInTheFuture().refused();
        }
        this.id = id.value();
        this.hubId = hub.value();
        this.day = day;
        this.personId = arrival.person() == null ? null : arrival.person().value();
        this.name = arrival.person() == null ? arrival.name() : null;
        this.reason = arrival.reason();
        this.askedOn = asked == null ? today : asked;
        this.arrivedAt = OwnChange.now(clock);
        this.status = Status.WAITING;
        this.change = OwnChange.by(by, clock);
    }

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected WalkIn() {}

    /**
     * Adds from paper a person who came on a day that is recorded later. The visit is over, and the caller has recorded
     * its attendance under this id.
     */
    static WalkIn fromPaper(
            WalkInId id,
            HubId hub,
            LocalDate day,
            Arrival arrival,
            Instant arrivedAt,
            AttendanceId attendance,
            UUID by,
            Clock clock) {
        var walkIn = new WalkIn();
        walkIn.id = id.value();
        walkIn.hubId = hub.value();
        walkIn.day = day;
        walkIn.personId = arrival.person() == null ? null : arrival.person().value();
        walkIn.name = arrival.person() == null ? arrival.name() : null;
        walkIn.reason = arrival.reason();
        walkIn.askedOn = day;
        walkIn.correct(Status.SEEN, arrivedAt, attendance, by, clock);
        return walkIn;
    }

    /** Records that a member of staff sees the person, with the attendance that the caller records under this id. */
    void see(AttendanceId attendance, UUID by, Clock clock) {
        change(EnumSet.of(Status.WAITING, Status.LEFT), Status.SEEN, by, clock);
        attendanceId = attendance.value();
    }

    /** Returns the attendance of a person who has been seen, or throws with the reason why there is none. */
    AttendanceId attendanceOfSeen() {
        refuseUnless(EnumSet.of(Status.SEEN));
        return requireNonNull(attendance());
    }

    /** Records that the person left before a member was free. Returns false if the person has left already. */
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
        change.refuseUnlessUndoable(by, clock);
        restore();
    }

    /** Restores the state before the person was seen, because the attendance was undone. */
    void undoSeen() {
        attendanceId = null;
        restore();
    }

    /**
     * Replaces the status and the arrival by the corrected ones, whatever they were. No member can undo a correction; a
     * further one replaces it.
     *
     * @param attendance the attendance of a person who has been seen; null for every other status
     */
    void correct(Status to, Instant arrived, @Nullable AttendanceId attendance, UUID by, Clock clock) {
        status = to;
        arrivedAt = arrived;
        attendanceId = attendance == null ? null : attendance.value();
        undoStatus = null;
        change = OwnChange.by(by, clock).kept();
    }

    private void restore() {
        status = undoStatus == null ? Status.LEFT : undoStatus;
        change = change.kept();
    }

    private void change(Set<Status> from, Status to, UUID by, Clock clock) {
        refuseUnless(from);
        undoStatus = status;
        status = to;
        change = OwnChange.by(by, clock);
    }

    private void refuseUnless(Set<Status> allowed) {
        if (!allowed.contains(status)) {
            throw new WrongStatus(EnumWords.of(status)).refused();
        }
    }

    /** Returns the facts of the arrival, for the attendance. */
    Visit visit() {
        return new Visit(person(), hub(), day, CameBy.WALK_IN, arrivedAt);
    }

    public WalkInId id() {
        return new WalkInId(id);
    }

    public HubId hub() {
        return new HubId(hubId);
    }

    long version() {
        return requireNonNull(version);
    }

    public LocalDate day() {
        return day;
    }

    public @Nullable PersonId person() {
        return personId == null ? null : new PersonId(personId);
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

    /** Returns the attendance of the person, once a member of staff has seen them. */
    public @Nullable AttendanceId attendance() {
        return attendanceId == null ? null : new AttendanceId(attendanceId);
    }
}
