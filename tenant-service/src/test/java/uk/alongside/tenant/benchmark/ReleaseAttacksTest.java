package uk.alongside.tenant.benchmark;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.alongside.tenant.benchmark.MadeUpSheets.quarter;
import static uk.alongside.tenant.benchmark.MadeUpSheets.sheet;
import static uk.alongside.tenant.benchmark.MadeUpSheets.with;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.alongside.foundation.text.EnumWords;
import uk.alongside.statistics.privacy.YearLedger.Sheet;
import uk.alongside.statistics.sheet.Fact;
import uk.alongside.tenant.benchmark.ReleaseFile.PoolFigures;

/** Attacks on the released files and on the endpoint that serves them (docs/benchmark-attacks.md). */
class ReleaseAttacksTest extends ReleaseTest {

    private static final LocalDate JANUARY = LocalDate.of(2021, 1, 1);

    @Test
    @DisplayName("Attack 1: two overlapping filters, subtract")
    void aFilterIsIgnoredAndAPartOfAFileHasNoAddress() {
        for (var council = 0; council < 8; council++) {
            seal(quarter(council, FIRST, 1000, 0.2));
        }
        var file = released().file();
        var reader = newLead();

        for (var filter :
                List.of("pool=L", "rate=attended", "age=85-or-over", "kind=drop-in&age=under-65", "council=x")) {
            assertThat(reader.get("/api/benchmarks/" + FIRST + "?" + filter).text())
                    .as(filter)
                    .isEqualTo(file);
        }
        for (var part : List.of("pools", "pools/national", "rates/attended", "breakdowns/age", "councils")) {
            assertThat(reader.get("/api/benchmarks/" + FIRST + "/" + part).status())
                    .as(part)
                    .isEqualTo(404);
        }
    }

    /** The reader even has the sums without rounding. */
    @Test
    @DisplayName("Attack 2: successive releases, subtract")
    void theDifferenceOfTwoReleasesIsWholeNoisyQuarters() {
        var quarters = List.of(JANUARY, FIRST, SECOND, THIRD, FOURTH);
        for (var quarter : quarters) {
            for (var council = 0; council < 8; council++) {
                seal(quarter(council, quarter, 1000, 0.2));
            }
            released();
        }

        var windows = releases.list().stream().map(ReleaseTest::national).toList();
        assertThat(windows.get(1).quarters()).containsExactly(JANUARY, FIRST);
        assertThat(windows.get(3).quarters()).containsExactly(JANUARY, FIRST, SECOND, THIRD);
        assertThat(windows.get(4).quarters()).containsExactly(FIRST, SECOND, THIRD, FOURTH);
        assertThat(attacker().sums()).isEqualTo(5);
        assertNoSheetIsSolvable("successive releases");
    }

    /** Thirty councils are in the families L and U. Those that joined have no size, and so no family. */
    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    @DisplayName("Attack 10: coalition of three with national and families")
    void threeCouncilsCannotSubtractFamiliesFromTheNation(int joiners) {
        var codes = codes(30);
        sealAll(JANUARY, codes);
        released();
        sealAll(FIRST, codes);
        for (var joiner = 0; joiner < joiners; joiner++) {
            seal(MadeUpSheets.of("X%02d".formatted(joiner), quarter(100 + joiner, FIRST, 800, 0.3)));
        }

        var pools = released().content().pools();

        assertThat(pools).extracting(PoolFigures::pool).containsExactly("national", "L", "U");
        assertThat(pools)
                .extracting(PoolFigures::withheld)
                .containsExactly(
                        null,
                        joiners == 4 ? ReleaseFigures.DIFFERENCES : null,
                        joiners == 4 ? ReleaseFigures.DIFFERENCES : null);
        assertNoSheetIsSolvable(joiners + " councils without a family");
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    @DisplayName("Attack 11: family below the gates")
    void aFamilyBelowTheGatesTakesTheOtherOneWithItIfTheRestWouldShowIt(int left) {
        var codes = codes(40);
        var upper = upper(codes);
        sealAll(JANUARY, codes);
        released();
        sealAll(
                FIRST,
                codes.stream()
                        .filter(code -> !upper.contains(code) || upper.indexOf(code) < left)
                        .toList());

        var pools = released().content().pools();

        assertThat(pools)
                .extracting(pool -> pool.pool() + " " + pool.withheld())
                .containsExactlyElementsOf(
                        left == 4
                                ? List.of(
                                        "national null",
                                        "L " + ReleaseFigures.DIFFERENCES,
                                        "U fewer-than-five-contributors")
                                : List.of("national null", "L null", "U null"));
        assertNoSheetIsSolvable("a family of " + left);
    }

    @Test
    @DisplayName("A family of 14 has rates and no quartiles")
    void aFamilyThatFellToFourteenHasNoQuartiles() {
        var codes = codes(30);
        sealAll(JANUARY, codes);
        released();
        var upper = upper(codes);
        sealAll(
                FIRST,
                codes.stream().filter(code -> !code.equals(upper.getFirst())).toList());

        var pools = released().content().pools();

        assertThat(requireNonNull(rate(pools.get(1), "attended").differences()).withheld())
                .isNull();
        assertThat(requireNonNull(rate(pools.get(2), "attended").differences()).withheld())
                .isEqualTo("fewer-than-fifteen-contributors");
    }

    /**
     * Two years of made-up histories, in which councils join, leave, seal late and correct. The attacker computes apart
     * from the product, and tries every coalition of the most exposed councils and many others.
     */
    @ParameterizedTest
    @ValueSource(longs = {12, 1212})
    @DisplayName("Attack 12: joiner, leaver, late sheet, families cut again, against quarters and year")
    void noSheetIsSolvableFromTwoYearsOfComingAndGoing(long seed) {
        var random = new Random(seed);
        var codes = codes(48);
        var corrected = new HashSet<String>();
        var active = new ArrayList<>(codes.subList(0, 38));
        var before = new ArrayList<SealedSheet>();
        for (var quarter = new Quarter(JANUARY); quarter.from().getYear() < 2023; quarter = next(quarter)) {
            var late = new ArrayList<SealedSheet>();
            active.removeIf(_ -> random.nextInt(20) == 0);
            codes.stream()
                    .filter(code -> !active.contains(code) && random.nextInt(8) == 0)
                    .forEach(active::add);
            for (var code : active) {
                var sealed = MadeUpSheets.of(code, quarter(codes.indexOf(code), quarter.from(), 800, 0.3));
                (random.nextInt(25) == 0 ? late : before).add(sealed);
                if (!late.contains(sealed)) {
                    seal(sealed);
                }
                if (quarter.endsYear() && random.nextInt(10) > 0) {
                    for (var kind : List.of(Sheet.YEAR, Sheet.BREAKDOWNS)) {
                        seal(MadeUpSheets.of(code, sheet(codes.indexOf(code), kind, quarter.year(), 1, 900, 0.4)));
                    }
                }
            }
            var wrong = before.get(random.nextInt(before.size())).id();
            if (random.nextInt(2) == 0
                    && corrected.add(wrong.council() + " " + wrong.quarter().year())) {
                var number = codes.indexOf(requireNonNull(before.stream()
                        .filter(sheet -> sheet.id().equals(wrong))
                        .findFirst()
                        .orElseThrow()
                        .authority()));
                seal(MadeUpSheets.of(codes.get(number), sheet(number, Sheet.QUARTER, wrong.from(), 2, 800, 0.5)));
            }
            released();
            late.forEach(this::seal);
        }

        assertThat(releases.list()).hasSize(8);
        assertNoSheetIsSolvable("history " + seed);
    }

    @Test
    @DisplayName("Attack 13: correction, the index says superseded")
    void theIndexSaysWhichFileIsSupersededAndServesItUnchanged() {
        for (var council = 0; council < 8; council++) {
            seal(quarter(council, FIRST, 1000, 0.2));
        }
        var first = released();
        for (var council = 0; council < 8; council++) {
            seal(quarter(council, SECOND, 1000, 0.2));
        }
        released();
        seal(sheet(2, Sheet.QUARTER, FIRST, 2, 1000, 0.8));
        for (var council = 0; council < 8; council++) {
            seal(quarter(council, THIRD, 1000, 0.2));
        }
        released();
        var reader = newLead();

        var index = reader.get("/api/benchmarks").body().path("items");

        assertThat(index.valueStream())
                .extracting(item -> item.path("from").asString() + " "
                        + item.path("supersededBy").asString("-"))
                .containsExactly(THIRD + " -", SECOND + " " + THIRD, FIRST + " " + THIRD);
        var file = reader.get("/api/benchmarks/" + FIRST);
        assertThat(file.text()).isEqualTo(first.file());
        assertThat(file.header("ETag")).isEqualTo("\"" + first.hash() + "\"");
    }

    /** The councils of the second run have other ids and authorities. Only the noisy numbers are the same. */
    @Test
    @DisplayName("Attack 15: withheld reasons depend only on released numbers")
    void theSameNoisyNumbersGiveTheSameReasonsWhoeverSealedThem() {
        for (var council = 0; council < 16; council++) {
            seal(withAllReasons(council, "A%02d".formatted(council)));
        }
        var one = released().file();
        clear();
        for (var council = 0; council < 16; council++) {
            var sealed = withAllReasons(council, "B%02d".formatted(15 - council));
            seal(new SealedSheet(
                    new SealedSheet.Id(new UUID(council, council), Sheet.QUARTER, FIRST, 1, 1),
                    sealed.authority(),
                    sealed.demonstration(),
                    sealed.cells()));
        }

        assertThat(released().file()).isEqualTo(one);
        assertThat(one).contains("\"precision\"", "\"differences-like-noise\"");
    }

    private static SealedSheet withAllReasons(int council, String code) {
        var sealed = quarter(council, FIRST, 2000, 0.5);
        return MadeUpSheets.of(code, with(with(sealed, Fact.FIRST_BOOKING, 1500, 500, 3), Fact.NEXT_STEP, 1000, 1000));
    }

    @Test
    @DisplayName("Attack 16: membership in a measure")
    void oneCouncilMoreChangesNoCountOfCouncilsInTheFile() {
        var counts = new HashSet<String>();
        for (var councils : List.of(18, 19, 20, 21, 22)) {
            clear();
            for (var council = 0; council < councils; council++) {
                seal(quarter(council, FIRST, 2000, 0.2 + 0.02 * council));
            }
            var file = released().file();
            var shown = Pattern.compile("\"(contributors|councils)\":(\\d+)").matcher(file);
            var seen = new HashSet<Integer>();
            while (shown.find()) {
                seen.add(Integer.parseInt(shown.group(2)));
            }
            assertThat(seen).isNotEmpty().allMatch(count -> count % 5 == 0);
            counts.add("" + national(releases.list().getFirst()).contributors());
        }
        assertThat(counts).containsExactly("20");
    }

    @Test
    @DisplayName("Attack 17: parameter tampering")
    void anAddressThatIsNotInTheIndexIsAnsweredWithTheSameNotFound() {
        for (var council = 0; council < 8; council++) {
            seal(quarter(council, FIRST, 1000, 0.2));
        }
        released();
        var reader = newLead();
        var unknown = reader.get("/api/benchmarks/1999-04-01");

        assertThat(unknown.status()).isEqualTo(404);
        for (var tampered : List.of(
                "2021-04-02",
                "2021-13-45",
                "2021-4-1",
                "0000-00-00",
                "999999999-04-01",
                "latest",
                "national",
                "2021-04-01'%20or%20'1'='1",
                UUID.randomUUID().toString())) {
            var answer = reader.get("/api/benchmarks/" + tampered);
            assertThat(answer.status()).as(tampered).isEqualTo(404);
            assertThat(answer.text()).as(tampered).isEqualTo(unknown.text());
        }
        assertThat(reader.get("/api/benchmarks?after=latest").text()).isEqualTo(unknown.text());
        assertThat(reader.get("/api/benchmarks/2021-04-01%00").status())
                .as("no address at all")
                .isEqualTo(400);
    }

    /** The columns of the store are listed, so that a new one is seen here and is asked whether it is a count. */
    @Test
    @DisplayName("Attack 18: insider on tenant-service's database")
    void theStoreHoldsNoisyWholeNumbersAndPublicFactsOnly() {
        var columns = superuser().sql("""
                        select table_name || '.' || column_name || ' ' || udt_name from information_schema.columns
                        where table_schema = 'shared' and table_name like 'benchmark%' order by 1""").query(String.class).list();

        assertThat(columns)
                .containsExactly(
                        "benchmark_cut.code text",
                        "benchmark_cut.measure text",
                        "benchmark_cut.node text",
                        "benchmark_cut.value numeric",
                        "benchmark_cut.year date",
                        "benchmark_part.council uuid",
                        "benchmark_part.family text",
                        "benchmark_part.kind text",
                        "benchmark_part.period date",
                        "benchmark_part.release date",
                        "benchmark_part.specification int4",
                        "benchmark_part.version int4",
                        "benchmark_release.file text",
                        "benchmark_release.key text",
                        "benchmark_release.made_on date",
                        "benchmark_release.period date",
                        "benchmark_release.restates _date",
                        "benchmark_release.signature text",
                        "benchmark_sheet.authority text",
                        "benchmark_sheet.cells _int4",
                        "benchmark_sheet.council uuid",
                        "benchmark_sheet.demonstration bool",
                        "benchmark_sheet.kind text",
                        "benchmark_sheet.period date",
                        "benchmark_sheet.specification int4",
                        "benchmark_sheet.version int4");
    }

    @Test
    @DisplayName("Attack 27: successor seals its predecessor's last quarter, then again under its own code")
    void aQuarterIsSealedOnceUnderOneCodeAlsoAfterAReorganisation() {
        var last = MadeUpSheets.of("E06000001", quarter(0, FIRST, 100, 0.3));
        seal(last);

        assertThatThrownBy(() -> seal(MadeUpSheets.of("E06000099", with(last, Fact.ARRIVAL, 1, 2, 3))))
                .isInstanceOf(Sheets.SheetRefused.class);
        seal(MadeUpSheets.of("E06000099", last));

        assertThat(sheets.of(last.id().council())).singleElement().satisfies(held -> {
            assertThat(held.authority()).isEqualTo("E06000001");
            assertThat(held.cells()).isEqualTo(last.cells());
        });
    }

    @Test
    void isDueFromTheFortyThirdDayAfterTheQuarter() {
        assertThat(new Quarter(FIRST).dueOn()).isEqualTo(LocalDate.of(2021, 8, 12));
        assertThat(new Quarter(FOURTH).dueOn()).isEqualTo(LocalDate.of(2022, 5, 13));
        assertThatThrownBy(() -> new Quarter(FIRST.plusDays(1))).isInstanceOf(IllegalArgumentException.class);
    }

    private void sealAll(LocalDate quarter, List<String> codes) {
        for (var code : codes) {
            var number = Integer.parseInt(code.substring(1));
            seal(MadeUpSheets.of(code, quarter(number, quarter, 2000, 0.2 + 0.01 * (number % 40))));
        }
    }

    private List<String> codes(int count) {
        return superuser()
                .sql("select distinct code from shared.authority_size order by code limit " + count)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Returns those in the upper family when these councils are cut. */
    private List<String> upper(List<String> codes) {
        var sizes = superuser()
                .sql("""
                        select distinct on (code) code, population, area from shared.authority_size
                        order by code, year desc""")
                .query((row, _) -> new AuthoritySize(row.getString(1), row.getInt(2), row.getInt(3)))
                .list()
                .stream()
                .filter(size -> codes.contains(size.code()))
                .toList();
        var families = Families.of(sizes);
        return sizes.stream()
                .filter(size -> families.of(size).orElseThrow().equals("U"))
                .map(AuthoritySize::code)
                .toList();
    }

    private static Quarter next(Quarter quarter) {
        return new Quarter(quarter.from().plusMonths(3));
    }

    private Attacker attacker() {
        return Attacker.of(releases.list(), parts());
    }

    private List<Part> parts() {
        return superuser()
                .sql("""
                        select council, kind, period, specification, version, release, family
                        from shared.benchmark_part""")
                .query((row, _) -> new Part(
                        new SealedSheet(
                                new SealedSheet.Id(
                                        row.getObject(1, UUID.class),
                                        EnumWords.find(Sheet.class, row.getString(2)),
                                        row.getObject(3, LocalDate.class),
                                        row.getInt(4),
                                        row.getInt(5)),
                                null,
                                false,
                                List.of()),
                        new Quarter(row.getObject(6, LocalDate.class)),
                        row.getString(7)))
                .list();
    }

    private void assertNoSheetIsSolvable(String history) {
        var attacker = attacker();
        var councils = attacker.councils();
        var exposed = councils.subList(0, Math.min(8, councils.size()));
        var random = new Random(1);
        var tried = 0;
        var solved = new ArrayList<String>();
        for (var target : councils) {
            for (var coalition : coalitions(exposed, councils, target, random)) {
                tried++;
                if (attacker.canWorkOut(target, coalition)) {
                    solved.add(target + " by " + coalition);
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "Attack on %s: %d sums, %d councils, %d coalitions tried, %d sheets worked out, bound 0%n",
                history,
                attacker.sums(),
                councils.size(),
                tried,
                solved.size());
        assertThat(solved).isEmpty();
    }

    private static Set<Set<UUID>> coalitions(List<UUID> exposed, List<UUID> all, UUID target, Random random) {
        var coalitions = new HashSet<Set<UUID>>();
        for (var a = 0; a < exposed.size(); a++) {
            for (var b = a + 1; b < exposed.size(); b++) {
                for (var c = b + 1; c < exposed.size(); c++) {
                    coalitions.add(Set.of(exposed.get(a), exposed.get(b), exposed.get(c)));
                }
            }
        }
        for (var i = 0; i < 20; i++) {
            var some = new HashSet<UUID>();
            while (some.size() < 3) {
                some.add(all.get(random.nextInt(all.size())));
            }
            coalitions.add(some);
        }
        coalitions.removeIf(coalition -> coalition.contains(target));
        return coalitions;
    }
}
