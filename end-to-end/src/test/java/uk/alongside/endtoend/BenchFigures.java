package uk.alongside.endtoend;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import uk.alongside.localstack.Part;
import uk.alongside.statistics.privacy.YearLedger.Sheet;
import uk.alongside.statistics.sheet.SheetLayout;

/**
 * Measures the figures: how long a lead of a large council waits for the insights home, how long a sheet of this council
 * takes to seal, and how long the releases of many councils take.
 */
final class BenchFigures {

    private static final String HOME = "/api/figures";
    private static final int READS = 50;

    /** Each needs a service that has just started, so there are few, and each is a row. */
    private static final int COLD_READS = 5;

    /** A read from the records of a large council takes long, so there are few. */
    private static final int READS_OF_RECORDS = 3;

    private static final Duration LONGEST_READ = Duration.ofMinutes(3);
    private static final Duration LONGEST_SEALING = Duration.ofMinutes(3);
    private static final Duration LONGEST_NIGHT = Duration.ofMinutes(15);
    private static final Duration LONGEST_RELEASE = Duration.ofMinutes(30);

    private final Deployment deployed;
    private final BenchData data;
    private final Client gateway;
    private final Sql tenants;
    private final Sql conversations;
    private final String council;
    private boolean asExpected = true;

    BenchFigures(Deployment deployed, BenchData data) {
        this.deployed = deployed;
        this.data = data;
        this.gateway = deployed.larkshire();
        this.tenants = new Sql(deployed.superuserOfTenants());
        this.conversations = new Sql(deployed.superuser());
        this.council = deployed.councilId("larkshire");
    }

    /** The size of the measurements: a year of one council, and the releases of many. */
    record Size(int bookings, int talks, int councils, int quarters) {}

    /** Prints the measurements, and returns whether all was as expected. */
    boolean measure(Size size) throws Exception {
        var begun = System.nanoTime();
        data.lay(size.bookings(), 1);
        data.addFinishedConversations(size.talks());
        System.out.printf(
                Locale.ROOT,
                "%nFigures of one council with %,d bookings and %,d conversations of a year, laid down in %.0f s%n",
                size.bookings(),
                size.talks(),
                seconds(begun));
        System.out.printf(
                Locale.ROOT, "%-44s %6s %10s %10s %10s %10s%n", "", "reads", "least", "median", "p95", "most, ms");
        home();
        seal();
        release(size.councils(), size.quarters());
        return asExpected;
    }

    // The insights home.

    private void home() throws Exception {
        conversations.run("delete from app.figure_count");
        restart();
        readsOfRecords();
        var begun = System.nanoTime();
        asExpected &= data.runTask("figure-versions", LONGEST_NIGHT);
        print(
                "counting of the night",
                1,
                String.format(
                        Locale.ROOT,
                        "%.0f ms, %d counts stored",
                        millis(begun),
                        conversations.number("select count(*) from app.figure_count")));
        for (int i = 0; i < COLD_READS; i++) {
            restart();
            reads("home, first read of a started service", 1, HOME);
        }
        reads("home, warm", READS, HOME);
        reads("page of a figure, warm", READS, HOME + "/resolved");
        makeTheCountADayOld();
        reads("home, before the next night has counted", READS, HOME);
    }

    /** A council too large to be counted in the time of a request has no insights until its first night (docs/adr/0063). */
    private void readsOfRecords() {
        var answer = measured("home, before the first night", READS_OF_RECORDS, HOME);
        asExpected &= answer.succeeded() || answer.status() == 503;
    }

    /** Pages then show the last count that is stored. A council that counts quickly stores none, and is counted again. */
    private void makeTheCountADayOld() throws SQLException {
        conversations.run(
                "update app.figure_count set counted_on = counted_on - 1, counted_at = counted_at - interval '1 day'");
    }

    private void restart() {
        deployed.stop(Part.CONVERSATIONS_SERVICE);
        deployed.start(Part.CONVERSATIONS_SERVICE);
    }

    private void reads(String what, int reads, String path) {
        asExpected &= measured(what, reads, path).succeeded();
    }

    /**
     * Reads a page this often, and no more once it is refused, because each attempt then takes long. Returns the last
     * answer.
     */
    private Answer measured(String what, int reads, String path) {
        var millis = new double[reads];
        for (int i = 0; ; i++) {
            var begun = System.nanoTime();
            var answer = gateway.patientGet(path, LONGEST_READ);
            millis[i] = millis(begun);
            if (!answer.succeeded()) {
                print(what, i + 1, "answered " + answer.status() + " after " + Math.round(millis[i]) + " ms");
                return answer;
            }
            if (i + 1 == reads) {
                print(what, millis);
                return answer;
            }
        }
    }

    private static void print(String what, int reads, String words) {
        System.out.printf(Locale.ROOT, "%-44s %6d %54s%n", what, reads, words);
    }

    private static void print(String what, double[] millis) {
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%-44s %6d %10.0f %10.0f %10.0f %10.0f%n",
                what,
                millis.length,
                millis[0],
                at(millis, 0.5),
                at(millis, 0.95),
                millis[millis.length - 1]);
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
    }

    // The sheets of one council.

    /** Seals what a year owes, one sheet for each question, as tenant-service asks. */
    private void seal() throws SQLException {
        deployed.turnSharingOn(gateway);
        conversations.run("delete from app.sheet where tenant_id = ?::uuid", council);
        conversations.run("delete from app.sheet_ledger where tenant_id = ?::uuid", council);
        conversations.run(
                "update app.sheet_sharing set shares = true, changed_at = now() - interval '1 year' where tenant_id = ?::uuid",
                council);
        var tenantService = deployed.machine("tenant-service", "openid").at(deployed.conversations());
        var sealed = 0;
        for (boolean more = true; more; ) {
            var begun = System.nanoTime();
            var answer = tenantService.patientPost(
                    "/internal/councils/" + council + "/sheets", Map.of("held", List.of()), LONGEST_SEALING);
            var took = millis(begun);
            if (!answer.succeeded()) {
                throw new IllegalStateException(answer.toString());
            }
            more = answer.json().path("sheets").size() > sealed;
            if (more) {
                sealed = answer.json().path("sheets").size();
                print("sealing a sheet: " + latest(), new double[] {took});
            }
        }
        asExpected &= sealed > 0;
        for (var kind : Sheet.values()) {
            reads(
                    "numbers of the next sheet: " + kind,
                    1,
                    "/api/sheets/next/" + kind.name().toLowerCase(Locale.ROOT));
        }
    }

    private String latest() throws SQLException {
        return conversations
                .list(
                        "select kind || ' from ' || starts from app.sheet where tenant_id = ?::uuid order by sealed_at desc limit 1",
                        council)
                .getFirst();
    }

    // The releases of many councils.

    private void release(int councils, int quarters) throws Exception {
        var last = latestReleased();
        var first = last.minusMonths(3L * (quarters - 1));
        lay(councils, first, last);
        var task = new ScheduledTask(tenants, "benchmarks");
        var begun = System.nanoTime();
        var since = begun;
        task.start();
        var made = 0;
        var each = new ArrayList<Double>();
        while (made < quarters) {
            if (seconds(begun) > LONGEST_RELEASE.toSeconds()) {
                throw new IllegalStateException(
                        "only " + made + " releases in " + LONGEST_RELEASE.toMinutes() + " minutes");
            }
            Thread.sleep(20);
            var now = tenants.number("select count(*) from shared.benchmark_release");
            if (now > made) {
                each.add(millis(since) / (now - made));
                since = System.nanoTime();
                made = now;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "Releases of %d councils, %d quarters: %.1f s in all%n",
                councils,
                quarters,
                seconds(begun));
        print("a release", each.stream().mapToDouble(Double::doubleValue).toArray());
        print("the last release, of all sheets", new double[] {each.getLast()});
        compare(last);
        System.out.println("families: " + tenants.number("select count(distinct family) from shared.benchmark_part")
                + "; pools of the last release withheld: "
                + tenants.list("""
                        select count(*) filter (where pool ->> 'withheld' is not null) || ' of ' || count(*)
                        from shared.benchmark_release, jsonb_array_elements(file::jsonb -> 'pools') as pool
                        where period = (select max(period) from shared.benchmark_release)""").getFirst());
    }

    /** Reads the council's own figures beside the latest release, as soon as it has arrived in conversations-service. */
    private void compare(LocalDate quarter) throws Exception {
        Waiting.until(
                "the release of " + quarter + " is in conversations-service",
                LONGEST_RELEASE,
                () -> conversations.number(
                                "select count(*) from app.benchmark_release where tenant_id = ?::uuid and period = ?::date",
                                council,
                                quarter.toString())
                        == 1);
        reads("comparison with the latest release", READS_OF_RECORDS, "/api/comparisons/" + quarter);
    }

    /** Returns the first day of the latest quarter whose release is due: it ended 43 days ago or earlier. */
    private static LocalDate latestReleased() {
        var quarter = TestClock.today().with(IsoFields.DAY_OF_QUARTER, 1).minusMonths(3);
        return quarter.plusMonths(3).plusDays(42).isAfter(TestClock.today()) ? quarter.minusMonths(3) : quarter;
    }

    /** Replaces all sheets and releases by the sheets of made-up councils, in one statement for each kind. */
    private void lay(int councils, LocalDate first, LocalDate last) throws SQLException {
        for (var table : List.of("release", "part", "cut", "sheet")) {
            tenants.run("delete from shared.benchmark_" + table);
        }
        conversations.run("delete from app.benchmark_release");
        tenants.run("delete from shared.authority_size where code like 'W99%'");
        tenants.run("""
                insert into shared.authority_size (code, year, population, area)
                select 'W99' || lpad(number::text, 6, '0'), 2020, 50000 + number * 3000, 10 + number * 37 % 1000
                from generate_series(1, greatest(0, ? - (select count(distinct code)::int from shared.authority_size))) as number""", councils);
        lay(
                councils,
                Sheet.QUARTER,
                Stream.iterate(first, from -> !from.isAfter(last), from -> from.plusMonths(3))
                        .toList());
        var years = Stream.iterate(first.withMonth(4).withDayOfMonth(1), from -> from.plusYears(1))
                .takeWhile(from -> !from.plusMonths(9).isAfter(last))
                .filter(from -> !from.plusMonths(9).isBefore(first))
                .toList();
        lay(councils, Sheet.YEAR, years);
        lay(councils, Sheet.BREAKDOWNS, years);
        try (var connection = deployed.superuserOfTenants().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("vacuum (analyze)");
        }
    }

    /** The numbers come from hashes: each run has the same ones, and no noise is drawn for them. */
    private void lay(int councils, Sheet kind, List<LocalDate> periods) throws SQLException {
        tenants.run(
                """
                insert into shared.benchmark_sheet
                    (council, kind, period, specification, version, cells, authority, demonstration)
                select md5('benched council ' || authority.number)::uuid, ?, period::date, ?, 1,
                    array(select 20 + authority.number % 17
                              + ('x' || substr(md5(concat(authority.code, ' ', period, ' ', cell)), 1, 7))::bit(28)::int % 60
                          from generate_series(1, ?) as cell),
                    authority.code, false
                from (select code, row_number() over (order by code) as number
                      from (select distinct code from shared.authority_size) as known limit ?) as authority
                cross join unnest(string_to_array(?, ',')) as period""",
                kind.name().toLowerCase(Locale.ROOT),
                SheetLayout.SPECIFICATION,
                SheetLayout.of(kind).cells(),
                councils,
                String.join(",", periods.stream().map(LocalDate::toString).toList()));
    }

    private static double millis(long since) {
        return (System.nanoTime() - since) / 1e6;
    }

    private static double seconds(long since) {
        return millis(since) / 1000;
    }
}
