package uk.alongside.conversations.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneTest {

    @ParameterizedTest
    @CsvSource({
        "07700 900123, 07700900123",
        "+44 7700 900123, 07700900123",
        "+44 (0)7700 900-123, 07700900123",
        "0044 1632 960123, 01632960123",
        "(01632) 960 123, 01632960123",
        "01632 960123 ext 42, 01632960123",
        "01632960123x7, 01632960123",
        "+353 1 234 5678, 0035312345678",
        "01632 960123 ext: 12, 01632960123",
        "01632 960123 #12, 01632960123",
        "07700 900123 (daughter Jane), 07700900123",
        "07700 900123 (2nd floor), 07700900123",
        "07700 900123 - after 5pm, 07700900123",
        "tel:07700900123, 07700900123",
        "tel:+44 7700 900123, 07700900123",
        "447700 900123, 07700900123",
        "\u202a07700 900123\u202c, 07700900123",
        "07700\u2011900123, 07700900123",
        "\u200b07700900123, 07700900123",
    })
    void isTheSameNumberHoweverItIsTyped(String typed, String digits) {
        assertThat(Phone.parse(typed)).contains(new Phone(digits));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "960123",
                "077009001",
                "077009001234",
                "no phone",
                "07700 9OO123",
                "0000000000",
                "999",
                "07700 90012 O3",
                "07700 900123 456",
                "0770090012O3",
                "Jane 07700 900123",
                "07700 900 (Jane)"
            })
    void isNotGuessed(String typed) {
        assertThat(Phone.parse(typed)).isEmpty();
    }

    @Test
    void endsInThreeDigits() {
        assertThat(new Phone("07700900123").ending()).isEqualTo("123");
    }
}
