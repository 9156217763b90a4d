package uk.alongside.conversations.series;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import uk.alongside.conversations.hub.HubClosure;
import uk.alongside.conversations.session.Session;

/** What stands at a hub already, against which new days are held: bank holidays, closures, and who has which room. */
public final class HubCalendar {

    private final BankHolidays holidays;
    private final List<HubClosure> closures;
    private final List<Session> sessions;

    HubCalendar(BankHolidays holidays, List<HubClosure> closures, List<Session> sessions) {
        this.holidays = holidays;
        this.closures = List.copyOf(closures);
        this.sessions = List.copyOf(sessions);
    }

    /** What is to be said of a day, the session on it aside. */
    List<Flag> flags(LocalDate day) {
        var flags = new ArrayList<Flag>();
        holidays.on(day).ifPresent(name -> flags.add(new Flag.BankHoliday(name)));
        closures.stream()
                .filter(closure -> closure.covers(day))
                .findFirst()
                .ifPresent(closure -> flags.add(new Flag.HubClosed(closure.reason())));
        return flags;
    }

    /** Which other session has the room while this one would. */
    public List<Flag> clashes(Session session) {
        return sessions.stream()
                .filter(other -> other.clashesWith(session))
                .findFirst()
                .map(other -> new Flag.Clash(other.arrangement().kind(), other.starts(), other.ends(), other.room()))
                .map(flag -> List.<Flag>of(flag))
                .orElse(List.of());
    }

    /** The last of these days before a year whose bank holidays are not written down; before the first if it is in one. */
    LocalDate knownUntil(LocalDate first, LocalDate last) {
        return IntStream.rangeClosed(first.getYear(), last.getYear())
                .filter(year -> !holidays.known(year))
                .mapToObj(year -> LocalDate.ofYearDay(year, 1).minusDays(1))
                .findFirst()
                .orElse(last);
    }

    /** The years among these days whose bank holidays are not written down yet. */
    List<Integer> unknownYears(List<LocalDate> days) {
        return days.stream()
                .map(LocalDate::getYear)
                .distinct()
                .filter(year -> !holidays.known(year))
                .sorted()
                .toList();
    }
}
