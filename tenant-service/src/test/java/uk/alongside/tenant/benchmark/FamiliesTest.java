package uk.alongside.tenant.benchmark;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
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
                .containsExactly("population", "density", "population");
    }

    @Test
    void areCutByALoadedMeasureAfterDensityIfAllHaveIt() {
        var measured = councils(153).stream()
                .map(council -> with(council, "Deprivation"))
                .toList();

        var families = Families.of(measured);

        assertThat(families.names()).hasSize(8);
        assertThat(families.bounding(families.names().getFirst()))
                .extracting(Families.Cut::measure)
                .containsExactly("population", "density", "Deprivation");
        assertThat(families.of(council(3)))
                .as("a joiner whose deprivation is not known")
                .isEmpty();
        assertThat(families.of(measured.get(3))).isPresent();
    }

    @Test
    void areNotCutByALoadedMeasureThatOneOfThemLacks() {
        var measured = new ArrayList<>(councils(153).stream()
                .map(council -> with(council, "Deprivation"))
                .toList());
        measured.set(0, council(1));

        assertThat(Families.of(measured).cuts())
                .extracting(Families.Cut::measure)
                .doesNotContain("Deprivation");
    }

    /** A half of a loaded measure could be a family of 14, so it is not cut. */
    @Test
    void areNeverOfFourteen() {
        for (int count = 28; count < 240; count++) {
            var measured = councils(count).stream()
                    .map(council -> with(council, "Deprivation"))
                    .toList();
            var families = Families.of(measured);

            assertThat(measured.stream()
                            .flatMap(council -> families.of(council).stream())
                            .collect(groupingBy(family -> family, counting()))
                            .values())
                    .allMatch(size -> size >= 15);
        }
    }

    private static AuthoritySize with(AuthoritySize council, String measure) {
        return new AuthoritySize(
                council.code(),
                council.population(),
                council.area(),
                Map.of(measure, BigDecimal.valueOf(council.population() % 7919, 2)));
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
