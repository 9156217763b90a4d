package uk.alongside.tenant.benchmark;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FamiliesTest {

    @Test
    void areNotCutWhileAHalfWouldHaveFewerThanFifteen() {
        assertThat(Families.of(councils(29)).names()).isEmpty();
        assertThat(Families.of(councils(29)).of(council(3))).isEmpty();
    }

    @Test
    void areCutAtTheMedianOfPopulationFirst() {
        var families = Families.of(councils(30));

        assertThat(sizes(families, 30)).isEqualTo(Map.of("L", 15L, "U", 15L));
        assertThat(families.cuts())
                .singleElement()
                .satisfies(cut -> assertThat(cut.value()).isEqualByComparingTo("116000"));
    }

    @Test
    void areCutByDensityAndPopulationInTurn() {
        var families = Families.of(councils(153));

        assertThat(families.names()).hasSize(8);
        assertThat(sizes(families, 153).values())
                .allSatisfy(size -> assertThat(size).isBetween(19L, 20L));
        assertThat(families.bounding(families.names().getFirst()))
                .extracting(Families.Cut::measure)
                .containsExactly(
                        AuthoritySize.Measure.POPULATION,
                        AuthoritySize.Measure.DENSITY,
                        AuthoritySize.Measure.POPULATION);
    }

    @Test
    void divideEqualCouncilsByTheirCodes() {
        var equal = IntStream.rangeClosed(1, 30)
                .mapToObj(number -> new AuthoritySize(code(number), 200_000, 100))
                .toList();

        var families = Families.of(equal);

        assertThat(families.of(equal.get(14))).contains("L");
        assertThat(families.of(equal.get(15))).contains("U");
    }

    @Test
    void takeAJoinerByTheCutsOfTheYear() {
        var families = Families.of(councils(30));

        assertThat(families.of(new AuthoritySize("E09000099", 115_999, 50))).contains("L");
        assertThat(families.of(new AuthoritySize("E09000099", 900_000, 50))).contains("U");
    }

    private static Map<String, Long> sizes(Families families, int councils) {
        return new TreeMap<>(councils(councils).stream()
                .collect(groupingBy(council -> families.of(council).orElseThrow(), counting())));
    }

    private static List<AuthoritySize> councils(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(FamiliesTest::council).toList();
    }

    private static AuthoritySize council(int number) {
        return new AuthoritySize(code(number), 100_000 + 1000 * number, 1 + number * 37 % 101);
    }

    private static String code(int number) {
        return "E%08d".formatted(number);
    }
}
