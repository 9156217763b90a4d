package uk.alongside.foundation.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class TextKindTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"07700 900341", "\u202a07700 900341\u202c", "\u200b07700\u00a0900341", "\ufeff07700\u2009900341 "
            })
    void aPhoneNumberLosesWhatATelephoneAdds(String pasted) {
        assertThat(TextKind.PHONE.tidy(pasted)).isEqualTo("07700 900341");
    }

    @Test
    void aPhoneNumberHasPlainDashesAndDigits() {
        assertThat(TextKind.PHONE.tidy("07700\u2011900\u2013342")).isEqualTo("07700-900-342");
        assertThat(TextKind.PHONE.tidy("０７７００ ９００３４３")).isEqualTo("07700 900343");
        assertThat(TextKind.PHONE.tidy("٠٧٧٠٠ 900344")).isEqualTo("07700 900344");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "noor@brackenshire.example\u200b",
                "noor\u00ad@brackenshire.example",
                "\u200fnoor@brackenshire.example",
                "noor@brackenshire\uff0eexample",
                "\u00a0noor@brackenshire.example\u00a0"
            })
    void anEmailAddressLosesInvisibleAndWideCharacters(String pasted) {
        var tidy = TextKind.EMAIL.tidy(pasted);

        assertThat(tidy).isEqualTo("noor@brackenshire.example");
        assertThat(TextKind.EMAIL.accepts(tidy)).isTrue();
    }

    @Test
    void anEmailAddressHasAStraightApostrophe() {
        assertThat(TextKind.EMAIL.tidy("o’brien@brackenshire.example")).isEqualTo("o'brien@brackenshire.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"İnan@brackenshire.example", "noor@br\u0430ckenshire.example"})
    void anEmailAddressWithLettersThatLookLikeOthersIsRefused(String pasted) {
        assertThat(TextKind.EMAIL.accepts(TextKind.EMAIL.tidy(pasted))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "VERBATIM")
    void textWithoutAVisibleCharacterIsEmpty(TextKind kind) {
        for (var blank : new String[] {
            "", " ", "\u00a0", "\u200b", "\u3164", "\u2800", "\ufeff\u2060", "\u200d", "\u0301", "\r\n"
        }) {
            assertThat(kind.tidy(blank)).isEmpty();
            assertThat(kind.tidyOrNull(blank)).isNull();
        }
        assertThat(kind.tidyOrNull(null)).isNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"LINE", "TEXT"})
    void wordsLoseBidirectionalOverridesAndKeepJoinersAndDirectionMarks(TextKind kind) {
        assertThat(kind.tidy("Ann\u202eevil")).isEqualTo("Annevil");
        assertThat(kind.tidy("\u2067Ann\u2069")).isEqualTo("Ann");
        assertThat(kind.tidy("نامه\u200cای")).isEqualTo("نامه\u200cای");
        assertThat(kind.tidy("Ann\u200e")).isEqualTo("Ann\u200e");
    }

    @ParameterizedTest
    @ValueSource(strings = {"👩‍👩‍👧", "❤️", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "👍🏽"})
    void wordsKeepEveryPicture(String emoji) {
        assertThat(TextKind.LINE.tidy(emoji)).isEqualTo(emoji);
        assertThat(TextKind.LINE.accepts(emoji)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \r\n", "Ty\u0302 \u200b", "a\u0000b\ud800", "Ann\u202eevil\ufffd"})
    void verbatimTextStaysAsItWasTyped(String text) {
        assertThat(TextKind.VERBATIM.tidy(text)).isEqualTo(text);
        assertThat(TextKind.VERBATIM.tidyOrNull(text)).isEqualTo(text);
        assertThat(TextKind.VERBATIM.accepts(text)).isTrue();
    }

    @Test
    void wordsAreComposed() {
        assertThat(TextKind.LINE.tidy(Normalizer.normalize("Tŷ Bach", Normalizer.Form.NFD)))
                .isEqualTo("Tŷ Bach");
        assertThat(TextKind.LINE.tidy("²")).isEqualTo("²");
    }

    @Test
    void aLineHasOneSpaceForEachRunOfBlanks() {
        assertThat(TextKind.LINE.tidy("\u00a0Room \u2003\u202f2\t\r\n3 ")).isEqualTo("Room 2 3");
    }

    @Test
    void freeTextKeepsItsLinesAndItsSpaces() {
        assertThat(TextKind.TEXT.tidy("one  two \r\n\u00a0 three\u2028four\u000bfive\r"))
                .isEqualTo("one  two\n  three\nfour\nfive");
        assertThat(TextKind.TEXT.accepts("one\n\ttwo")).isTrue();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "VERBATIM")
    void charactersThatCannotBePrintedAreRefused(TextKind kind) {
        for (var text : new String[] {
            "a\u0000b", "a\u0085b", "a\u0092s", "a\ufffdb", "a\ud800b", "a\ufffeb", "a\ufdd0b", "a\u0007b"
        }) {
            assertThat(kind.accepts(kind.tidy(text))).as(text).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(TextKind.class)
    void tidyTextStaysAsItIs(TextKind kind) {
        var random = new Random(1);
        for (int i = 0; i < 5_000; i++) {
            // Mostly from the first two planes, where invisible characters and odd blanks are.
            var text = random.ints(random.nextInt(12), 0, 0x20000)
                    .map(character -> random.nextInt(4) == 0 ? 0x2000 + character % 0x70 : character)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();

            var tidy = kind.tidy(text);

            assertThat(kind.tidy(tidy)).isEqualTo(tidy);
        }
    }

    @ParameterizedTest
    @CsvSource({"'\u00a0=1+1'", "'\u200b=1+1'", "'\uff1d1+1'", "'+44'", "'@here'", "'-1'"})
    void aFormulaIsSeenBehindBlanksAndInWideSigns(String text) {
        assertThat(TextKind.looksLikeFormula(TextKind.LINE.tidy(text))).isTrue();
    }

    @Test
    void wordsAreNoFormula() {
        assertThat(TextKind.looksLikeFormula("1+1")).isFalse();
        assertThat(TextKind.looksLikeFormula("")).isFalse();
    }
}
