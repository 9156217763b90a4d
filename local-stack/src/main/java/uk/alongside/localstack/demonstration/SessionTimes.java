package uk.alongside.localstack.demonstration;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The times at which a hub of the demonstration has sessions: in the morning, in the afternoon and in the evening, as
 * far as the hub is open, and never on a Sunday.
 */
record SessionTimes(LocalTime starts, LocalTime ends) {

    private static final List<SessionTimes> OF_A_DAY =
            List.of(times("09:30", "12:30"), times("13:30", "16:30"), times("17:30", "20:30"));

    private static SessionTimes times(String starts, String ends) {
        return new SessionTimes(LocalTime.parse(starts), LocalTime.parse(ends));
    }

    /** Returns the sessions of a weekday at a hub with these opening hours, which are as the API answers them. */
    static List<SessionTimes> of(DayOfWeek day, JsonNode openingHours) {
        var open = new ArrayList<SessionTimes>();
        for (var opening : openingHours) {
            if (opening.path("day").asString().equalsIgnoreCase(day.name())) {
                open.add(times(
                        opening.path("opens").asString(), opening.path("closes").asString()));
            }
        }
        return day == DayOfWeek.SUNDAY
                ? List.of()
                : OF_A_DAY.stream()
                        .filter(session -> open.stream().anyMatch(session::isWithin))
                        .toList();
    }

    private boolean isWithin(SessionTimes opening) {
        return !starts.isBefore(opening.starts) && !ends.isAfter(opening.ends);
    }

    /**
     * Returns the people who are booked at a hub: others at each hub, so that no person is at two hubs at the same time.
     *
     * @param hub the place of the hub among the hubs
     * @param turn a number that differs from day to day, so that other people come first
     */
    static List<String> people(List<String> people, int hub, int turn, int count) {
        return Stream.iterate(0, nth -> nth + 1)
                .limit(Math.min(count, PEOPLE_OF_A_HUB))
                .map(nth -> people.get(hub * PEOPLE_OF_A_HUB + (turn + nth) % PEOPLE_OF_A_HUB))
                .toList();
    }

    static final int PEOPLE_OF_A_HUB = 10;
}
