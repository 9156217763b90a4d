package uk.alongside.endtoend;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import uk.alongside.localstack.Part;

/**
 * Measures what councils take from each other, by the day board through the gateway: how long one council waits while a
 * program of another council reads without a pause, and how much of the work of two councils one can do alone.
 */
final class BenchNeighbours {

    private static final int FLOODING = 32;
    private static final int CALLERS = 8;

    private final Deployment deployed;
    private final Callable<Answer> flooding;
    private final Callable<Answer> neighbour;
    private final int calls;
    private Duration pace = Duration.ZERO;

    /** Prepares a measurement of this many calls. The path is of a day board of Larkshire. */
    BenchNeighbours(Deployment deployed, String larkshireBoard, LocalDate day, int calls) {
        var board = "/api/hubs/" + bookedUp(deployed.meadowshire(), day) + "/days/" + day;
        this.deployed = deployed;
        this.flooding = () -> deployed.larkshire().getOnce(larkshireBoard);
        this.neighbour = () -> deployed.meadowshire().get(board);
        this.calls = calls;
    }

    void measure() throws Exception {
        times(neighbour, calls / 4);
        var alone = times(neighbour, calls);
        print("without limits", alone, besideAFlood());
        deployed.restart(
                Part.GATEWAY,
                Map.of("ALONGSIDE_LIMITS_PERSON_PER_SECOND", "20", "ALONGSIDE_LIMITS_PERSON_BURST", "100"));
        try {
            // A caller of twenty a second is not limited.
            pace = Duration.ofMillis(55);
            times(neighbour, calls / 4);
            print("with the limits as delivered", times(neighbour, calls / 2), besideAFlood());
        } finally {
            pace = Duration.ZERO;
            deployed.restart(Part.GATEWAY, Map.of());
        }
        times(neighbour, calls / 4);
        var one = perSecond(_ -> flooding);
        var two = perSecond(i -> i % 2 == 0 ? flooding : neighbour);
        System.out.printf(
                Locale.ROOT,
                "Day boards a second, %d callers, gateway: one council %.0f, two councils %.0f, which is %.2f%n",
                CALLERS,
                one,
                two,
                one / two);
    }

    private static void print(String limits, double[] alone, double[] beside) {
        System.out.printf(
                Locale.ROOT,
                "%nDay board of one council, one caller, gateway %s, ms: alone p50 %.1f, p95 %.1f;"
                        + " beside %d callers of another council p50 %.1f, p95 %.1f, which is %.2f and %.2f times%n",
                limits,
                at(alone, 0.5),
                at(alone, 0.95),
                FLOODING,
                at(beside, 0.5),
                at(beside, 0.95),
                at(beside, 0.5) / at(alone, 0.5),
                at(beside, 0.95) / at(alone, 0.95));
    }

    private double[] besideAFlood() throws Exception {
        var goesOn = new AtomicBoolean(true);
        try (var threads = Executors.newFixedThreadPool(FLOODING)) {
            var callers = Collections.nCopies(FLOODING, threads).stream()
                    .map(pool -> pool.submit(() -> {
                        while (goesOn.get()) {
                            okOrLimited(flooding.call());
                        }
                        return null;
                    }))
                    .toList();
            try {
                return times(neighbour, pace.isZero() ? calls : calls / 2);
            } finally {
                goesOn.set(false);
                for (var caller : callers) {
                    caller.get();
                }
            }
        }
    }

    /** Returns the sorted milliseconds of calls one after the other. */
    private double[] times(Callable<Answer> call, int calls) throws Exception {
        var millis = new double[calls];
        for (int i = 0; i < calls; i++) {
            Thread.sleep(pace);
            var since = System.nanoTime();
            ok(call.call());
            millis[i] = (System.nanoTime() - since) / 1e6;
        }
        Arrays.sort(millis);
        return millis;
    }

    private interface Callers {
        Callable<Answer> of(int number);
    }

    private double perSecond(Callers callers) throws Exception {
        var next = new AtomicInteger();
        var begun = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(CALLERS)) {
            var running = IntStream.range(0, CALLERS)
                    .mapToObj(number -> threads.submit(() -> {
                        while (next.getAndIncrement() < calls) {
                            ok(callers.of(number).call());
                        }
                        return null;
                    }))
                    .toList();
            for (var caller : running) {
                caller.get();
            }
        }
        return calls / ((System.nanoTime() - begun) / 1e9);
    }

    private static double at(double[] millis, double share) {
        return millis[(int) Math.min(millis.length - 1, Math.floor(millis.length * share))];
    }

    /** Creates a hub whose day has 16 slots of two places with 30 bookings, as the measured boards have. */
    private static String bookedUp(Client council, LocalDate day) {
        var hub = World.hub(council, "Made-up bench hub of a neighbour");
        var slots = World.session(council, hub, new TestClock.Span(day, LocalTime.of(9, 0), LocalTime.of(21, 0)), 2)
                .json()
                .path("slots");
        for (int i = 0; i < 30; i++) {
            var person = World.person(council, "Made-up", "Neighbour " + i);
            var slot = slots.path(i / 2).path("id").asString();
            ok(council.post("/api/slots/" + slot + "/bookings", Map.of("personId", person)));
        }
        return hub;
    }

    private static void okOrLimited(Answer answer) {
        if (answer.status() != 429) {
            ok(answer);
        }
    }

    private static void ok(Answer answer) {
        if (!answer.succeeded()) {
            throw new IllegalStateException(answer.toString());
        }
    }
}
