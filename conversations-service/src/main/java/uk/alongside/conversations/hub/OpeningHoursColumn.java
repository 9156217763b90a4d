package uk.alongside.conversations.hub;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

@Converter
class OpeningHoursColumn implements AttributeConverter<OpeningHours, String> {

    @Override
    public String convertToDatabaseColumn(OpeningHours hours) {
        return hours.stored();
    }

    @Override
    public OpeningHours convertToEntityAttribute(String stored) {
        return OpeningHours.fromStored(stored);
    }
}
