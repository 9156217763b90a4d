package uk.alongside.conversations.session;

import jakarta.persistence.Embedded;
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
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.LongStream;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.session.SessionRefusal.AlreadyCancelled;
import uk.alongside.conversations.session.SessionRefusal.EndsBeforeItStarts;
import uk.alongside.conversations.session.SessionRefusal.LongerThanADay;
import uk.alongside.conversations.session.SessionRefusal.Over;
import uk.alongside.conversations.session.SessionRefusal.SlotDoesNotFit;
import uk.alongside.conversations.session.SessionRefusal.TooFarAhead;
import uk.alongside.conversations.slot.SlotId;
import uk.alongside.conversations.slot.SlotTime;
import uk.alongside.conversations.slot.TimeRange;
import uk.alongside.foundation.problem.Refused;

/** A talking point that is held at a hub on one day. */
@Entity
@Table(name = "session", schema = "app")
public class Session {

    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final Period FARTHEST = Period.ofMonths(12);
    private static final Duration LONGEST = Duration.ofHours(24);

    @TenantId
    @SuppressWarnings("unused") // for the database only
    private UUID tenantId;

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private UUID hubId;
    private LocalDate day;
    private Instant startsAt;
    private Instant endsAt;

    @Embedded
    private SessionPattern pattern;

    @Enumerated(EnumType.STRING)
    private Status status;

    private @Nullable String cancelReason;

    private @Nullable UUID seriesId;

    /** The day that the series gave the session, even if the session has moved since. */
    private @Nullable LocalDate seriesDay;

    /**
     * Marks a session that was changed separately: later changes to its series affect it only if they apply to all
     * sessions.
     */
    private boolean detachedFromSeries;

    /** Marks a session that was planned on purpose on a day when the hub was already closed. */
    private boolean openDespiteClosure;

    public enum Status {
        PLANNED,
        CANCELLED
    }

    /** Plans a session, or throws {@link Refused} with the reason. */
    public static Session planned(SessionId id, HubId hub, SessionPlan plan, Clock clock) {
        var today = LocalDate.now(clock.withZone(LONDON));
        if (plan.date().isAfter(today.plus(FARTHEST))) {
            throw new TooFarAhead(today.plus(FARTHEST)).refused();
        }
        return new Session(id, hub, plan, clock);
    }

    /** Creates a session of a series, which has already checked that the day is not too far ahead. */
    public static Session ofSeries(SeriesId series, HubId hub, SessionPlan plan, Clock clock) {
        var session = new Session(SessionId.random(), hub, plan, clock);
        session.belongsTo(series);
        return session;
    }

    @SuppressWarnings("NullAway.Init") // the council is filled in by Hibernate, the times by take
    private Session(SessionId id, HubId hub, SessionPlan plan, Clock clock) {
        this.id = id.value();
        this.hubId = hub.value();
        this.status = Status.PLANNED;
        take(plan, clock);
    }

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected Session() {}

    /** Moves the session to another day or time, or changes its pattern. The caller changes the slots. */
    public void rearrange(SessionPlan plan, Clock clock) {
        refuseCancelled();
        take(plan, clock);
    }

    /** Marks the session as changed separately from its series. */
    public void detachFromSeries() {
        detachedFromSeries = true;
    }

    /** Opens the session although the hub is closed on its day. */
    public void openDespiteClosure() {
        openDespiteClosure = true;
    }

    /** Returns whether residents see the session although the hub is closed on its day. */
    boolean isOpenDespiteClosure() {
        return openDespiteClosure;
    }

    public void belongsTo(SeriesId series) {
        seriesId = series.value();
        if (seriesDay == null) {
            seriesDay = day;
        }
    }

    public void cancel(String reason, Clock clock) {
        refuseCancelled();
        if (!endsAt.isAfter(clock.instant())) {
            throw new Over().refused();
        }
        status = Status.CANCELLED;
        cancelReason = reason;
    }

    private void refuseCancelled() {
        if (status == Status.CANCELLED) {
            throw new AlreadyCancelled().refused();
        }
    }

    private void take(SessionPlan plan, Clock clock) {
        var wanted = plan.pattern();
        if (!wanted.endsAtMidnight() && !wanted.ends().isAfter(wanted.starts())) {
            throw new EndsBeforeItStarts().refused();
        }
        var from = SessionHours.instant("starts", plan.date(), wanted.starts());
        var to = SessionHours.instant(
                "ends", wanted.endsAtMidnight() ? plan.date().plusDays(1) : plan.date(), wanted.ends());
        if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw new LongerThanADay().refused();
        }
        var open = SessionHours.open(plan.date(), wanted, new TimeRange(from, to));
        if (wanted.slotMinutes() != null) {
            long longest = open.stream().mapToLong(TimeRange::minutes).max().orElse(0);
            if (longest < wanted.slotMinutes()) {
                throw new SlotDoesNotFit(longest).refused();
            }
        }
        if (!to.isAfter(clock.instant())) {
            throw new Over().refused();
        }
        this.day = plan.date();
        this.startsAt = from;
        this.endsAt = to;
        this.pattern = wanted;
    }

    /**
     * Returns the times of the slots, one after another in real time. Any time left before a break or at the end stays
     * free.
     */
    public List<TimeRange> slotTimes() {
        var minutes = pattern.slotMinutes();
        if (minutes == null) {
            return List.of();
        }
        var step = Duration.ofMinutes(minutes);
        return SessionHours.open(day, pattern, new TimeRange(startsAt, endsAt)).stream()
                .flatMap(range -> LongStream.range(0, range.minutes() / minutes)
                        .mapToObj(number -> range.starts().plus(step.multipliedBy(number))))
                .map(from -> new TimeRange(from, from.plus(step)))
                .toList();
    }

    /** Returns the number of places of a new slot. */
    public int placesPerSlot() {
        return Objects.requireNonNullElse(pattern.places(), 1);
    }

    /** Creates the slots, each with this number of places. */
    public List<SlotTime> slots(int places) {
        return slotTimes().stream().map(range -> slot(range, places)).toList();
    }

    /** Creates one slot at a time of the session. */
    public SlotTime slot(TimeRange range, int places) {
        return new SlotTime(
                new SlotId(UUID.randomUUID()),
                id,
                hub(),
                day,
                LocalTime.ofInstant(range.starts(), LONDON),
                LocalTime.ofInstant(range.ends(), LONDON),
                range.starts(),
                range.ends(),
                places,
                0,
                false);
    }

    /** Returns the clock change during the session, or null if there is none. */
    @Nullable
    ClockChange clockChange() {
        return ClockChange.during(day, startsAt, endsAt);
    }

    /** Returns whether both sessions use one room at one time. The caller makes sure that they are at the same hub. */
    public boolean clashesWith(Session other) {
        return !id.equals(other.id)
                && !isCancelled()
                && !other.isCancelled()
                && pattern.roomKey().equals(other.pattern.roomKey())
                && startsAt.isBefore(other.endsAt)
                && endsAt.isAfter(other.startsAt);
    }

    public SessionId id() {
        return new SessionId(id);
    }

    public long version() {
        return version == null ? 0 : version;
    }

    public HubId hub() {
        return new HubId(hubId);
    }

    public LocalDate date() {
        return day;
    }

    public LocalTime starts() {
        return pattern.starts();
    }

    public LocalTime ends() {
        return pattern.ends();
    }

    public Instant startsAt() {
        return startsAt;
    }

    public Instant endsAt() {
        return endsAt;
    }

    public boolean isOver(Instant now) {
        return !endsAt.isAfter(now);
    }

    public @Nullable String room() {
        return pattern.room();
    }

    public SessionPattern pattern() {
        return pattern;
    }

    public Status status() {
        return status;
    }

    public boolean isCancelled() {
        return status == Status.CANCELLED;
    }

    public @Nullable String cancelReason() {
        return cancelReason;
    }

    public @Nullable SeriesId series() {
        return seriesId == null ? null : new SeriesId(seriesId);
    }

    public @Nullable LocalDate seriesDay() {
        return seriesDay;
    }

    public boolean isDetachedFromSeries() {
        return detachedFromSeries;
    }
}
