package uk.alongside.conversations.identifier;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A date that a member of staff typed in a search, like 3/7/1948, 3 July 1948, 3 Gorffennaf 1948, 03 07 1948 or
 * 1948-07-03. The day comes before the month, unless the year comes first or the month is a word.
 *
 * @param days the days that it may mean; two if the year has two digits
 * @param rest what was typed beside the date
 */
public record TypedDate(List<LocalDate> days, String rest) {

    private static final Map<String, Integer> MONTHS = Map.copyOf(Stream.of(
                    "1 january jan ionawr ion",
                    "2 february feb chwefror chwef",
                    "3 march mar mawrth fawrth",
                    "4 april apr ebrill ebr",
                    "5 may mai fai",
                    "6 june jun mehefin fehefin meh",
                    "7 july jul gorffennaf orffennaf gorff",
                    "8 august aug awst",
                    "9 september sept sep medi fedi",
                    "10 october oct hydref hyd",
                    "11 november nov tachwedd dachwedd tach",
                    "12 december dec rhagfyr ragfyr rhag")
            .map(line -> List.of(line.split(" ")))
            .flatMap(words -> words.stream().skip(1).map(word -> Map.entry(word, Integer.valueOf(words.getFirst()))))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));

    private static final String BEGIN = "(?i)(?<![\\p{L}\\p{N}])";
    private static final String END = "(?![\\p{L}\\p{N}])";
    private static final String DAY = "([0-9]{1,2})(?:st|nd|rd|th|af|il|ain|fed|ydd|eg)?";
    private static final String MONTH = "(" + String.join("|", MONTHS.keySet()) + ")\\.?";

    /** A way to write a date, and the order in which the year, the month and the day are in it. */
    private record Form(Pattern pattern, Function<MatchResult, List<String>> parts) {}

    private static final List<Form> FORMS = List.of(
            form(BEGIN + "([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})" + END, 1, 2, 3),
            form(BEGIN + "([0-9]{1,2})([ ./-])([0-9]{1,2})\\2([0-9]{4})" + END, 4, 3, 1),
            form(BEGIN + "([0-9]{1,2})([./-])([0-9]{1,2})\\2([0-9]{2})" + END, 4, 3, 1),
            form(BEGIN + "([0-9]{2})([0-9]{2})((?:18|19|20)[0-9]{2})" + END, 3, 2, 1),
            form(BEGIN + DAY + "[ /-]?(?:of |o )?" + MONTH + ",?[ /-]?([0-9]{4})" + END, 3, 2, 1),
            form(BEGIN + MONTH + " " + DAY + ",? ([0-9]{4})" + END, 3, 1, 2));

    private static Form form(String pattern, int year, int month, int day) {
        return new Form(
                Pattern.compile(pattern), found -> List.of(found.group(year), found.group(month), found.group(day)));
    }

    public TypedDate {
        days = List.copyOf(days);
    }

    /** Returns the first date in the text, if there is one. */
    public static Optional<TypedDate> find(String text) {
        return FORMS.stream()
                .flatMap(form -> form.pattern()
                        .matcher(text)
                        .results()
                        .map(found -> new TypedDate(
                                days(form.parts().apply(found)),
                                (text.substring(0, found.start()) + " " + text.substring(found.end())).strip())))
                .filter(date -> !date.days().isEmpty())
                .findFirst();
    }

    private static List<LocalDate> days(List<String> parts) {
        int year = Integer.parseInt(parts.getFirst());
        var word = parts.get(1).toLowerCase(Locale.ROOT);
        int month = MONTHS.containsKey(word) ? MONTHS.get(word) : Integer.parseInt(word);
        int day = Integer.parseInt(parts.getLast());
        var years = parts.getFirst().length() == 2 ? Stream.of(1900 + year, 2000 + year) : Stream.of(year);
        return years.flatMap(each -> Stream.ofNullable(date(each, month, day))).toList();
    }

    private static @Nullable LocalDate date(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Leaves out what was typed, since this text appears in logs. */
    @Override
    public String toString() {
        return "TypedDate[" + days.size() + "]";
    }
}
