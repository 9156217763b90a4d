package uk.alongside.conversations.series;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.alongside.conversations.series.Series.Reason;

/**
 * Converts the days that a series leaves out to the form in which a row stores them: {@code 2026-12-25
 * BANK_HOLIDAY;...}.
 */
@Converter
class SkippedColumn implements AttributeConverter<Map<LocalDate, Reason>, String> {

    @Override
    public String convertToDatabaseColumn(Map<LocalDate, Reason> skipped) {
        return new TreeMap<>(skipped)
                .entrySet().stream()
                        .map(each -> each.getKey() + " " + each.getValue())
                        .collect(Collectors.joining(";"));
    }

    @Override
    public Map<LocalDate, Reason> convertToEntityAttribute(String stored) {
        var skipped = new TreeMap<LocalDate, Reason>();
        if (!stored.isEmpty()) {
            Arrays.stream(stored.split(";", -1))
                    .map(each -> each.split(" ", -1))
                    .forEach(each -> skipped.put(LocalDate.parse(each[0]), Reason.valueOf(each[1])));
        }
        return skipped;
    }
}
