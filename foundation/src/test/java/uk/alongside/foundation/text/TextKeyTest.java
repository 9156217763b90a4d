package uk.alongside.foundation.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextKeyTest {

    @ParameterizedTest
    @ValueSource(strings = {"Room 2", "room  2", "Room\u00a02", "Room 2\u00a0", "ＲＯＯＭ ２", "\u200bRoom\u2009 2"})
    void oneRoomHasOneKey(String spelling) {
        assertThat(TextKey.of(spelling)).isEqualTo("room 2");
    }

    @ParameterizedTest
    @CsvSource({
        "Tŷ Bach, Ty\u0302 Bach",
        "St Mary's, St Mary’s",
        "St Mary's, st mary‘s",
        "Straße, STRASSE",
        "Level –1, Level -1",
        "Café, CAFE"
    })
    void spellingsThatAReaderTakesForTheSameHaveTheSameKey(String one, String other) {
        assertThat(TextKey.of(one.replace("\\u0302", "\u0302")))
                .isEqualTo(TextKey.of(other.replace("\\u0302", "\u0302")));
    }

    @ParameterizedTest
    @CsvSource({"Level 1, Level -1", "Room 2, Room 2a", "C, C#", "Room 12, Room 1 2"})
    void differentNamesHaveDifferentKeys(String one, String other) {
        assertThat(TextKey.of(one)).isNotEqualTo(TextKey.of(other));
    }

    @Test
    void textWithoutAVisibleCharacterHasAnEmptyKey() {
        assertThat(TextKey.of("\u200b\u00a0")).isEmpty();
    }
}
