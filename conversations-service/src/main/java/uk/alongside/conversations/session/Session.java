package uk.alongside.conversations.session;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Column;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.LongStream;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.session.SessionRefusal.AlreadyCancelled;
import uk.alongside.conversations.session.SessionRefusal.BreakDoesNotFit;
import uk.alongside.conversations.session.SessionRefusal.EndsBeforeItStarts;
import uk.alongside.conversations.session.SessionRefusal.LongerThanADay;
import uk.alongside.conversations.session.SessionRefusal.Over;
import uk.alongside.conversations.session.SessionRefusal.RoomUnreadable;
import uk.alongside.conversations.session.SessionRefusal.SlotDoesNotFit;
import uk.alongside.conversations.session.SessionRefusal.TimeLeftOut;
import uk.alongside.conversations.session.SessionRefusal.TooFarAhead;
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
    @Column(name = "detached_from_series")
    private boolean changedAlone;

    /** Marks a session that was planned on purpose on a day when the hub was already closed. */
    @Column(name = "open_despite_closure")
    @SuppressWarnings("unused") // read by the database only
    private boolean heldWhileClosed;

    public enum Status {
        PLANNED,
        CANCELLED;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Plans a session, or throws {@link Refused} with the reason. */
    public static Session planned(UUID id, UUID hub, SessionPlan plan, Clock clock) {
        var today = LocalDate.now(clock.withZone(LONDON));
        if (plan.date().isAfter(today.plus(FARTHEST))) {
            throw new TooFarAhead(today.plus(FARTHEST)).refused();
        }
        return new Session(id, hub, plan, clock);
    }

    /** Creates a session of a series, which has already checked that the day is not too far ahead. */
    public static Session ofSeries(UUID series, UUID hub, SessionPlan plan, Clock clock) {
        var session = new Session(UUID.randomUUID(), hub, plan, clock);
        session.belongsTo(series);
        return session;
    }

    @SuppressWarnings("NullAway.Init") // the council is filled in by Hibernate, the times by take
    private Session(UUID id, UUID hub, SessionPlan plan, Clock clock) {
        this.id = id;
        this.hubId = hub;
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
    public void changedAlone() {
        changedAlone = true;
    }

    /** Allows the session to be held although the hub is closed on its day. */
    public void holdWhileClosed() {
        heldWhileClosed = true;
    }

    public void belongsTo(UUID series) {
        seriesId = series;
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
        if (isUnreadable(wanted.room()) || isUnreadable(wanted.kind())) {
            throw new RoomUnreadable().refused();
        }
        if (!wanted.endsAtMidnight() && !wanted.ends().isAfter(wanted.starts())) {
            throw new EndsBeforeItStarts().refused();
        }
        var from = instant("starts", plan.date(), wanted.starts());
        var to = instant("ends", wanted.endsAtMidnight() ? plan.date().plusDays(1) : plan.date(), wanted.ends());
        if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw new LongerThanADay().refused();
        }
        var open = open(plan.date(), wanted, new TimeRange(from, to));
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
     * Converts a local time to an instant by the rules of the time zone, without arithmetic on offsets. A time that
     * occurs twice means its first occurrence. A time that is left out is refused, because no person could keep the
     * appointment.
     */
    private static Instant instant(String field, LocalDate date, LocalTime time) {
        var local = date.atTime(time);
        var rules = LONDON.getRules();
        if (rules.getValidOffsets(local).isEmpty()) {
            var next = rules.getTransition(local).getDateTimeAfter().toLocalTime();
            throw new TimeLeftOut(field, date, time, next).refused();
        }
        return local.toInstant(rules.getValidOffsets(local).getFirst());
    }

    /** Returns the parts of the session between the breaks. */
    private static List<TimeRange> open(LocalDate day, SessionPattern pattern, TimeRange whole) {
        var open = new ArrayList<TimeRange>();
        var from = whole.starts();
        var breaks = pattern.breaks().stream()
                .sorted(Comparator.comparing(Break::starts))
                .toList();
        for (var each : breaks) {
            var starts = instant("breaks", day, each.starts());
            var ends = instant("breaks", day, each.ends());
            if (!ends.isAfter(starts) || starts.isBefore(from) || ends.isAfter(whole.ends())) {
                throw new BreakDoesNotFit(each.starts(), each.ends()).refused();
            }
            open.add(new TimeRange(from, starts));
            from = ends;
        }
        open.add(new TimeRange(from, whole.ends()));
        return open;
    }

    private static boolean isUnreadable(@Nullable String text) {
        return text != null
                && text.codePoints()
                        .anyMatch(character -> Character.isISOControl(character)
                                || Character.getType(character) == Character.SURROGATE);
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
        return open(day, pattern, new TimeRange(startsAt, endsAt)).stream()
                .flatMap(range -> LongStream.range(0, range.minutes() / minutes)
                        .mapToObj(number -> range.starts().plus(step.multipliedBy(number))))
                .map(from -> new TimeRange(from, from.plus(step)))
                .toList();
    }

    /** Creates the slots, each with this number of places. */
    public List<SlotTime> slots(int places) {
        return slotTimes().stream()
                .map(range -> SlotTime.planned(this, range, places))
                .toList();
    }

    /** The effect of a clock change on the session's day, if the session is held while the clocks change. */
    enum ClockChange {
        NONE,
        FORWARD,
        BACK
    }

    ClockChange clockChange() {
        var transition =
                LONDON.getRules().nextTransition(day.atStartOfDay(LONDON).toInstant());
        if (!transition.getDateTimeBefore().toLocalDate().equals(day)) {
            return ClockChange.NONE;
        }
        if (transition.isGap()) {
            boolean met = startsAt.isBefore(transition.getInstant()) && endsAt.isAfter(transition.getInstant());
            return met ? ClockChange.FORWARD : ClockChange.NONE;
        }
        var repeats = transition.getInstant().minus(transition.getDuration().abs());
        var repeated = transition.getInstant().plus(transition.getDuration().abs());
        return startsAt.isBefore(repeated) && endsAt.isAfter(repeats) ? ClockChange.BACK : ClockChange.NONE;
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

    public UUID id() {
        return id;
    }

    public long version() {
        return version == null ? 0 : version;
    }

    public UUID hub() {
        return hubId;
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

    public @Nullable UUID series() {
        return seriesId;
    }

    public @Nullable LocalDate seriesDay() {
        return seriesDay;
    }

    public boolean isChangedAlone() {
        return changedAlone;
    }
}
