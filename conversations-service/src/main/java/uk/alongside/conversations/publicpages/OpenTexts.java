package uk.alongside.conversations.publicpages;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import uk.alongside.conversations.venue.AccessFeature;
import uk.alongside.conversations.venue.OpeningHours;
import uk.alongside.foundation.text.EnumWords;

/** Writes days, times and numbers for the public pages in one language, by the patterns in its message file. */
final class OpenTexts {

    private final MessageSource messages;
    private final Locale language;

    OpenTexts(MessageSource messages, Locale language) {
        this.messages = messages;
        this.language = language;
    }

    /** One day on which a place opens, and its hours. */
    record Day(String name, String hours) {}

    public String heading(OpenCouncil council, PlaceSearch near) {
        return near.isEmpty() ? council.talkingPoints() : text("list.heading", council.talkingPoints(), near.text());
    }

    public String when(OpenSession session) {
        return text("time.when", day(session.date()), time(session.starts()), time(session.ends()));
    }

    public String places(OpenSession session) {
        return session.dropIn() ? text("places.drop-in") : text("places.left", session.left());
    }

    public String feature(AccessFeature feature) {
        return text("feature." + EnumWords.of(feature));
    }

    public String closed(OpenClosure closure) {
        return closure.first().equals(closure.last())
                ? text("hub.closed-on", day(closure.first()))
                : text("hub.closed-from", day(closure.first()), day(closure.last()));
    }

    /** Returns a place's usual week, day by day. */
    public List<Day> week(OpeningHours hours) {
        var days = new LinkedHashMap<DayOfWeek, String>();
        hours.openings()
                .forEach(opening -> days.merge(
                        opening.day(),
                        text("time.span", time(opening.opens()), time(opening.closes())),
                        (one, other) -> text("time.and", one, other)));
        return days.entrySet().stream()
                .map(day -> new Day(weekday(day.getKey()), day.getValue()))
                .toList();
    }

    String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, language);
    }

    private String day(LocalDate date) {
        return DateTimeFormatter.ofPattern(text("time.day"), language).format(date);
    }

    private String time(LocalTime time) {
        if (time.equals(LocalTime.NOON)) {
            return text("time.midday");
        }
        if (time.equals(LocalTime.MIDNIGHT)) {
            return text("time.midnight");
        }
        var pattern = text(time.getMinute() == 0 ? "time.hour" : "time.hour-and-minute");
        return DateTimeFormatter.ofPattern(pattern, language).format(time);
    }

    private String text(String key, Object... values) {
        return messages.getMessage(key, values, language);
    }
}
