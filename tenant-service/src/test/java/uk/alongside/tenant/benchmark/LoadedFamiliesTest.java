package uk.alongside.tenant.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.alongside.tenant.benchmark.MadeUpSheets.quarter;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.alongside.tenant.benchmark.ReleaseFile.Bound;

/** Tests when the facts that an operator loads change the families of councils. */
class LoadedFamiliesTest extends ReleaseTest {

    private static final int COUNCILS = 120;
    private static final LocalDate JANUARY = LocalDate.of(2021, 1, 1);

    private final List<String> codes = superuser()
            .sql("select code from shared.authority_size order by code limit " + COUNCILS)
            .query((row, _) -> row.getString(1))
            .list();

    @AfterEach
    void clearFacts() {
        superuser().sql("delete from shared.authority_fact").update();
    }

    @Test
    void areOfTheNextYearAndOfNoSignedRelease() {
        seal(JANUARY);
        var signed = released();
        load("population", "2020-12-31", council -> Integer.toString(1_000_000 + 1000 * council));
        load("Deprivation", "2020-12-31", council -> "%d.5".formatted(council * 37 % 101));
        assertThat(releases.list()).containsExactly(signed);

        seal(FIRST);
        var file = released().content();

        assertThat(file.families()).hasSize(8);
        assertThat(file.families().getFirst().bounds())
                .extracting(Bound::measure)
                .containsExactly("population", "density", "Deprivation");
        assertThat(file.families().getFirst().bounds().getFirst().value()).isEqualByComparingTo("1060000");

        load("Deprivation", "2021-03-31", council -> Integer.toString(council));
        seal(SECOND);
        assertThat(released().content().families()).isEqualTo(file.families());
        assertThat(releases.list().getFirst()).isEqualTo(signed);
    }

    private void seal(LocalDate quarter) {
        for (var council = 0; council < COUNCILS; council++) {
            seal(MadeUpSheets.of(codes.get(council), quarter(council, quarter, 800, 0.5)));
        }
    }

    private void load(String measure, String day, IntFunction<String> value) {
        var file = IntStream.range(0, COUNCILS)
                .mapToObj(council ->
                        "%s,%s,%s,%s,Made up%n".formatted(measure, codes.get(council), value.apply(council), day))
                .collect(Collectors.joining("", "measure,code,value,as_of,source\n", ""));
        var answer = operator()
                .send(operator()
                        .request("/api/local-authorities/facts/import")
                        .header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofString(file)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }
}
