package uk.alongside.conversations.publicpages;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

/** A place's usual week in words, day by day. The place's row stores it as {@code MONDAY 09:00 17:00;...}. */
record OpenWeek(List<Day> days) {

    /** One day on which the place opens. */
    record Day(String name, String hours) {}

    static OpenWeek of(String stored) {
        var hours = new LinkedHashMap<DayOfWeek, String>();
        Arrays.stream(stored.split(";", -1)).filter(part -> !part.isBlank()).forEach(part -> {
            var words = part.split(" ", -1);
            hours.merge(
                    DayOfWeek.valueOf(words[0]),
                    DaysAndTimes.times(LocalTime.parse(words[1]), LocalTime.parse(words[2])),
                    (one, other) -> one + " and " + other);
        });
        return new OpenWeek(hours.entrySet().stream()
                .map(day -> new Day(DaysAndTimes.weekday(day.getKey()), day.getValue()))
                .toList());
    }
}
