package uk.alongside.conversations.series;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.series.SeriesRefusal.BeginsInThePast;
import uk.alongside.conversations.series.SeriesRefusal.BeginsTooFarAhead;
import uk.alongside.conversations.series.SeriesRefusal.EndsAlready;
import uk.alongside.conversations.series.SeriesRefusal.EndsBeforeItBegins;
import uk.alongside.conversations.series.SeriesRefusal.EndsInThePast;
import uk.alongside.conversations.series.SeriesRefusal.EndsTooFarAhead;
import uk.alongside.conversations.series.SeriesRefusal.NothingLeft;
import uk.alongside.conversations.session.Arrangement;
import uk.alongside.conversations.session.Session;
import uk.alongside.conversations.session.SessionPlan;
import uk.alongside.conversations.session.SessionRefusal.Over;
import uk.alongside.conversations.session.SessionRefusal.Overlaps;
import uk.alongside.conversations.session.SessionRefusal.TimeLeftOut;
import uk.alongside.conversations.session.SessionRefused;

/** A talking point that recurs: on which days, and what each of its sessions is like. */
@Entity
@Table(name = "series", schema = "app")
public class Series {

    static final Period AHEAD = Period.ofMonths(12);

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

    /** Up to this day its sessions are made. */
    private LocalDate plannedUntil;

    @Embedded
    private Arrangement arrangement;

    /** Why a day is left out. */
    enum Reason {
        CHOSEN,
        BANK_HOLIDAY,
        HUB_CLOSED,
        CLOCKS,
        CLASH;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A day of the recurrence, what is to be known of it, and the session on it unless there can be none. */
    record Day(LocalDate date, List<Flag> flags, boolean skipped, Optional<Session> session) {}

    /** Plans a series without its sessions yet, or throws {@link SeriesRefused} with the reason why not. */
    static Series planned(UUID id, UUID hub, SeriesPlan plan, Clock clock) {
        var today = today(clock);
        var farthest = today.plus(AHEAD);
        var recurrence = plan.recurrence();
        if (recurrence.first().isBefore(today)) {
            throw new SeriesRefused(new BeginsInThePast());
        }
        if (recurrence.first().isAfter(farthest)) {
            throw new SeriesRefused(new BeginsTooFarAhead(farthest));
        }
        recurrence.last().ifPresent(last -> {
            if (last.isBefore(recurrence.first())) {
                throw new SeriesRefused(new EndsBeforeItBegins(recurrence.first()));
            }
            if (last.isAfter(farthest)) {
                throw new SeriesRefused(new EndsTooFarAhead(farthest));
            }
        });
        return new Series(
                id, hub, recurrence, plan.arrangement(), recurrence.first().minusDays(1));
    }

    @SuppressWarnings("NullAway.Init") // the council is filled in by Hibernate
    private Series(UUID id, UUID hub, Recurrence recurrence, Arrangement arrangement, LocalDate plannedUntil) {
        this.id = id;
        this.hubId = hub;
        this.firstDay = recurrence.first();
        this.recurrence = recurrence.text();
        this.skipped = new TreeMap<>();
        this.plannedUntil = plannedUntil;
        this.arrangement = arrangement;
    }

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected Series() {}

    /**
     * The days for which there are no sessions yet, a year ahead. A holiday or a closure is left out unless it is kept;
     * nothing is left out for a clash or a missing hour unless that was chosen. Today does not count once it is over.
     */
    List<Day> upcoming(Set<LocalDate> skip, Set<LocalDate> keep, HubCalendar calendar, Clock clock) {
        return days(horizon(clock), skip, keep, calendar, clock);
    }

    private List<Day> days(
            LocalDate until, Set<LocalDate> skip, Set<LocalDate> keep, HubCalendar calendar, Clock clock) {
        var days = new ArrayList<Day>();
        for (var date : recurrence().between(plannedUntil.plusDays(1), until)) {
            var flags = new ArrayList<>(calendar.flags(date));
            var session = Optional.<Session>empty();
            try {
                session = Optional.of(Session.ofSeries(id, hubId, new SessionPlan(date, arrangement), clock));
                flags.addAll(calendar.clashes(session.get()));
            } catch (SessionRefused e) {
                if (e.reason() instanceof Over && !recurrence().isSingleDates()) {
                    continue;
                }
                if (!(e.reason() instanceof TimeLeftOut leftOut)) {
                    throw e;
                }
                flags.add(new Flag.TimeLeftOut(leftOut.time(), leftOut.next()));
            }
            boolean left = skip.contains(date)
                    || (!keep.contains(date) && flags.stream().anyMatch(flag -> !flag.forbids()));
            days.add(new Day(date, flags, left, session));
        }
        return days;
    }

    /** Makes the sessions of its days, or throws if one of them cannot be held and is not left out. */
    List<Session> make(List<Day> days, Clock clock) {
        for (var day : days) {
            if (!day.skipped()) {
                day.flags().forEach(flag -> refuse(day.date(), flag));
            }
        }
        var made = take(days, horizon(clock));
        if (made.isEmpty()) {
            throw new SeriesRefused(new NothingLeft());
        }
        return made;
    }

    /**
     * Makes the sessions of its days while nobody watches: what cannot be held is left out, with the reason. It goes no
     * further than bank holidays are written down.
     */
    List<Session> roll(HubCalendar calendar, Clock clock) {
        var until = calendar.knownUntil(plannedUntil.plusDays(1), horizon(clock));
        if (!until.isAfter(plannedUntil)) {
            return List.of();
        }
        var days = days(until, Set.of(), Set.of(), calendar, clock).stream()
                .map(day -> day.flags().stream().anyMatch(Flag::forbids)
                        ? new Day(day.date(), day.flags(), true, Optional.empty())
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
                        day.flags().stream().findFirst().map(Flag::reason).orElse(Reason.CHOSEN));
            } else {
                var session = day.session().orElseThrow();
                if (day.flags().stream().anyMatch(Flag.HubClosed.class::isInstance)) {
                    session.holdWhileClosed();
                }
                made.add(session);
            }
        }
        skipped = left;
        plannedUntil = until;
        return made;
    }

    /** Is held otherwise from now on. */
    public void rearrange(Arrangement wanted) {
        arrangement = wanted;
    }

    /** Ends before a day, and goes on from it as another series that is held otherwise, if anything is left of it. */
    public Optional<Series> splitOn(LocalDate day, Arrangement wanted) {
        var rest = recurrence().startingOn(day);
        recurrence = recurrence().endingBefore(day).text();
        return rest.map(from -> {
            var later = new Series(UUID.randomUUID(), hubId, from, wanted, plannedUntil);
            skipped.forEach((skippedDay, reason) -> {
                if (!skippedDay.isBefore(day)) {
                    later.skipped.put(skippedDay, reason);
                }
            });
            return later;
        });
    }

    /** Is held on this day for the last time, if it is held on it. */
    public void endAfter(LocalDate last, Clock clock) {
        if (last.isBefore(today(clock))) {
            throw new SeriesRefused(new EndsInThePast());
        }
        var farthest = today(clock).plus(AHEAD);
        if (last.isAfter(farthest)) {
            throw new SeriesRefused(new EndsTooFarAhead(farthest));
        }
        recurrence().last().filter(already -> !already.isAfter(last)).ifPresent(already -> {
            throw new SeriesRefused(new EndsAlready(already));
        });
        recurrence = recurrence().endingBefore(last.plusDays(1)).text();
    }

    private static void refuse(LocalDate date, Flag flag) {
        switch (flag) {
            case Flag.TimeLeftOut(var time, var next) ->
                throw new SessionRefused(new TimeLeftOut("starts", date, time, next));
            case Flag.Clash(var kind, var starts, var ends, var room) ->
                throw new SessionRefused(new Overlaps(date, starts, ends, kind, room));
            case Flag.BankHoliday _, Flag.HubClosed _ -> {
                // kept on purpose
            }
        }
    }

    /** Whether there are days beyond those for which sessions are made. */
    boolean isOpen(Clock clock) {
        return plannedUntil.isBefore(horizon(clock));
    }

    private LocalDate horizon(Clock clock) {
        var farthest = today(clock).plus(AHEAD);
        return recurrence().last().filter(last -> last.isBefore(farthest)).orElse(farthest);
    }

    public static LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(Session.LONDON));
    }

    public Recurrence recurrence() {
        return new Recurrence(firstDay, recurrence);
    }

    public UUID id() {
        return id;
    }

    long version() {
        return version == null ? 0 : version;
    }

    UUID hub() {
        return hubId;
    }

    Arrangement arrangement() {
        return arrangement;
    }

    Map<LocalDate, Reason> skipped() {
        return Map.copyOf(skipped);
    }

    LocalDate plannedUntil() {
        return plannedUntil;
    }
}
