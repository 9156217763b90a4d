package uk.alongside.tenant.benchmark;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static uk.alongside.tenant.benchmark.MadeUpSheets.quarter;
import static uk.alongside.tenant.benchmark.MadeUpSheets.sheet;
import static uk.alongside.tenant.benchmark.MadeUpSheets.with;

import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.alongside.foundation.text.EnumWords;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.statistics.privacy.YearLedger.Sheet;
import uk.alongside.statistics.sheet.Block;
import uk.alongside.statistics.sheet.Blur;
import uk.alongside.statistics.sheet.Fact;
import uk.alongside.statistics.sheet.Rate;
import uk.alongside.statistics.sheet.SheetLayout;
import uk.alongside.statistics.simulation.MadeUpChance;
import uk.alongside.statistics.simulation.MadeUpCouncil;

class ReleaseJourneyTest extends ReleaseTest {

    @ParameterizedTest
    @CsvSource({
        "4, 4, fewer-than-five-contributors,",
        "5, 5, , fewer-than-fifteen-contributors",
        "14, 14, , fewer-than-fifteen-contributors",
        "15, 9, , fewer-than-ten-precise-enough",
        "15, 10, , ",
        "15, 15, , "
    })
    @DisplayName("Attack 7: n = 4, 5, 14, 15; m = 9, 10")
    void opensItsGatesAtFiveAndFifteenCouncilsOfWhichTenArePrecise(
            int councils, int precise, @Nullable String pool, @Nullable String quartiles) {
        for (var council = 0; council < councils; council++) {
            seal(quarter(council, FIRST, council < precise ? 2000 : 90, 0.3 + 0.02 * council));
        }

        var national = national(released());

        assertThat(national.withheld()).isEqualTo(pool);
        if (pool == null) {
            var differences = requireNonNull(rate(national, "attended").differences());
            assertThat(differences.withheld()).isEqualTo(quartiles);
            assertThat(differences.quantiles() == null).isEqualTo(quartiles != null);
        } else {
            assertThat(national.rates()).isEmpty();
            assertThat(national.contributors()).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"19, false", "20, true"})
    @DisplayName("Attack 7: m = 19, 20")
    void showsTheOuterTenthsFromTwentyPreciseCouncilsOn(int precise, boolean tenths) {
        for (var council = 0; council < 21; council++) {
            seal(quarter(council, FIRST, council < precise ? 2000 : 90, 0.2 + 0.03 * council));
        }

        var quantiles = requireNonNull(
                requireNonNull(rate(national(released()), "attended").differences())
                        .quantiles());

        assertThat(quantiles.lowestTenth() != null).isEqualTo(tenths);
        assertThat(quantiles.highestTenth() != null).isEqualTo(tenths);
    }

    @Test
    @DisplayName("Attack 8: one council of 90%")
    void givesACouncilThatHasNinetyPercentOfThePeopleAFifthOfTheWeight() {
        seal(quarter(0, FIRST, 90_000, 0.9));
        for (var council = 1; council <= 10; council++) {
            seal(quarter(council, FIRST, 1000, 0.1));
        }

        assertThat(share(released().content().pools())).isBetween(0.25, 0.27);
    }

    @Test
    @DisplayName("Attack 6: a true zero")
    void withholdsATrueZeroAndNeverShowsNothing() {
        for (var council = 0; council < 20; council++) {
            seal(with(quarter(council, FIRST, 2000, 0.5), Fact.FIRST_BOOKING, 1500, 500, council % 2 == 0 ? 5 : -5));
        }

        var cancelled = rate(national(released()), "cancelled");

        assertThat(cancelled.withheld()).isEqualTo("precision");
        assertThat(cancelled.percent()).isNull();
        assertThat(cancelled.share()).isNull();
    }

    @Test
    void addsUpTheLastFourQuartersOfWhicheverCouncilsSealedThem() {
        for (var council = 0; council < 10; council++) {
            seal(quarter(council, FIRST, 1000, 0.2));
        }
        released();
        for (var council = 3; council < 15; council++) {
            seal(quarter(council, SECOND, 1000, 0.4));
        }

        var national = national(released());

        assertThat(national.contributors()).isEqualTo(15);
        assertThat(national.quarters()).containsExactly(FIRST, SECOND);
        assertThat(share(List.of(national))).isBetween(0.3, 0.32);
    }

    @Test
    @DisplayName("Attack 12: a late sheet")
    void leavesOutASheetThatMissedItsRelease() {
        for (var council = 0; council < 10; council++) {
            seal(quarter(council, FIRST, 1000, 0.2));
        }
        released();
        seal(quarter(10, FIRST, 5000, 0.9));
        for (var council = 0; council < 11; council++) {
            seal(quarter(council, SECOND, 1000, 0.2));
        }

        assertThat(share(released().content().pools())).isBetween(0.19, 0.21);
    }

    @Test
    @DisplayName("Attack 12: leavers")
    void withholdsFiguresThatWouldShowACouncilTogetherWithEarlierOnes() {
        for (var council = 0; council < 6; council++) {
            seal(quarter(council, FIRST, 1000, 0.2));
        }
        released();
        for (var council = 0; council < 4; council++) {
            seal(quarter(council, SECOND, 1000, 0.2));
        }

        assertThat(national(released()).withheld()).isEqualTo(ReleaseFigures.DIFFERENCES);
    }

    @Test
    @DisplayName("Attack 13: correction, old bytes")
    void restatesWhatACouncilCorrectedAndKeepsTheBytesOfEarlierReleases() {
        for (var council = 0; council < 8; council++) {
            seal(quarter(council, FIRST, 1000, 0.2));
        }
        var first = released();
        seal(sheet(2, Sheet.QUARTER, FIRST, 2, 1000, 0.8));
        for (var council = 0; council < 8; council++) {
            seal(quarter(council, SECOND, 1000, 0.2));
        }

        var second = released();

        assertThat(releases.list().getFirst()).isEqualTo(first);
        assertThat(second.restates()).containsExactly(new Quarter(FIRST));
        var restated = second.content().restated().getFirst();
        assertThat(restated.period().from()).isEqualTo(FIRST);
        assertThat(share(first.content().pools())).isBetween(0.19, 0.21);
        assertThat(share(restated.pools())).isBetween(0.26, 0.29);
        assertThat(share(second.content().pools())).isBetween(0.22, 0.25);
    }

    @Test
    @DisplayName("Attack 3: re-run with other numbers")
    void refusesASheetWithOtherNumbersAndTakesTheSameAgain() {
        var sealed = quarter(0, FIRST, 100, 0.2);
        seal(sealed);
        seal(sealed);

        assertThatThrownBy(() -> seal(with(sealed, Fact.ARRIVAL, 1, 2, 3)))
                .isInstanceOf(Sheets.SheetRefused.class)
                .message()
                .contains("has other numbers than before")
                .doesNotContain("cells");
        assertThat(sheets.of(sealed.id().council())).containsExactly(sealed);
    }

    @Test
    void refusesASheetThatIsNotOfTheSpecification() {
        var sealed = quarter(0, FIRST, 100, 0.2);
        var id = sealed.id();
        var short1 = new SealedSheet(
                id, null, true, sealed.cells().subList(1, sealed.cells().size()));
        var third = new SealedSheet(id.withVersion(3), null, true, sealed.cells());
        var april = new SealedSheet(
                new SealedSheet.Id(id.council(), Sheet.YEAR, SECOND, 1, 1),
                null,
                true,
                sheet(0, Sheet.YEAR, FIRST, 1, 10, 0.5).cells());

        for (var wrong : List.of(short1, third, april)) {
            assertThatThrownBy(() -> seal(wrong)).isInstanceOf(Sheets.SheetRefused.class);
        }
    }

    @Test
    @DisplayName("Attack 18: insider with the role of one council")
    void showsNoSheetToWorkForOneCouncil() {
        seal(quarter(0, FIRST, 100, 0.2));

        var seen = CouncilContext.call(
                MadeUpSheets.council(0), () -> countAsService("select count(*) from shared.benchmark_sheet"));

        assertThat(seen).isZero();
    }

    @Test
    @DisplayName("Attack 13: second correction")
    void refusesToReleaseMoreThanAYearsBudget() {
        for (var council = 0; council < 8; council++) {
            seal(quarter(council, FIRST, 1000, 0.2));
        }
        released();
        seal(sheet(2, Sheet.QUARTER, FIRST, 2, 1000, 0.8));
        for (var council = 0; council < 8; council++) {
            seal(quarter(council, SECOND, 1000, 0.2));
        }
        released();
        seal(sheet(2, Sheet.QUARTER, SECOND, 2, 1000, 0.8));
        for (var council = 0; council < 8; council++) {
            seal(quarter(council, THIRD, 1000, 0.2));
        }

        assertThatThrownBy(maker::makeDue).hasMessageContaining("sealed more about one year than is allowed");
        assertThat(releases.list()).hasSize(2);
    }

    @Test
    void refusesToReleaseWhileAnEarlierFileIsChanged() {
        for (var council = 0; council < 8; council++) {
            seal(quarter(council, FIRST, 1000, 0.2));
        }
        released();
        superuser()
                .sql("update shared.benchmark_release set file = replace(file, '20', '21')")
                .update();
        for (var council = 0; council < 8; council++) {
            seal(quarter(council, SECOND, 1000, 0.2));
        }

        assertThatThrownBy(maker::makeDue).hasMessageContaining("is not what was signed");
        assertThat(count("shared.benchmark_part where release = '" + SECOND + "'"))
                .isZero();
    }

    @Test
    void isMadeWholeOrNotAtAll() {
        for (var council = 0; council < 8; council++) {
            seal(quarter(council, FIRST, 1000, 0.2));
        }
        superuser()
                .sql("alter table shared.benchmark_release add constraint stop check (key = '') not valid")
                .update();
        try {
            assertThatThrownBy(maker::makeDue).hasMessageContaining("stop");
        } finally {
            superuser()
                    .sql("alter table shared.benchmark_release drop constraint stop")
                    .update();
        }

        assertThat(count("shared.benchmark_part")).isZero();
        assertThat(national(released()).contributors()).isEqualTo(10);
    }

    @Test
    @DisplayName("Attack 4: restore an old backup of tenant-service")
    void isTheSameAgainAfterARestoreFromBeforeIt() {
        for (var council = 0; council < 8; council++) {
            seal(quarter(council, FIRST, 1000, 0.2));
        }
        var before = released();
        List.of("benchmark_part", "benchmark_release")
                .forEach(table -> superuser().sql("delete from shared." + table).update());

        assertThat(released()).isEqualTo(before);
    }

    @Test
    void comparesFamiliesFromAprilOnAndTheWholeYearAtItsEnd() {
        var codes = superuser()
                .sql("select code from shared.authority_size order by code limit 40")
                .query(String.class)
                .list();
        var january = LocalDate.of(2021, 1, 1);
        for (var quarter : List.of(january, FIRST, SECOND, THIRD, FOURTH)) {
            for (var council = 0; council < 40; council++) {
                seal(MadeUpSheets.of(codes.get(council), quarter(council, quarter, 800, 0.3 + 0.01 * council)));
            }
            if (quarter.equals(FOURTH)) {
                for (var council = 0; council < 40; council++) {
                    for (var kind : List.of(Sheet.YEAR, Sheet.BREAKDOWNS)) {
                        seal(MadeUpSheets.of(codes.get(council), sheet(council, kind, FIRST, 1, 900, 0.4)));
                    }
                }
            }
            released();
        }

        var all = releases.list();
        assertThat(all.getFirst().content().families()).isEmpty();
        var file = all.getLast().content();
        assertThat(file.madeUp()).isFalse();
        assertThat(file.families()).hasSize(2);
        assertThat(file.pools())
                .extracting(pool -> pool.pool() + " " + pool.sheet() + " " + pool.contributors())
                .containsExactly(
                        "national quarter 40",
                        "L quarter 20",
                        "U quarter 20",
                        "national year 40",
                        "L year 20",
                        "U year 20",
                        "national breakdowns 40");
        assertThat(file.pools().get(1).quarters()).containsExactly(FIRST, SECOND, THIRD, FOURTH);
        assertThat(file.breakdowns())
                .hasSize(63)
                .allSatisfy(breakdown -> assertThat(breakdown.withheld()).isNull());
    }

    /** Six standard deviations of the noise are exceeded by one of fourteen rates less than once in a million runs. */
    @Test
    void saysOfTwentyMadeUpCouncilsWhatTheirExactCountsSay() {
        var layout = SheetLayout.of(Sheet.QUARTER);
        var exact = new ArrayList<List<Integer>>();
        for (var council = 0; council < 20; council++) {
            var chance = MadeUpChance.of(council);
            var counts = MadeUpCouncil.of(250, 0.2, chance).counts(Sheet.QUARTER, chance);
            exact.add(counts);
            seal(new SealedSheet(
                    quarter(council, FIRST, 0, 0).id(),
                    null,
                    true,
                    Blur.draw(layout).over(counts)));
        }

        var released = national(released()).rates().stream()
                .filter(figure -> figure.withheld() == null)
                .toList();

        assertThat(released).hasSizeGreaterThan(10).allSatisfy(figure -> {
            var rate = EnumWords.find(Rate.class, figure.rate());
            var block = layout.block(rate.fact()).orElseThrow();
            var expected = (double) sum(exact, block, rate.numerator()) / sum(exact, block, rate.denominator());
            assertThat(requireNonNull(figure.share()).doubleValue())
                    .isCloseTo(
                            expected,
                            within(6 * requireNonNull(figure.privacySd()).doubleValue() + 0.0001));
        });
    }

    private static long sum(List<List<Integer>> councils, Block block, List<String> cells) {
        return councils.stream()
                .flatMap(council -> cells.stream()
                        .map(cell -> council.get(block.position(cell).orElseThrow())))
                .mapToLong(Integer::longValue)
                .sum();
    }

    @Test
    void countsDemonstrationSheetsInNoReleaseOnceAnotherCouncilHasASheet() {
        for (var council = 0; council < 8; council++) {
            seal(quarter(council, FIRST, 1000, 0.2));
        }
        assertThat(released().content().madeUp()).isTrue();
        for (var council = 0; council < 8; council++) {
            seal(quarter(council, SECOND, 1000, 0.2));
        }
        seal(MadeUpSheets.of("E06000001", quarter(100, SECOND, 1000, 0.7)));

        var second = released();

        assertThat(second.content().madeUp()).isFalse();
        assertThat(national(second).withheld()).isEqualTo("fewer-than-five-contributors");
        assertThat(count("shared.benchmark_part where release = '" + SECOND + "'"))
                .isEqualTo(1);
    }

    @Test
    void sumsOnlyCouncilsThatExistAfterAReleaseOfDemonstrations() {
        for (var council = 0; council < 8; council++) {
            seal(quarter(council, FIRST, 1000, 0.2));
        }
        released();
        for (var council = 0; council < 8; council++) {
            seal(quarter(council, SECOND, 1000, 0.2));
            seal(MadeUpSheets.of("E0600000" + (council + 1), quarter(100 + council, SECOND, 1000, 0.7)));
        }

        assertThat(share(released().content().pools())).isBetween(0.69, 0.71);
    }

    @Test
    void hasNoFamiliesOfDemonstrationsForCouncilsThatExist() {
        var codes = superuser()
                .sql("select code from shared.authority_size order by code limit 40")
                .query(String.class)
                .list();
        superuser()
                .sql(
                        "insert into shared.benchmark_cut (year, node, measure, value, code) values (?, '', 'population', 1, 'D1')")
                .param(FIRST)
                .update();
        for (var council = 0; council < 8; council++) {
            seal(quarter(council, FIRST, 1000, 0.2));
        }
        released();
        for (var council = 0; council < 40; council++) {
            seal(MadeUpSheets.of(codes.get(council), quarter(100 + council, SECOND, 800, 0.5)));
        }

        var file = released().content();

        assertThat(file.families()).isEmpty();
        assertThat(file.pools()).hasSize(1);
    }

    @Test
    @DisplayName("Attack 14: API timing and size")
    void isTheSameFileForEveryCouncilWithASignatureThatAnyoneCanVerify() throws Exception {
        for (var council = 0; council < 8; council++) {
            seal(quarter(council, FIRST, 1000, 0.2));
        }
        var release = released();
        var one = newLead();
        var other = newLead();

        var first = one.get("/api/benchmarks/" + FIRST);
        var second = other.get("/api/benchmarks/" + FIRST);
        var index = one.get("/api/benchmarks").body().path("items").path(0);

        assertThat(first.text()).isEqualTo(release.file()).isEqualTo(second.text());
        assertThat(first.header("ETag")).isEqualTo("\"" + release.hash() + "\"").isEqualTo(second.header("ETag"));
        assertThat(first.header("Alongside-Signature")).isEqualTo(release.key() + ":" + release.signature());
        assertThat(index.path("hash").asString()).isEqualTo(release.hash());
        assertThat(index.has("supersededBy")).isFalse();
        var signature = Signature.getInstance("Ed25519");
        signature.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(
                        Base64.getDecoder().decode(index.path("publicKey").asString()))));
        signature.update(release.bytes());
        assertThat(signature.verify(
                        Base64.getDecoder().decode(index.path("signature").asString())))
                .isTrue();
        assertThat(one.get("/api/benchmarks/" + SECOND).status()).isEqualTo(404);
        assertThat(one.get("/api/benchmarks/" + FIRST.plusDays(1)).status()).isEqualTo(404);
    }
}
