package uk.alongside.conversations.venue;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The usual week of a place. */
public record OpeningHours(List<Opening> openings) {

    private static final String TIME =
            "(?:([0-9]{1,2})(?:[:.]([0-5][0-9])(?:[:.]00)?)?\\s?([ap]\\.?m\\.?)?|(noon|midday|midnight))";
    private static final Pattern STRETCH =
            Pattern.compile(TIME + "\\s?(?:[-–—−]|to|until|till)\\s?" + TIME, Pattern.CASE_INSENSITIVE);
    private static final Pattern SEPARATOR = Pattern.compile("\\s*(?:[,;&]|\\band\\b)\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern CLOSED = Pattern.compile("closed|-|–|—|n/?a", Pattern.CASE_INSENSITIVE);
    private static final int NOON = 12;

    public OpeningHours {
        openings = List.copyOf(openings);
    }

    /**
     * Reads one day as councils write it: {@code 10:00-13:00,14:00-17:00}, {@code 9am to 5pm}, {@code Closed}. Returns
     * nothing if the text cannot be read in one way only, or if its times are not clear.
     */
    public static Optional<List<Opening>> parse(DayOfWeek day, String text) {
        if (CLOSED.matcher(text.strip()).matches()) {
            return Optional.of(List.of());
        }
        var openings = new ArrayList<Opening>();
        for (var part : SEPARATOR.split(text.strip(), -1)) {
            var stretch = STRETCH.matcher(part);
            var opens = stretch.matches() ? time(stretch, 1) : Optional.<LocalTime>empty();
            var closes = opens.isPresent() ? time(stretch, 5) : Optional.<LocalTime>empty();
            if (opens.isEmpty() || closes.isEmpty()) {
                return Optional.empty();
            }
            openings.add(new Opening(day, opens.get(), closes.get()));
        }
        openings.sort(Comparator.comparing(Opening::opens));
        return new OpeningHours(openings).unclearDay().isPresent() ? Optional.empty() : Optional.of(openings);
    }

    /** Returns the time, or nothing if it may be in the morning or in the evening. */
    private static Optional<LocalTime> time(Matcher stretch, int group) {
        var word = stretch.group(group + 3);
        if (word != null) {
            return Optional.of(word.equalsIgnoreCase("midnight") ? LocalTime.MIDNIGHT : LocalTime.NOON);
        }
        int hour = Integer.parseInt(stretch.group(group));
        var minute = stretch.group(group + 1);
        var half = stretch.group(group + 2);
        boolean readable = half == null ? minute != null && hour < 24 : hour >= 1 && hour <= NOON;
        if (!readable) {
            return Optional.empty();
        }
        if (half != null) {
            hour = hour % NOON + (half.toLowerCase(Locale.ROOT).startsWith("p") ? NOON : 0);
        }
        return Optional.of(LocalTime.of(hour, minute == null ? 0 : Integer.parseInt(minute)));
    }

    /**
     * Returns the first day on which a closing time equals its opening time or two openings overlap. The openings must be
     * in order.
     */
    public Optional<DayOfWeek> unclearDay() {
        for (int i = 0; i < openings.size(); i++) {
            var opening = openings.get(i);
            if (opening.closes().equals(opening.opens()) || (i > 0 && overlap(openings.get(i - 1), opening))) {
                return Optional.of(opening.day());
            }
        }
        return Optional.empty();
    }

    private static boolean overlap(Opening before, Opening after) {
        boolean overnight = before.closes().isBefore(before.opens());
        return before.day() == after.day() && (overnight || after.opens().isBefore(before.closes()));
    }

    /** Returns the times of each day on which the place opens, such as {@code 09:00-17:00} under open-monday. */
    public Map<String, String> byDay() {
        return openings.stream()
                .collect(Collectors.toMap(
                        opening -> "open-" + opening.day().name().toLowerCase(Locale.ROOT),
                        opening -> opening.opens() + "-" + opening.closes(),
                        (first, second) -> first + ", " + second));
    }

    /** Returns the opening hours in the form in which a row stores them. */
    public String stored() {
        return openings.stream()
                .map(opening -> opening.day() + " " + opening.opens() + " " + opening.closes())
                .collect(Collectors.joining(";"));
    }

    public static OpeningHours fromStored(String stored) {
        var openings = new ArrayList<Opening>();
        for (var part : stored.isEmpty() ? new String[0] : stored.split(";", -1)) {
            var words = part.split(" ", -1);
            openings.add(
                    new Opening(DayOfWeek.valueOf(words[0]), LocalTime.parse(words[1]), LocalTime.parse(words[2])));
        }
        return new OpeningHours(openings);
    }
}
