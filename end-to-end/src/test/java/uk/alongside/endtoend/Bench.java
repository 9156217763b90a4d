package uk.alongside.endtoend;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * Measures, by hand: {@code ./alongside bench}. Booking and listing a day, through the gateway, directly at the service,
 * and the same SQL in a loop, in one run on one machine, so that the ratios mean something where the figures do not.
 */
final class Bench {

    private static final int CALLERS = 8;
    private static final int WARM = 400;
    private static final int MEASURED = 1600;
    private static final int ROUNDS = 100;
    private static final int ASKING = 100;

    private final Deployment deployed = Deployment.running();
    private final Client gateway = deployed.larkshire();
    private final Client service = gateway.at(deployed.conversations());

    private Bench() {}

    public static void main(String[] args) throws Exception {
        var bench = new Bench();
        bench.compare();
        bench.lastPlaces();
        System.exit(0);
    }

    private interface Work {
        void run(int i) throws Exception;
    }

    /** Milliseconds of each call, sorted, and how long all of them took together. */
    @SuppressWarnings("ArrayRecordComponent") // only read
    private record Figures(double[] millis, double seconds) {

        double at(double share) {
            return millis[(int) Math.min(millis.length - 1, Math.floor(millis.length * share))];
        }

        double perSecond() {
            return millis.length / seconds;
        }
    }

    private void compare() throws Exception {
        var hub = World.hub(gateway, "Made-up bench hub " + UUID.randomUUID());
        var people = IntStream.range(0, 50)
                .mapToObj(i -> World.person(gateway, "Made-up", "Person " + i))
                .toList();
        var places = new Places(hub, people);
        var day = LocalDate.now(World.LONDON).plusDays(1);
        var dayPath = "/api/hubs/" + hub + "/days/" + day;
        World.session(gateway, hub, day, 12);
        var listed = gateway.get("/api/hubs/" + hub + "/sessions").json();
        var sql = new SqlLoop(deployed, UUID.fromString(hub));

        var booking = new TreeMap<String, Figures>();
        booking.put("1 SQL in a loop", measured(i -> sql.book(places.next())));
        booking.put("2 the service", measured(i -> book(service, places.next())));
        booking.put("3 through the gateway", measured(i -> book(gateway, places.next())));
        print("Booking, " + CALLERS + " callers, " + MEASURED + " bookings each", booking);

        fill(listed, people);
        var listing = new TreeMap<String, Figures>();
        listing.put("1 SQL in a loop", measured(i -> sql.day(day)));
        listing.put("2 the service", measured(i -> ok(service.get(dayPath))));
        listing.put("3 through the gateway", measured(i -> ok(gateway.get(dayPath))));
        print("Listing a day with 24 bookings, " + CALLERS + " callers, " + MEASURED + " times each", listing);
        sql.close();
    }

    private static void book(Client client, Places.Place place) {
        var answer = client.post("/api/slots/" + place.slot() + "/bookings", Map.of("personId", place.person()));
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.toString());
        }
    }

    private void fill(JsonNode listed, List<String> people) {
        var session = gateway.get(
                "/api/sessions/" + listed.path("sessions").get(0).path("id").asString());
        for (var slot : session.json().path("slots")) {
            for (int i = 0; i < 12; i++) {
                World.booking(gateway, slot.path("id").asString(), people.get(i));
            }
        }
    }

    /** Free places without end: each person once in each slot, in sessions far enough ahead. */
    final class Places {

        record Place(String slot, String person) {}

        private final String hub;
        private final List<String> people;
        private final List<Place> free = new ArrayList<>();
        private int days = 2;

        Places(String hub, List<String> people) {
            this.hub = hub;
            this.people = people;
            while (free.size() < 3 * (WARM + MEASURED)) {
                more();
            }
            Collections.shuffle(free);
        }

        private void more() {
            var made = gateway.post(
                    "/api/hubs/" + hub + "/sessions",
                    Map.of(
                            "date",
                            LocalDate.now(World.LONDON).plusDays(days++).toString(),
                            "starts",
                            "09:00",
                            "ends",
                            "17:00",
                            "slotMinutes",
                            15,
                            "placesPerSlot",
                            50));
            if (made.status() != 201) {
                throw new IllegalStateException(made.toString());
            }
            for (var slot : made.json().path("slots")) {
                for (var person : people) {
                    free.add(new Place(slot.path("id").asString(), person));
                }
            }
        }

        synchronized Place next() {
            return free.removeLast();
        }
    }

    private static void ok(Answer answer) {
        if (!answer.succeeded()) {
            throw new IllegalStateException(answer.toString());
        }
    }

    private static Figures measured(Work work) throws Exception {
        run(WARM, work);
        return run(MEASURED, work);
    }

    private static Figures run(int times, Work work) throws Exception {
        var millis = new double[times];
        var next = new AtomicInteger();
        var begun = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(CALLERS)) {
            var callers = Collections.nCopies(CALLERS, threads).stream()
                    .map(pool -> pool.submit(() -> {
                        for (int i = next.getAndIncrement(); i < times; i = next.getAndIncrement()) {
                            var since = System.nanoTime();
                            work.run(i);
                            millis[i] = (System.nanoTime() - since) / 1e6;
                        }
                        return null;
                    }))
                    .toList();
            for (var caller : callers) {
                caller.get();
            }
        }
        var seconds = (System.nanoTime() - begun) / 1e9;
        Arrays.sort(millis);
        return new Figures(millis, seconds);
    }

    private static void print(String title, Map<String, Figures> all) {
        var least = all.values().iterator().next();
        System.out.printf("%n%s%n", title);
        System.out.printf("%-26s %10s %10s %10s %14s%n", "", "a second", "p50 ms", "p95 ms", "times the SQL");
        all.forEach((name, figures) -> System.out.printf(
                Locale.ROOT,
                "%-26s %10.0f %10.2f %10.2f %14.2f%n",
                name.substring(2),
                figures.perSecond(),
                figures.at(0.5),
                figures.at(0.95),
                least.perSecond() / figures.perSecond()));
    }

    /** One hundred ask at once for the last place, a hundred times: how often did anything but one 201 and 99 409 happen? */
    private void lastPlaces() throws Exception {
        var hub = World.hub(service, "Made-up race hub " + UUID.randomUUID());
        var people = IntStream.range(0, ASKING)
                .mapToObj(i -> World.person(service, "Made-up", "Racer " + i))
                .toList();
        var statuses = new TreeMap<Integer, Integer>();
        int notExactlyOne = 0;
        int withoutAlternatives = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var session =
                    World.session(service, hub, LocalDate.now(World.LONDON).plusDays(1 + round), 1);
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
        System.out.printf(
                "%nThe last place: %d rounds of %d at once. Answers %s; rounds without exactly one winner: %d;"
                        + " 409 without an alternative: %d%n",
                ROUNDS, ASKING, statuses, notExactlyOne, withoutAlternatives);
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
}
