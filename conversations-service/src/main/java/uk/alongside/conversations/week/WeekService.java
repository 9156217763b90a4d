package uk.alongside.conversations.week;

import static java.util.stream.Collectors.groupingBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.calendar.HubCalendars;
import uk.alongside.conversations.headcount.Headcounts;
import uk.alongside.conversations.hub.HubClosure;
import uk.alongside.conversations.hub.HubDirectory;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.hub.HubName;
import uk.alongside.conversations.session.SessionId;
import uk.alongside.conversations.session.SessionsAtHub;
import uk.alongside.conversations.session.SessionsAtHub.SessionInWeek;

/** Reads one week at the hubs of the council. The number of statements does not depend on the number of hubs. */
@Service
class WeekService {

    private final HubDirectory hubs;
    private final SessionsAtHub sessions;
    private final HubCalendars calendars;
    private final Headcounts headcounts;

    WeekService(HubDirectory hubs, SessionsAtHub sessions, HubCalendars calendars, Headcounts headcounts) {
        this.hubs = hubs;
        this.sessions = sessions;
        this.calendars = calendars;
        this.headcounts = headcounts;
    }

    /** A week from Monday to Sunday, and a page of the hubs with what is on there. */
    record Week(
            LocalDate monday,
            Map<LocalDate, String> bankHolidays,
            Page<HubName> hubs,
            List<HubWeek> weeks,
            Map<SessionId, Integer> headcounts) {

        /** The seven days of the week. */
        List<LocalDate> days() {
            return monday.datesUntil(monday.plusWeeks(1)).toList();
        }
    }

    /** The sessions and closures of one hub in a week. */
    record HubWeek(HubName hub, List<SessionInWeek> sessions, List<HubClosure> closures) {

        /** Says whether the hub closed for the day of a session after the session was planned. */
        boolean hidesByClosure(SessionInWeek session) {
            return !session.openDespiteClosure()
                    && closures.stream().anyMatch(closure -> closure.covers(session.date()));
        }
    }

    /** Returns the week of this day at the hubs that match the words. */
    @Transactional(readOnly = true)
    Week week(LocalDate day, String words, Pageable page) {
        var monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var sunday = monday.plusDays(6);
        var found = hubs.search(words, page);
        var ids = found.map(HubName::id).getContent();
        var planned = sessions.between(ids, monday, sunday);
        var all = planned.stream().collect(groupingBy(SessionInWeek::hub));
        var closures = hubs.closures(ids, monday, sunday);
        return new Week(
                monday,
                calendars.bankHolidays(monday, sunday),
                found,
                found.getContent().stream()
                        .map(hub -> new HubWeek(hub, ofHub(all, hub.id()), ofHub(closures, hub.id())))
                        .toList(),
                headcounts.of(planned.stream().map(SessionInWeek::id).toList()));
    }

    private static <T> List<T> ofHub(Map<HubId, List<T>> all, HubId hub) {
        return all.getOrDefault(hub, List.of());
    }
}
