package uk.alongside.conversations.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.conversations.insight.Figure;
import uk.alongside.conversations.insight.Period;
import uk.alongside.conversations.insight.PublishedFigures.Latest;
import uk.alongside.conversations.insight.PublishedFigures.Published;
import uk.alongside.foundation.text.EnumWords;

class FigureWordsTest {

    private static final Period QUARTER = new Period(LocalDate.parse("2026-07-01"), LocalDate.parse("2026-10-01"));

    private final FigureWords words = new FigureWords(JsonMapper.shared());

    @Test
    void sayAFindingWithItsUnit() {
        assertThat(said(Figure.WAIT, "6.0"))
                .isEqualTo("6 days: Half of the people waited 6 days or fewer for their first conversation");
        assertThat(said(Figure.WAIT, "1.0"))
                .isEqualTo("1 day: Half of the people waited 1 day or less for their first conversation");
        assertThat(said(Figure.WAIT, "0.0"))
                .isEqualTo("0 days: Half of the people had their first conversation on the day they asked");
        assertThat(said(Figure.ATTENDED, "63")).isEqualTo("63%: 63% of bookings were kept");
        assertThat(said(Figure.WAITING_NOW, "25")).isEqualTo("25 people: 25 people wait for a first conversation now");
        assertThat(said(Figure.HAPPY, "0.4")).isEqualTo("+0.4: Happiness changed by +0.4 on average, out of 10");
        assertThat(said(Figure.ANXIOUS, "-1.2")).startsWith("−1.2: Anxiety changed by −1.2");
    }

    @Test
    void sayWhyANumberIsNotShown() {
        assertThat(said(Figure.ATTENDED, "[c]"))
                .isEqualTo("Confidential: it could tell of a few people: Bookings that were kept. Confidential: it"
                        + " could tell of a few people");
        assertThat(said(Figure.ATTENDED, "[low]")).startsWith("More than 0, but 0 after rounding");
        assertThat(said(Figure.ATTENDED, "[w]")).startsWith("None recorded");
    }

    @Test
    void haveEveryFigureWithItsDefinition() {
        for (var figure : Figure.values()) {
            var said = words.of(new Latest(figure, List.of()));
            assertThat(List.of(said.name(), said.counted(), said.of(), said.leftOut(), said.date()))
                    .as(said.figure())
                    .allSatisfy(text ->
                            assertThat(text).isNotBlank().doesNotContain("$t").doesNotContain("{{"));
        }
    }

    @Test
    void areThereForEveryFigureOfTheFramework() {
        var framework = Framework.read(JsonMapper.shared());
        var statements = framework.themes().stream()
                .flatMap(theme -> theme.statements().stream())
                .toList();

        assertThat(framework.themes()).hasSize(4);
        assertThat(statements).hasSize(9);
        assertThat(statements).extracting(Framework.Statement::code).doesNotHaveDuplicates();
        assertThat(statements.stream().flatMap(statement -> statement.figures().keySet().stream()))
                .isSubsetOf(framework.kinds().stream().map(Framework.Kind::code).toList());
        assertThat(statements.stream()
                        .flatMap(statement -> statement.figures().values().stream())
                        .flatMap(List::stream))
                .as("Every figure of the product is evidence for something")
                .containsAll(Arrays.stream(Figure.values()).map(EnumWords::of).toList())
                .isSubsetOf(Arrays.stream(Figure.values()).map(EnumWords::of).toList());
        assertThat(statements)
                .as("What was settled is never evidence without who asked again")
                .allSatisfy(statement -> assertThat(statement.figures().values())
                        .allSatisfy(figures -> {
                            if (figures.contains("resolved")) {
                                assertThat(figures).contains("asked-again");
                            }
                        }));
    }

    private String said(Figure figure, String cell) {
        var value = words.of(new Latest(figure, List.of(new Published(QUARTER, false, cell, "120"))))
                .periods()
                .getFirst();
        return value.value() + ": " + value.sentence();
    }
}
