package uk.alongside.conversations.series;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.calendar.HubCalendars;
import uk.alongside.conversations.day.DayChanges;
import uk.alongside.conversations.hub.HubDirectory;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.hub.HubName;
import uk.alongside.conversations.session.RoomAndStaff;
import uk.alongside.conversations.session.SeriesId;
import uk.alongside.conversations.session.Session;
import uk.alongside.conversations.session.Sessions;
import uk.alongside.conversations.session.Sessions.Ahead;
import uk.alongside.conversations.slot.Slots;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.idempotency.IdempotentRequests;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.wall.CouncilContext;

@Service
class SeriesService {

    private static final Logger LOG = LoggerFactory.getLogger(SeriesService.class);
    private static final int SHOWN = 8;

    private final SeriesRepository repository;
    private final Sessions sessions;
    private final Slots slots;
    private final HubDirectory hubs;
    private final RoomAndStaff roomAndStaff;
    private final HubCalendars calendars;
    private final DayChanges days;
    private final Rolling rolling;
    private final IdempotentRequests requests;
    private final Audit audit;
    private final Clock clock;

    SeriesService(
            SeriesRepository repository,
            Sessions sessions,
            Slots slots,
            HubDirectory hubs,
            RoomAndStaff roomAndStaff,
            HubCalendars calendars,
            DayChanges days,
            Rolling rolling,
            IdempotentRequests requests,
            Audit audit,
            Clock clock) {
        this.repository = repository;
        this.sessions = sessions;
        this.slots = slots;
        this.hubs = hubs;
        this.roomAndStaff = roomAndStaff;
        this.calendars = calendars;
        this.days = days;
        this.rolling = rolling;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
    }

    /** A series with its hub and its next sessions. */
    record Described(Series series, HubName hub, List<Session> next, long ahead) {}

    /** A series in a list. */
    record Listed(Series series, long ahead, @Nullable LocalDate next) {}

    /** The days and sessions that a series would have. */
    record Preview(Series series, List<Series.Day> days, List<Integer> yearsWithoutHolidays) {}

    /** Lists the days of the coming year with their conflicts. Nothing is stored. */
    @Transactional(readOnly = true)
    Preview preview(HubId hubId, SeriesPlan asked) {
        if (hubs.find(hubId).isEmpty()) {
            throw Refused.notFound();
        }
        var plan = asked.withPattern(roomAndStaff.resolve(hubId, asked.pattern()));
        var series = Series.planned(SeriesId.random(), hubId, plan, clock);
        var calendar = calendars.of(hubId);
        var days = series.upcoming(plan.skip(), plan.keep(), calendar, clock);
        return new Preview(
                series,
                days,
                calendar.unknownYears(days.stream().map(Series.Day::date).toList()));
    }

    @Transactional
    Described plan(HubId hub, SeriesPlan plan, String key) {
        return requests.once(
                key,
                "POST /api/hubs/" + hub.value() + "/series",
                plan,
                id -> plan(new SeriesId(id), hub, plan),
                id -> find(new SeriesId(id)));
    }

    private Described plan(SeriesId id, HubId hubId, SeriesPlan asked) {
        var hub = hubs.findForPlanning(hubId).orElseThrow(() -> Refused.notFound());
        var plan = asked.withPattern(roomAndStaff.resolve(hubId, asked.pattern()));
        var series = Series.planned(id, hubId, plan, clock);
        var calendar = calendars.of(hubId);
        var made = series.make(series.upcoming(plan.skip(), plan.keep(), calendar, clock), clock);
        repository.save(series);
        keep(made);
        days.changed(hubId.value(), made.stream().map(Session::date).toList());
        rolling.begin();
        audit.changed("series", id.value(), "created");
        return new Described(series, hub, made.stream().limit(SHOWN).toList(), made.size());
    }

    private void keep(List<Session> made) {
        made.forEach(sessions::save);
        slots.insert(made.stream()
                .flatMap(session -> session.slots(session.placesPerSlot()).stream())
                .toList());
    }

    @Transactional(readOnly = true)
    Described find(SeriesId id) {
        var series = repository.findById(id.value()).orElseThrow(() -> Refused.notFound());
        var hub = hubs.find(series.hub()).orElseThrow();
        var ahead = sessions.findBySeriesIdAndDayGreaterThanEqualOrderByStartsAt(id.value(), Series.today(clock));
        return new Described(
                series,
                hub,
                ahead,
                ahead.stream().filter(session -> !session.isCancelled()).count());
    }

    /** Lists series of a hub after so many others, each with the number of its sessions to come. */
    @Transactional(readOnly = true)
    List<Listed> list(HubId hubId, int after, int limit) {
        if (hubs.find(hubId).isEmpty()) {
            throw Refused.notFound();
        }
        var found = repository.findByHubIdOrderByFirstDayAscIdAsc(hubId.value()).stream()
                .skip(after)
                .limit(limit)
                .toList();
        if (found.isEmpty()) {
            return List.of();
        }
        var ahead =
                sessions.findAhead(found.stream().map(each -> each.id().value()).toList(), Series.today(clock)).stream()
                        .collect(toMap(Ahead::series, each -> each));
        return found.stream()
                .map(series -> {
                    var still = ahead.get(series.id().value());
                    return still == null
                            ? new Listed(series, 0, null)
                            : new Listed(series, still.sessions(), still.next());
                })
                .toList();
    }

    /** Creates the sessions of each series of this council as far ahead as allowed, and returns the number created. */
    @Transactional
    public int roll() {
        int made = 0;
        int stopped = 0;
        for (var place : repository.findPlannedBefore(Series.today(clock).plus(HubCalendars.AHEAD))) {
            boolean locked = hubs.findForPlanning(new HubId(place.hub())).isPresent();
            var series = repository.findById(place.series()).orElseThrow();
            if (locked && series.isOpen(clock)) {
                var until = series.plannedUntil();
                var more = series.roll(calendars.of(series.hub()), clock);
                keep(more);
                if (series.plannedUntil().isAfter(until)) {
                    audit.changed("series", series.id().value(), "rolled");
                }
                made += more.size();
                stopped += series.isOpen(clock) ? 1 : 0;
            }
        }
        if (stopped > 0) {
            LOG.warn(
                    "{} series of council {} wait for the bank holidays of a year that has no file yet",
                    stopped,
                    CouncilContext.council());
        }
        return made;
    }
}
