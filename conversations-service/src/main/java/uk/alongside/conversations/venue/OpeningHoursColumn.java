package uk.alongside.conversations.venue;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

@Converter
public class OpeningHoursColumn implements AttributeConverter<OpeningHours, String> {

    @Override
    public String convertToDatabaseColumn(OpeningHours hours) {
        return hours.stored();
    }

    @Override
    public OpeningHours convertToEntityAttribute(String stored) {
        return OpeningHours.fromStored(stored);
    }
}
