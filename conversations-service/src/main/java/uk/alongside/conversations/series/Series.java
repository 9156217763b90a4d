package uk.alongside.conversations.series;

import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.calendar.HubCalendar;
import uk.alongside.conversations.calendar.HubCalendars;
import uk.alongside.conversations.calendar.PlanningConflict;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.series.SeriesRefusal.BeginsInThePast;
import uk.alongside.conversations.series.SeriesRefusal.BeginsTooFarAhead;
import uk.alongside.conversations.series.SeriesRefusal.EndsAlready;
import uk.alongside.conversations.series.SeriesRefusal.EndsBeforeItBegins;
import uk.alongside.conversations.series.SeriesRefusal.EndsInThePast;
import uk.alongside.conversations.series.SeriesRefusal.EndsTooFarAhead;
import uk.alongside.conversations.series.SeriesRefusal.NothingLeft;
import uk.alongside.conversations.session.SeriesId;
import uk.alongside.conversations.session.Session;
import uk.alongside.conversations.session.SessionPattern;
import uk.alongside.conversations.session.SessionPlan;
import uk.alongside.conversations.session.SessionRefusal.Over;
import uk.alongside.conversations.session.SessionRefusal.Overlaps;
import uk.alongside.conversations.session.SessionRefusal.TimeLeftOut;
import uk.alongside.foundation.problem.Refused;

/** A talking point that recurs: its days, and the pattern of each of its sessions. */
@Entity
@Table(name = "series", schema = "app")
public class Series {

    @TenantId
    @SuppressWarnings("unused") // for the database only
    private UUID tenantId;

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private UUID hubId;
    private LocalDate firstDay;
    private String recurrence;

    @Convert(converter = SkippedColumn.class)
    private Map<LocalDate, Reason> skipped;

    /** The last day up to which the sessions have been made. */
    private LocalDate plannedUntil;

    @Embedded
    private SessionPattern pattern;

    /** The reason a day is left out. */
    enum Reason {
        CHOSEN,
        BANK_HOLIDAY,
        HUB_CLOSED,
        CLOCKS,
        CLASH;

        static Reason of(PlanningConflict conflict) {
            return switch (conflict) {
                case PlanningConflict.BankHoliday _ -> BANK_HOLIDAY;
                case PlanningConflict.HubClosed _ -> HUB_CLOSED;
                case PlanningConflict.TimeLeftOut _ -> CLOCKS;
                case PlanningConflict.Clash _ -> CLASH;
            };
        }
    }

    /** A day of the recurrence, with its conflicts and its session; no session if none can be held. */
    record Day(LocalDate date, List<PlanningConflict> conflicts, boolean skipped, Optional<Session> session) {}

    /** Plans a series without its sessions, or throws {@link Refused} with the reason. */
    static Series planned(SeriesId id, HubId hub, SeriesPlan plan, Clock clock) {
        var today = today(clock);
        var farthest = today.plus(HubCalendars.AHEAD);
        var recurrence = plan.recurrence();
        if (recurrence.first().isBefore(today)) {
            throw new BeginsInThePast().refused();
        }
        if (recurrence.first().isAfter(farthest)) {
            throw new BeginsTooFarAhead(farthest).refused();
        }
        recurrence.last().ifPresent(last -> {
            if (last.isBefore(recurrence.first())) {
                throw new EndsBeforeItBegins(recurrence.first()).refused();
            }
            if (last.isAfter(farthest)) {
                throw new EndsTooFarAhead(farthest).refused();
            }
        });
        return new Series(
                id, hub, recurrence, plan.pattern(), recurrence.first().minusDays(1));
    }

    @SuppressWarnings("NullAway.Init") // the council is filled in by Hibernate
    private Series(SeriesId id, HubId hub, Recurrence recurrence, SessionPattern pattern, LocalDate plannedUntil) {
        this.id = id.value();
        this.hubId = hub.value();
        this.firstDay = recurrence.first();
        this.recurrence = recurrence.text();
        this.skipped = new TreeMap<>();
        this.plannedUntil = plannedUntil;
        this.pattern = pattern;
    }

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected Series() {}

    /**
     * Lists the days that have no sessions yet, up to a year ahead. A holiday or a closure is left out unless the
     * member keeps it. A clash or a missing hour is left out only if the member chose that. Today does not count once
     * its time is over.
     */
    List<Day> upcoming(Set<LocalDate> skip, Set<LocalDate> keep, HubCalendar calendar, Clock clock) {
        return days(horizon(clock), skip, keep, calendar, clock);
    }

    private List<Day> days(
            LocalDate until, Set<LocalDate> skip, Set<LocalDate> keep, HubCalendar calendar, Clock clock) {
        var days = new ArrayList<Day>();
        for (var date : recurrence().between(plannedUntil.plusDays(1), until)) {
            var conflicts = new ArrayList<>(calendar.conflicts(date));
            var session = Optional.<Session>empty();
            try {
                session = Optional.of(Session.ofSeries(id(), hub(), new SessionPlan(date, pattern), clock));
                conflicts.addAll(calendar.clashes(session.get()));
            } catch (Refused e) {
                if (e.reason() instanceof Over && !recurrence().isSingleDates()) {
                    continue;
                }
                if (!(e.reason() instanceof TimeLeftOut leftOut)) {
                    throw e;
                }
                conflicts.add(new PlanningConflict.TimeLeftOut(leftOut.time(), leftOut.next()));
            }
            boolean left = skip.contains(date)
                    || (!keep.contains(date) && conflicts.stream().anyMatch(conflict -> !conflict.forbids()));
            days.add(new Day(date, conflicts, left, session));
        }
        return days;
    }

    /** Creates the sessions of these days, or throws if a session cannot be held and is not left out. */
    List<Session> make(List<Day> days, Clock clock) {
        for (var day : days) {
            if (!day.skipped()) {
                day.conflicts().forEach(conflict -> refuse(day.date(), conflict));
            }
        }
        var made = take(days, horizon(clock));
        if (made.isEmpty()) {
            throw new NothingLeft().refused();
        }
        return made;
    }

    /**
     * Creates sessions in the background: a session that cannot be held is left out, with the reason. Sessions go no
     * further than the files of bank holidays.
     */
    List<Session> roll(HubCalendar calendar, Clock clock) {
        var until = calendar.knownUntil(plannedUntil.plusDays(1), horizon(clock));
        if (!until.isAfter(plannedUntil)) {
            return List.of();
        }
        var days = days(until, Set.of(), Set.of(), calendar, clock).stream()
                .map(day -> day.conflicts().stream().anyMatch(PlanningConflict::forbids)
                        ? new Day(day.date(), day.conflicts(), true, Optional.empty())
                        : day)
                .toList();
        return take(days, until);
    }

    private List<Session> take(List<Day> days, LocalDate until) {
        var made = new ArrayList<Session>();
        var left = new TreeMap<>(skipped);
        for (var day : days) {
            if (day.skipped()) {
                left.put(
                        day.date(),
                        day.conflicts().stream().findFirst().map(Reason::of).orElse(Reason.CHOSEN));
            } else {
                var session = day.session().orElseThrow();
                if (day.conflicts().stream().anyMatch(PlanningConflict.HubClosed.class::isInstance)) {
                    session.openDespiteClosure();
                }
                made.add(session);
            }
        }
        skipped = left;
        plannedUntil = until;
        return made;
    }

    /** Gives the series a new pattern from now on. */
    public void rearrange(SessionPattern wanted) {
        pattern = wanted;
    }

    /**
     * Ends the series before a day. Returns a new series with the wanted pattern for the days that are left, if any.
     */
    public Optional<Series> splitOn(LocalDate day, SessionPattern wanted) {
        var rest = recurrence().startingOn(day);
        recurrence = recurrence().endingBefore(day).text();
        return rest.map(from -> {
            var later = new Series(SeriesId.random(), hub(), from, wanted, plannedUntil);
            skipped.forEach((skippedDay, reason) -> {
                if (!skippedDay.isBefore(day)) {
                    later.skipped.put(skippedDay, reason);
                }
            });
            return later;
        });
    }

    /** Ends the series after this day. */
    public void endAfter(LocalDate last, Clock clock) {
        if (last.isBefore(today(clock))) {
            throw new EndsInThePast().refused();
        }
        var farthest = today(clock).plus(HubCalendars.AHEAD);
        if (last.isAfter(farthest)) {
            throw new EndsTooFarAhead(farthest).refused();
        }
        recurrence().last().filter(already -> !already.isAfter(last)).ifPresent(already -> {
            throw new EndsAlready(already).refused();
        });
        recurrence = recurrence().endingBefore(last.plusDays(1)).text();
    }

    private static void refuse(LocalDate date, PlanningConflict conflict) {
        switch (conflict) {
            case PlanningConflict.TimeLeftOut(var time, var next) ->
                throw new TimeLeftOut("starts", date, time, next).refused();
            case PlanningConflict.Clash(var kind, var starts, var ends, var room) ->
                throw new Overlaps(date, starts, ends, kind, room).refused();
            case PlanningConflict.BankHoliday _, PlanningConflict.HubClosed _ -> {
                // The member kept this day on purpose.
            }
        }
    }

    /** Returns whether the series has days beyond those for which sessions have been made. */
    boolean isOpen(Clock clock) {
        return plannedUntil.isBefore(horizon(clock));
    }

    private LocalDate horizon(Clock clock) {
        var farthest = today(clock).plus(HubCalendars.AHEAD);
        return recurrence().last().filter(last -> last.isBefore(farthest)).orElse(farthest);
    }

    public static LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(Session.LONDON));
    }

    public Recurrence recurrence() {
        return new Recurrence(firstDay, recurrence);
    }

    public SeriesId id() {
        return new SeriesId(id);
    }

    long version() {
        return version == null ? 0 : version;
    }

    HubId hub() {
        return new HubId(hubId);
    }

    SessionPattern pattern() {
        return pattern;
    }

    Map<LocalDate, Reason> skipped() {
        return Map.copyOf(skipped);
    }

    LocalDate plannedUntil() {
        return plannedUntil;
    }
}
