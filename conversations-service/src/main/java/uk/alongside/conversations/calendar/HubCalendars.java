package uk.alongside.conversations.calendar;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import uk.alongside.conversations.council.HomeNation;
import uk.alongside.conversations.hub.HubDirectory;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.session.Session;
import uk.alongside.conversations.session.Sessions;
import uk.alongside.foundation.wall.KeptAcrossCouncils;

/** Combines the bank holidays, closures and sessions of a hub for the coming year. */
@Component
@KeptAcrossCouncils("the bank holidays of each nation, which are the same for all its councils")
public class HubCalendars {

    /** Sessions are planned this far ahead. */
    public static final Period AHEAD = Period.ofMonths(12);

    private final Sessions sessions;
    private final HubDirectory hubs;
    private final HomeNation nation;
    private final Clock clock;
    private final Map<Nation, BankHolidays> holidays = new EnumMap<>(Nation.class);

    HubCalendars(Sessions sessions, HubDirectory hubs, HomeNation nation, Clock clock) {
        this.sessions = sessions;
        this.hubs = hubs;
        this.nation = nation;
        this.clock = clock;
        for (var each : Nation.values()) {
            holidays.put(each, new BankHolidays(each));
        }
    }

    /** Returns the bank holidays on the days from one to another. */
    public Map<LocalDate, String> bankHolidays(LocalDate from, LocalDate to) {
        var nationwide = bankHolidays();
        var found = new HashMap<LocalDate, String>();
        from.datesUntil(to.plusDays(1)).forEach(day -> nationwide.on(day).ifPresent(name -> found.put(day, name)));
        return found;
    }

    /**
     * Returns the last day after which this many whole working days are over before today. Saturdays, Sundays and bank
     * holidays are no working days.
     */
    public LocalDate workingDaysAgo(int days) {
        var day = LocalDate.now(clock.withZone(Session.LONDON));
        for (int left = days; left > 0; ) {
            day = day.minusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day.minusDays(1);
    }

    private boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0
                && bankHolidays().on(day).isEmpty();
    }

    private BankHolidays bankHolidays() {
        return Objects.requireNonNull(holidays.get(Nation.of(nation.word())));
    }

    public HubCalendar of(HubId hub) {
        var today = LocalDate.now(clock.withZone(Session.LONDON));
        var last = today.plus(AHEAD);
        return new HubCalendar(
                bankHolidays(),
                hubs.closures(hub, today, last),
                sessions.findByHubIdAndDayBetweenAndStatus(
                        hub.value(), today.minusDays(1), last.plusDays(1), Session.Status.PLANNED));
    }
}
