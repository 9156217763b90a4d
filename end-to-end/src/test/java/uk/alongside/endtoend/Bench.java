package uk.alongside.endtoend;

import static java.util.stream.Collectors.joining;

import java.sql.SQLException;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import uk.alongside.localstack.Part;

/**
 * The measurements of {@code ./alongside bench}, which a developer starts by hand. One run on one machine measures the
 * daily work of staff through the gateway and directly at the service, and the same SQL in a loop. So the ratios have a
 * meaning where the figures alone have none. The loads have few and many bookings, of one council and of many.
 */
final class Bench {

    /**
     * The number of concurrent callers. It equals the number of processors, so that no queue adds to the time of an
     * answer.
     */
    private static final int CALLERS = Runtime.getRuntime().availableProcessors();

    private static final int ASKING = 100;
    /** Beginnings of surnames that many of the people have. */
    private static final List<String> SURNAMES = List.of("el", "fen", "morby", "trewen", "kelden");

    /** Surnames with a wrong letter. */
    private static final List<String> MISTYPED = List.of("morbyfeild", "trewnton", "keldenwod", "fenstohan");

    private static final DayOfWeek WEEKDAY = DayOfWeek.WEDNESDAY;

    private final Deployment deployed = Deployment.inRealTime();
    private final Client gateway = deployed.larkshire();
    private final Client service = gateway.at(deployed.conversations());
    private final BenchData data = new BenchData(deployed);
    private final Size size;
    private final List<Row> table = new ArrayList<>();
    private boolean asExpected = true;

    private Bench(Size size) {
        this.size = size;
    }

    /** The parts of the measurements that can be run alone. */
    private enum Parts {
        ALL,
        COSTS,
        NEIGHBOURS,
        CONVERSATIONS,
        FIGURES
    }

    /** The size of the measurements. People are those of the measured council beside the conversations. */
    private record Size(
            List<Integer> bookings,
            List<Integer> councils,
            int people,
            int calls,
            int plans,
            int rounds,
            BenchFigures.Size figures,
            Parts parts) {

        private static final BenchFigures.Size FIGURES = new BenchFigures.Size(1_000_000, 300_000, 200, 12);
        private static final BenchFigures.Size FEW_FIGURES = new BenchFigures.Size(20_000, 6_000, 35, 6);

        static Size of(List<String> arguments) {
            return switch (String.join(" ", arguments)) {
                case "" ->
                    new Size(List.of(10_000, 1_000_000), List.of(1, 50), 200_000, 1000, 100, 100, FIGURES, Parts.ALL);
                case "--quick" ->
                    new Size(List.of(2_000, 20_000), List.of(1, 5), 2_000, 100, 10, 10, FEW_FIGURES, Parts.ALL);
                case "--costs" -> new Size(List.of(1_000_000), List.of(50), 0, 1000, 100, 0, FIGURES, Parts.COSTS);
                case "--neighbours" ->
                    new Size(List.of(1_000_000), List.of(50), 0, 1000, 100, 0, FIGURES, Parts.NEIGHBOURS);
                case "--conversations" ->
                    new Size(List.of(1_000_000), List.of(50), 200_000, 1000, 100, 0, FIGURES, Parts.CONVERSATIONS);
                case "--figures" -> new Size(List.of(), List.of(), 0, 0, 0, 0, FIGURES, Parts.FIGURES);
                case "--figures --quick" -> new Size(List.of(), List.of(), 0, 0, 0, 0, FEW_FIGURES, Parts.FIGURES);
                default ->
                    throw new IllegalArgumentException(
                            "./alongside bench knows --quick, --costs, --neighbours, --conversations and"
                                    + " --figures.");
            };
        }

        boolean measures(Parts part) {
            return parts == Parts.ALL || parts == part;
        }

        Load last() {
            return new Load(bookings.getLast(), councils.getLast());
        }

        int warm(int measured) {
            return measured / 4;
        }
    }

    /** One operation under one load, at each of the three levels. */
    private record Row(String operation, Load load, Figures sql, Figures service, Figures gateway) {}

    /** The number of bookings and of the councils that own them. */
    private record Load(int bookings, int councils) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%,9d %8d", bookings, councils);
        }
    }

    public static void main(String[] args) throws Exception {
        var size = Size.of(List.of(args));
        var begun = System.nanoTime();
        var bench = new Bench(size);
        for (int bookings : size.bookings()) {
            for (int councils : size.councils()) {
                bench.measure(new Load(bookings, councils));
            }
        }
        if (size.measures(Parts.CONVERSATIONS)) {
            bench.measureConversations(size.last());
        }
        if (size.parts() == Parts.ALL) {
            bench.lastPlaces();
        }
        if (size.parts() != Parts.FIGURES) {
            bench.print();
        }
        if (size.measures(Parts.FIGURES)) {
            bench.asExpected &= new BenchFigures(bench.deployed, bench.data).measure(size.figures());
        }
        System.out.printf(
                Locale.ROOT,
                "%nMeasured with %d callers on %d processors, Java %s, %s, in %s.%n",
                CALLERS,
                CALLERS,
                Runtime.version().feature(),
                bench.data.server(),
                minutes(begun));
        System.exit(bench.asExpected ? 0 : 1);
    }

    private void measure(Load load) throws Exception {
        var begun = System.nanoTime();
        data.lay(load.bookings(), load.councils());
        var laid = minutes(begun);
        var before = data.readFromEndToEnd();
        begun = System.nanoTime();

        var hub = UUID.fromString(data.hubs("Made-up hub 0").getFirst());
        try (var sql = new SqlLoop(deployed)) {
            if (size.measures(Parts.COSTS)) {
                compareBookings(load, sql, hub);
            }
            if (load.equals(size.last()) && size.measures(Parts.COSTS)) {
                costs(sql, hub);
            }
            if (load.equals(size.last()) && (size.measures(Parts.COSTS) || size.measures(Parts.NEIGHBOURS))) {
                neighbours(hub);
            }
            if (size.parts() == Parts.ALL) {
                compareSeries(load, sql);
            }
        }
        var measured = minutes(begun);
        var scans = scansSince(before);
        System.out.printf(
                Locale.ROOT,
                "%,d bookings, %d councils: laid down in %s, measured in %s; tables read from end to end: %s;"
                        + " nightly check of capacity: %s%n",
                load.bookings(),
                load.councils(),
                laid,
                measured,
                scans,
                capacity());
    }

    private void measureConversations(Load load) throws Exception {
        var begun = System.nanoTime();
        data.addConversations(size.people(), load.bookings(), load.councils());
        var people = data.peopleOfConversations();
        var laid = minutes(begun);
        var before = data.readFromEndToEnd();
        begun = System.nanoTime();
        try (var sql = new SqlLoop(deployed)) {
            compareConversations(load, sql, people);
        }
        System.out.printf(
                Locale.ROOT,
                "%,d conversations, %,d people: laid down in %s, measured in %s; tables read from end to end: %s%n",
                load.bookings(),
                size.people(),
                laid,
                minutes(begun),
                scansSince(before));
    }

    private void compareBookings(Load load, SqlLoop sql, UUID hub) throws Exception {
        var tomorrow = TestClock.today().plusDays(1);
        var day = "/api/hubs/" + hub + "/days/" + tomorrow;
        compare("day board", load, size.calls(), _ -> sql.day(hub, tomorrow), client -> read(client, day));

        var free = "/api/hubs/" + hub + "/free-slots";
        compare(
                "free in 28 days",
                load,
                size.calls(),
                _ -> sql.free(hub, TestClock.today()),
                client -> read(client, free));

        var places = places();
        compare(
                "book",
                load,
                size.calls(),
                _ -> {
                    var place = places.removeLast();
                    sql.book(place.slot(), place.person());
                },
                client -> {
                    var place = places.removeLast();
                    made(client.post("/api/slots/" + place.slot() + "/bookings", Map.of("personId", place.person())));
                });

        compare("search", load, size.calls(), _ -> sql.search("person"), client -> search(client));
    }

    private void compareSeries(Load load, SqlLoop sql) throws Exception {
        var hubs = freshHubs(3 * (size.plans() + size.warm(size.plans())) + 1);
        var series = UUID.fromString(made(service.post("/api/hubs/" + hubs.removeLast() + "/series", seriesOfAYear()))
                .json()
                .path("id")
                .asString());
        compare(
                "read a year's series",
                load,
                size.calls(),
                _ -> sql.series(series),
                client -> read(client, "/api/series/" + series));
        compare(
                "create a year's series",
                load,
                size.plans(),
                _ -> sql.plan(UUID.fromString(hubs.removeLast()), WEEKDAY),
                client -> made(client.post("/api/hubs/" + hubs.removeLast() + "/series", seriesOfAYear())));
    }

    /** Compares the work of a practitioner, with as many conversations as bookings. */
    private void compareConversations(Load load, SqlLoop sql, List<UUID> people) throws Exception {
        var records = new BenchConversations(service, people);
        var who = new AtomicInteger();
        compare("save a draft", load, size.calls(), _ -> records.save(sql::saveDraft), records::save);
        records.restore();
        compare(
                "open a record",
                load,
                size.calls(),
                i -> sql.conversation(records.record(i)),
                client -> read(client, "/api/conversations/" + records.record(who.incrementAndGet())));
        compare(
                "a person's conversations",
                load,
                size.calls(),
                i -> sql.conversationsOf(people.get(i % people.size())),
                client -> read(
                        client, "/api/people/" + people.get(who.incrementAndGet() % people.size()) + "/conversations"));
        compare(
                "search %,d people".formatted(size.people()),
                load,
                size.calls(),
                i -> sql.search(SURNAMES.get(i % SURNAMES.size())),
                client -> ok(client.post(
                        "/api/people/search", Map.of("text", SURNAMES.get(who.incrementAndGet() % SURNAMES.size())))));
        compare(
                "search, mistyped",
                load,
                size.calls(),
                i -> sql.searchMistyped(MISTYPED.get(i % MISTYPED.size())),
                client -> ok(client.post(
                        "/api/people/search", Map.of("text", MISTYPED.get(who.incrementAndGet() % MISTYPED.size())))));
    }

    // The data to measure.

    private record Place(UUID slot, UUID person) {}

    private static final int PLACES_OF_A_SLOT = 50;

    /** How many times as many calls as elsewhere show what one costs: processor times are counted in hundredths of a second. */
    private static final int COSTED = 3;

    /**
     * How many times as many calls come before those whose cost is measured. A JVM compiles a method for good after some
     * thousands of calls, and its compiler's time would count as the operation's.
     */
    private static final int WARMED = 10;

    /** How many times as many calls as series are planned show how many callers are served. */
    private static final int RATED = 5;

    /**
     * Returns a place for every booking to come, in sessions beside the measured ones. A person gets about ten of them, on
     * different days, because each booking reads the person's other bookings of these days.
     */
    private ConcurrentLinkedDeque<Place> places() throws SQLException {
        return places(3 * (size.calls() + size.warm(size.calls())));
    }

    private ConcurrentLinkedDeque<Place> places(int atLeast) throws SQLException {
        var hub = freshHubs(1).removeLast();
        var people = IntStream.range(0, Math.max(PLACES_OF_A_SLOT, atLeast / 10))
                .mapToObj(i -> UUID.fromString(World.person(service, "Made-up", "Booked " + i)))
                .toList();
        var places = new ArrayList<Place>();
        var day = TestClock.today();
        while (places.size() < atLeast) {
            day = day.plusDays(1);
            var session = made(service.post(
                    "/api/hubs/" + hub + "/sessions",
                    Map.of(
                            "date",
                            day.toString(),
                            "starts",
                            "09:00",
                            "ends",
                            "17:00",
                            "slotMinutes",
                            15,
                            "placesPerSlot",
                            PLACES_OF_A_SLOT)));
            for (var slot : session.json().path("slots")) {
                for (int place = 0; place < PLACES_OF_A_SLOT; place++) {
                    var person = people.get(places.size() % people.size());
                    places.add(new Place(UUID.fromString(slot.path("id").asString()), person));
                }
            }
        }
        Collections.shuffle(places, new Random(1));
        return new ConcurrentLinkedDeque<>(places);
    }

    private ConcurrentLinkedDeque<String> freshHubs(int count) throws SQLException {
        var name = "Made-up bench hub " + UUID.randomUUID();
        var file = IntStream.range(0, count)
                .mapToObj(i -> name + " " + i + ",1 Made-up Street,ZY1 1ZZ\n")
                .collect(joining("", "venue_name,address_1,postcode\n", ""));
        ok(service.post("/api/hubs/imports", file));
        return new ConcurrentLinkedDeque<>(data.hubs(name + " %"));
    }

    private static Map<String, Object> seriesOfAYear() {
        return Map.of(
                "repeats",
                "weekly",
                "from",
                TestClock.today().plusDays(1).toString(),
                "days",
                List.of(WEEKDAY.name().toLowerCase(Locale.ROOT)),
                "starts",
                "09:30",
                "ends",
                "12:30",
                "slotMinutes",
                45,
                "placesPerSlot",
                1);
    }

    private static void search(Client client) {
        ok(client.post("/api/people/search", Map.of("text", "Person")));
    }

    private static void read(Client client, String path) {
        ok(client.get(path));
    }

    private static void ok(Answer answer) {
        if (!answer.succeeded()) {
            throw new IllegalStateException(answer.toString());
        }
    }

    private static Answer made(Answer answer) {
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.toString());
        }
        return answer;
    }

    // The time that each operation takes.

    private interface Work<T> {
        void on(T what) throws Exception;
    }

    /** The sorted milliseconds of each call. */
    @SuppressWarnings("ArrayRecordComponent") // only read
    private record Figures(double[] millis) {

        double at(double share) {
            return millis[(int) Math.min(millis.length - 1, Math.floor(millis.length * share))];
        }
    }

    private void compare(String operation, Load load, int calls, Work<Integer> sql, Work<Client> client)
            throws Exception {
        var row = new Row(
                operation,
                load,
                measured(calls, sql),
                measured(calls, _ -> client.on(service)),
                measured(calls, _ -> client.on(gateway)));
        // The figures appear now, because the whole run takes long, and again in the table at the end.
        print(row);
        table.add(row);
    }

    private Figures measured(int calls, Work<Integer> work) throws Exception {
        run(size.warm(calls), work);
        return run(calls, work);
    }

    private static Figures run(int times, Work<Integer> work) throws Exception {
        return run(times, CALLERS, work);
    }

    private static Figures run(int times, int callersAtOnce, Work<Integer> work) throws Exception {
        var millis = new double[times];
        var next = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(callersAtOnce)) {
            var callers = Collections.nCopies(callersAtOnce, threads).stream()
                    .map(pool -> pool.submit(() -> {
                        for (int i = next.getAndIncrement(); i < times; i = next.getAndIncrement()) {
                            var since = System.nanoTime();
                            work.on(i);
                            millis[i] = (System.nanoTime() - since) / 1e6;
                        }
                        return null;
                    }))
                    .toList();
            for (var caller : callers) {
                caller.get();
            }
        }
        Arrays.sort(millis);
        return new Figures(millis);
    }

    private static void print(Row row) {
        System.out.printf(
                Locale.ROOT,
                "%-24s %s | %7.2f %7.2f | %7.2f %7.2f | %7.2f %7.2f | %8.1f %8.1f | %8.1f %8.1f%n",
                row.operation(),
                row.load(),
                row.sql().at(0.5),
                row.sql().at(0.95),
                row.service().at(0.5),
                row.service().at(0.95),
                row.gateway().at(0.5),
                row.gateway().at(0.95),
                row.service().at(0.5) / row.sql().at(0.5),
                row.service().at(0.95) / row.sql().at(0.95),
                row.gateway().at(0.5) / row.service().at(0.5),
                row.gateway().at(0.95) / row.service().at(0.95));
    }

    private void print() {
        System.out.printf(
                "%n%-24s %9s %8s | %15s | %15s | %15s | %17s | %17s%n%-24s %9s %8s | %7s %7s | %7s %7s | %7s %7s | %8s %8s | %8s %8s%n",
                "",
                "",
                "",
                "SQL, ms",
                "service, ms",
                "gateway, ms",
                "service : SQL",
                "gateway : service",
                "operation",
                "bookings",
                "councils",
                "p50",
                "p95",
                "p50",
                "p95",
                "p50",
                "p95",
                "p50",
                "p95",
                "p50",
                "p95");
        table.stream()
                .sorted(Comparator.comparingInt(row -> firstOf(row.operation())))
                .forEach(Bench::print);
    }

    private int firstOf(String operation) {
        return table.stream().map(Row::operation).toList().indexOf(operation);
    }

    // What an operation costs, and how many callers it serves.

    private void costs(SqlLoop sql, UUID hub) throws Exception {
        var day = TestClock.today().plusDays(1);
        var boardOfDay = "/api/hubs/" + hub + "/days/" + day;
        // Five numbers of callers, twice, for three kinds of booking; and the costs of a booking and of the floor,
        // warmed up.
        var places = places(size.plans() * RATED * 30 + (WARMED + COSTED * 5) * size.calls());
        Work<Integer> book = _ -> {
            var place = places.removeLast();
            sql.book(place.slot(), place.person());
        };
        Work<Client> bookAt = client -> {
            var place = places.removeLast();
            made(client.post("/api/slots/" + place.slot() + "/bookings", Map.of("personId", place.person())));
        };
        Work<Client> board = client -> read(client, boardOfDay);
        Work<Client> free = client -> read(client, "/api/hubs/" + hub + "/free-slots");
        Work<Integer> floor = _ -> {
            var place = places.removeLast();
            sql.floor(place.slot(), place.person());
        };
        var costs = new BenchCosts(deployed, data);
        try {
            // The callers come first: processor time means something only when the services are warm.
            for (var delayed : List.of(false, true)) {
                costs.delayCommits(delayed);
                System.out.printf("%nCalls a second, one council%s%n", delayed ? ", commits delayed by 2 ms" : "");
                rates("floor", floor);
                rates("SQL book", book);
                rates("service book", _ -> bookAt.on(service));
                rates("SQL day board", _ -> sql.day(hub, day));
                rates("service day board", _ -> board.on(service));
                rates("gateway day board", _ -> board.on(gateway));
            }
            costs.delayCommits(false);
            System.out.printf(
                    "%n%-23s %11s | %10s %10s %10s | %10s %10s %10s %10s%n",
                    "",
                    "round trips",
                    "calls SQL",
                    "service",
                    "CPU SQL",
                    "PostgreSQL",
                    "service",
                    "gateway",
                    "ms each");
            cost(costs, sql, "day board", _ -> sql.day(hub, day), board);
            cost(costs, sql, "book", book, bookAt);
            cost(costs, sql, "free in 28 days", _ -> sql.free(hub, TestClock.today()), free);
            cost(costs, sql, "search", _ -> sql.search("person"), Bench::search);
            cost(costs, sql, "floor", floor, _ -> {});
        } finally {
            costs.end();
        }
    }

    /** Measures what one council takes from another: once beside the costs, and three times alone, because it varies. */
    private void neighbours(UUID hub) throws Exception {
        var day = TestClock.today().plusDays(1);
        var neighbours = new BenchNeighbours(deployed, "/api/hubs/" + hub + "/days/" + day, day, size.calls());
        for (int i = 0; i < (size.parts() == Parts.NEIGHBOURS ? 3 : 1); i++) {
            neighbours.measure();
        }
    }

    private void cost(BenchCosts costs, SqlLoop sql, String operation, Work<Integer> inSql, Work<Client> client)
            throws Exception {
        int calls = COSTED * size.calls();
        run(WARMED * size.calls(), _ -> client.on(gateway));
        run(calls, inSql);
        sql.roundTrips();
        var beforeSql = costs.before();
        run(calls, inSql);
        var trips = (double) sql.roundTrips() / calls;
        var afterSql = costs.after();
        var before = costs.before();
        run(calls, _ -> client.on(gateway));
        var after = costs.after();
        System.out.printf(
                Locale.ROOT,
                "%-23s %11.1f | %10.1f %10.1f %10.2f | %10.2f %10.2f %10.2f%n",
                operation,
                trips,
                afterSql.callsSince(beforeSql, calls),
                after.callsSince(before, calls),
                afterSql.millisSince(beforeSql, Part.POSTGRES, calls),
                after.millisSince(before, Part.POSTGRES, calls),
                after.millisSince(before, Part.CONVERSATIONS_SERVICE, calls),
                after.millisSince(before, Part.GATEWAY, calls));
    }

    private void rates(String operation, Work<Integer> work) throws Exception {
        int calls = size.plans() * RATED;
        var rates = new StringBuilder();
        for (int callers : new int[] {1, 2, 4, 8, 16}) {
            var begun = System.nanoTime();
            run(calls, callers, work);
            rates.append(
                    String.format(Locale.ROOT, " %2d: %6.0f", callers, calls / ((System.nanoTime() - begun) / 1e9)));
        }
        System.out.printf("%-23s%s%n", operation, rates);
    }

    // The statistics of the database.

    private String scansSince(Map<String, BenchData.Scans> before) throws Exception {
        var scans = data.readFromEndToEnd();
        scans.replaceAll((table, count) -> count.since(before.getOrDefault(table, BenchData.Scans.NONE)));
        scans.values().removeIf(count -> !count.large());
        asExpected &= scans.isEmpty();
        return scans.isEmpty() ? "none" : scans.toString();
    }

    /** Runs the council's nightly check now. */
    private String capacity() throws Exception {
        var begun = System.nanoTime();
        boolean well = data.checkCapacity() && service.get("/actuator/health").status() == 200;
        asExpected &= well;
        return (well ? "empty" : "NOT EMPTY, or it failed") + ", in " + minutes(begun);
    }

    /**
     * Lets a hundred callers ask for the last place, a hundred times, and counts results other than one 201 and 99 409.
     */
    private void lastPlaces() throws Exception {
        var begun = System.nanoTime();
        var hub = freshHubs(1).removeLast();
        var people = IntStream.range(0, ASKING)
                .mapToObj(i -> World.person(service, "Made-up", "Racer " + i))
                .toList();
        var statuses = new TreeMap<Integer, Integer>();
        int notExactlyOne = 0;
        int withoutAlternatives = 0;
        for (int round = 0; round < size.rounds(); round++) {
            var session = World.session(service, hub, TestClock.today().plusDays(1 + round), 1);
            var slot = session.json().path("slots").get(0).path("id").asString();
            var answers = raced(slot, people);
            answers.forEach(answer -> statuses.merge(answer.status(), 1, Integer::sum));
            if (answers.stream().filter(Answer::succeeded).count() != 1) {
                notExactlyOne++;
            }
            withoutAlternatives += (int) answers.stream()
                    .filter(answer -> answer.status() == 409)
                    .filter(answer -> answer.json().path("alternatives").isEmpty())
                    .count();
        }
        asExpected &= notExactlyOne == 0
                && withoutAlternatives == 0
                && statuses.keySet().stream().allMatch(status -> status == 201 || status == 409);
        System.out.printf(
                "The last place, %d rounds of %d at once, in %s: answers %s; rounds without exactly one winner: %d;"
                        + " 409 without an alternative: %d; nightly check of capacity: %s%n",
                size.rounds(), ASKING, minutes(begun), statuses, notExactlyOne, withoutAlternatives, capacity());
    }

    private List<Answer> raced(String slot, List<String> people) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = people.stream()
                    .map(person -> threads.submit(() -> {
                        start.await();
                        return service.post("/api/slots/" + slot + "/bookings", Map.of("personId", person));
                    }))
                    .toList();
            start.countDown();
            var answers = new ArrayList<Answer>();
            for (var answer : asked) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private static String minutes(long since) {
        var seconds = (System.nanoTime() - since) / 1_000_000_000;
        return seconds / 60 + " min " + String.format(Locale.ROOT, "%02d", seconds % 60) + " s";
    }
}
