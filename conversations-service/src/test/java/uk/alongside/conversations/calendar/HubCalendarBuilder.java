package uk.alongside.conversations.calendar;

import java.util.List;
import uk.alongside.conversations.hub.HubClosure;
import uk.alongside.conversations.session.Session;

/** Builds the calendar of a hub in England. */
public final class HubCalendarBuilder {

    private HubCalendarBuilder() {}

    public static HubCalendar of(List<HubClosure> closures, List<Session> sessions) {
        return new HubCalendar(new BankHolidays(Nation.ENGLAND_AND_WALES), closures, sessions);
    }
}
