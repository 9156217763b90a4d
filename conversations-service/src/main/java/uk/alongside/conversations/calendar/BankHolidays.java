package uk.alongside.conversations.calendar;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The bank holidays of one nation. The program contains one file for each year, so no other service is needed to check
 * a date. A year without a file has no bank holidays, and {@link #known} returns false for it.
 */
final class BankHolidays {

    private static final int LENGTH_OF_A_DATE = 10;

    private final Nation nation;
    private final Map<Integer, Optional<Map<LocalDate, String>>> years = new ConcurrentHashMap<>();

    BankHolidays(Nation nation) {
        this.nation = nation;
    }

    Optional<String> on(LocalDate day) {
        return year(day.getYear()).map(holidays -> holidays.get(day));
    }

    /** Returns whether there is a file for that year. */
    boolean known(int year) {
        return year(year).isPresent();
    }

    private Optional<Map<LocalDate, String>> year(int year) {
        return years.computeIfAbsent(year, this::read);
    }

    private Optional<Map<LocalDate, String>> read(int year) {
        try (var file =
                BankHolidays.class.getResourceAsStream("bank-holidays/" + nation.file() + "-" + year + ".txt")) {
            if (file == null) {
                return Optional.empty();
            }
            var lines = new String(file.readAllBytes(), StandardCharsets.UTF_8).lines();
            return Optional.of(days(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<LocalDate, String> days(Stream<String> lines) {
        return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                .collect(toUnmodifiableMap(
                        line -> LocalDate.parse(line.substring(0, LENGTH_OF_A_DATE)),
                        line -> line.substring(LENGTH_OF_A_DATE).strip()));
    }
}
