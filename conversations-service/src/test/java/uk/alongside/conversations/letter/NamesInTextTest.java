package uk.alongside.conversations.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesInTextTest {

    private static final String ADDRESSEE = "Margaret Ellison";

    @ParameterizedTest
    @CsvSource({
        "Priya Shah helps with shopping., another person helps with shopping.",
        "I rang PRIYA today., I rang another person today.",
        "It is Priya's idea; shah agreed., It is another person's idea; another person agreed.",
        "Priyanka came., Priyanka came.",
        "(Priya), (another person)",
        "Shah Priya came., another person came."
    })
    void replacesAWholeNameAndItsPartsInAnyCase(String text, String expected) {
        assertThat(NamesInText.without(text, List.of("Priya Shah"), ADDRESSEE)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Prys-Jones came., another person came.",
        "GWEN PRŶS-JONES came., another person came.",
        "Pry\u0302s came., another person came.",
        "Mrs Jones came., Mrs another person came.",
        "Prysor came., Prysor came."
    })
    void findsWelshLettersWithAndWithoutTheirMarks(String text, String expected) {
        assertThat(NamesInText.without(text, List.of("Gwen Prŷs-Jones"), ADDRESSEE))
                .isEqualTo(expected);
    }

    @Test
    void keepsTheAddresseesOwnNameButNotTheWholeNameOfARelative() {
        var text = "Margaret Ellison lives with Rosa Ellison. Rosa calls Mrs Ellison every day.";

        assertThat(NamesInText.without(text, List.of("Rosa Ellison"), ADDRESSEE))
                .isEqualTo("Margaret Ellison lives with another person. another person calls Mrs Ellison every day.");
    }

    @Test
    void leavesATextWithoutNamesExactlyAsItIs() {
        var text = "  İstanbul 👩‍👩‍👧 \u202Eabc ﬁne\r\n";

        assertThat(NamesInText.without(text, List.of(), ADDRESSEE)).isEqualTo(text);
        assertThat(NamesInText.without(text, List.of("Priya Shah", "J"), ADDRESSEE))
                .isEqualTo(text);
        assertThat(NamesInText.without(text + "Priya" + text, List.of("Priya Shah"), ADDRESSEE))
                .isEqualTo(text + "another person" + text);
    }

    @Test
    void saysWhetherAPersonIsNamed() {
        assertThat(NamesInText.has("Ask priya", "Priya Shah", ADDRESSEE)).isTrue();
        assertThat(NamesInText.has("Ask Margaret", "Priya Shah", ADDRESSEE)).isFalse();
        assertThat(NamesInText.has("Ask (J.*)", "J.* (x)", ADDRESSEE)).isTrue();
    }
}
