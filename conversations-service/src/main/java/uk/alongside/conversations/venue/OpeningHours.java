package uk.alongside.conversations.venue;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The usual week of a place. */
public record OpeningHours(List<Opening> openings) {

    private static final Pattern STRETCH =
            Pattern.compile("([01]?[0-9]|2[0-3]):([0-5][0-9]) ?[-–] ?([01]?[0-9]|2[0-3]):([0-5][0-9])");

    public OpeningHours {
        openings = List.copyOf(openings);
    }

    /**
     * Reads one day as councils write it, {@code 10:00-13:00,14:00-17:00}. Returns nothing if the text cannot be read.
     */
    public static Optional<List<Opening>> parse(DayOfWeek day, String text) {
        var stretches = new ArrayList<Opening>();
        for (var part : text.split(",", -1)) {
            var stretch = STRETCH.matcher(part.strip());
            if (!stretch.matches()) {
                return Optional.empty();
            }
            var opens = LocalTime.of(Integer.parseInt(stretch.group(1)), Integer.parseInt(stretch.group(2)));
            var closes = LocalTime.of(Integer.parseInt(stretch.group(3)), Integer.parseInt(stretch.group(4)));
            if (opens.equals(closes)) {
                return Optional.empty();
            }
            stretches.add(new Opening(day, opens, closes));
        }
        return Optional.of(stretches);
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
