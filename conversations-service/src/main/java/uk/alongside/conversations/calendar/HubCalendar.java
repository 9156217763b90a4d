package uk.alongside.conversations.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import uk.alongside.conversations.hub.HubClosure;
import uk.alongside.conversations.session.Session;

/** The bank holidays, closures and sessions of a hub, against which new days are checked. */
public final class HubCalendar {

    private final BankHolidays holidays;
    private final List<HubClosure> closures;
    private final List<Session> sessions;

    HubCalendar(BankHolidays holidays, List<HubClosure> closures, List<Session> sessions) {
        this.holidays = holidays;
        this.closures = List.copyOf(closures);
        this.sessions = List.copyOf(sessions);
    }

    /** Lists the bank holiday and the closure on a day. */
    public List<PlanningConflict> conflicts(LocalDate day) {
        var conflicts = new ArrayList<PlanningConflict>();
        holidays.on(day).ifPresent(name -> conflicts.add(new PlanningConflict.BankHoliday(name)));
        closures.stream()
                .filter(closure -> closure.covers(day))
                .findFirst()
                .ifPresent(closure -> conflicts.add(new PlanningConflict.HubClosed(closure.reason())));
        return conflicts;
    }

    /** Lists the other session that has the room at the time of this one, if there is one. */
    public List<PlanningConflict> clashes(Session session) {
        return sessions.stream()
                .filter(other -> other.clashesWith(session))
                .findFirst()
                .map(other ->
                        new PlanningConflict.Clash(other.pattern().kind(), other.starts(), other.ends(), other.room()))
                .map(conflict -> List.<PlanningConflict>of(conflict))
                .orElse(List.of());
    }

    /**
     * Returns the last of these days before the first year without a file of bank holidays. Returns the day before the
     * first if the first is already in such a year.
     */
    public LocalDate knownUntil(LocalDate first, LocalDate last) {
        return IntStream.rangeClosed(first.getYear(), last.getYear())
                .filter(year -> !holidays.known(year))
                .mapToObj(year -> LocalDate.ofYearDay(year, 1).minusDays(1))
                .findFirst()
                .orElse(last);
    }

    /** Lists the years among these days without a file of bank holidays. */
    public List<Integer> unknownYears(List<LocalDate> days) {
        return days.stream()
                .map(LocalDate::getYear)
                .distinct()
                .filter(year -> !holidays.known(year))
                .sorted()
                .toList();
    }
}
