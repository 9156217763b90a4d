package uk.alongside.conversations.session;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Converts breaks to the form in which a row stores them: {@code 11:00-11:15,12:30-13:00}. */
@Converter
class BreaksColumn implements AttributeConverter<List<Break>, String> {

    @Override
    public String convertToDatabaseColumn(List<Break> breaks) {
        return breaks.stream().map(each -> each.starts() + "-" + each.ends()).collect(Collectors.joining(","));
    }

    @Override
    public List<Break> convertToEntityAttribute(String stored) {
        if (stored.isEmpty()) {
            return List.of();
        }
        return Arrays.stream(stored.split(",", -1))
                .map(each -> each.split("-", -1))
                .map(times -> new Break(LocalTime.parse(times[0]), LocalTime.parse(times[1])))
                .toList();
    }
}
