package uk.alongside.conversations.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.Api.Answer;
import uk.alongside.conversations.RunningService;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;
import uk.alongside.foundation.CouncilContext;

/**
 * Several members do whatever comes into their heads with the same few places, all at once, on real PostgreSQL. After
 * each round every slot counts exactly who is booked and what is held, and nobody is booked over. The same seed gives
 * each member the same wishes: {@code -Dalongside.seed=...} repeats a failure, as far as threads allow.
 */
@ServiceTest
@Tag("slow")
class PlacesPropertyTest {

    private static final int MEMBERS = 6;
    private static final int ROUNDS = 12;
    private static final int WISHES = 8;

    @LocalServerPort
    private int port;

    @Autowired
    private CapacityCheck check;

    @Autowired
    private HoldService holdService;

    private final long seed = Long.getLong("alongside.seed", System.nanoTime());
    private final ConcurrentLinkedQueue<String> done = new ConcurrentLinkedQueue<>();
    private TestCouncil council;
    private Api lead;
    private List<Api> members;
    private List<String> slots;
    private List<UUID> people;

    /** What one member knows of what they did. */
    private static final class Memory {

        private final List<String> bookings = new ArrayList<>();
        private final List<String[]> holds = new ArrayList<>();
    }

    @BeforeEach
    void fewPlaces() {
        council = TestCouncil.create(port);
        lead = council.lead();
        members = IntStream.range(0, MEMBERS).mapToObj(_ -> council.hubStaff()).toList();
        var hub = council.hub("Library");
        slots = new ArrayList<>();
        council.session(hub, TestCouncil.today().plusDays(1), 2)
                .path("slots")
                .forEach(slot -> slots.add(slot.path("id").asString()));
        people = IntStream.range(0, 5)
                .mapToObj(number -> council.person("Person " + number, "Ellison"))
                .toList();
    }

    @Test
    void placesAreNeitherLostNorGivenTwice() throws Exception {
        var memories = IntStream.range(0, MEMBERS).mapToObj(_ -> new Memory()).toList();
        try (var threads = Executors.newFixedThreadPool(MEMBERS)) {
            for (int round = 0; round < ROUNDS; round++) {
                done.add("-- round " + round);
                var go = new CountDownLatch(1);
                var all = new ArrayList<Future<?>>();
                for (int member = 0; member < MEMBERS; member++) {
                    int number = member;
                    var wishes = new Random(seed * 31 + round * 1000L + member);
                    all.add(threads.submit(() -> {
                        go.await();
                        for (int wish = 0; wish < WISHES; wish++) {
                            act(number, wishes, memories.get(number));
                        }
                        return null;
                    }));
                }
                go.countDown();
                for (var each : all) {
                    each.get(120, TimeUnit.SECONDS);
                }
                assertInvariants(round);
            }
        }
    }

    private void act(int number, Random wishes, Memory memory) {
        var member = members.get(number);
        var slot = slots.get(wishes.nextInt(slots.size()));
        var person = people.get(wishes.nextInt(people.size()));
        switch (wishes.nextInt(10)) {
            case 0, 1 -> book(number, memory, slot, person, "");
            case 2 -> hold(number, memory, slot);
            case 3 -> {
                if (!memory.holds.isEmpty()) {
                    var hold = memory.holds.removeLast();
                    book(number, memory, hold[1], person, ", \"holdId\": \"" + hold[0] + "\"");
                }
            }
            case 4 -> {
                if (!memory.holds.isEmpty()) {
                    say(
                            number,
                            "release",
                            member.send("DELETE", "/api/holds/" + memory.holds.removeFirst()[0], null));
                }
            }
            case 5 -> {
                RunningService.superuser()
                        .sql("update app.hold set expires_at = now() - interval '1 second' where slot_id = :slot")
                        .param("slot", UUID.fromString(slot))
                        .update();
                done.add(number + " expire " + slots.indexOf(slot));
            }
            case 6 -> {
                int released = CouncilContext.call(council.id(), holdService::releaseExpired);
                done.add(number + " tidy " + released);
            }
            case 7 -> change(number, wishes, memory, "/cancel", "{\"askedBy\": \"us\"}");
            case 8 -> change(number, wishes, memory, "/move", "{\"slotId\": \"" + slot + "\"}");
            default -> {
                var what = List.of("/undo", "/check-in", "/undo").get(wishes.nextInt(3));
                change(number, wishes, memory, what, "");
                if (wishes.nextInt(12) == 0) {
                    say(number, "extra", lead.post("/api/slots/" + slot + "/extra-place", "{\"reason\": \"family\"}"));
                }
            }
        }
    }

    private void book(int number, Memory memory, String slot, UUID person, String hold) {
        var booked = members.get(number)
                .post("/api/slots/" + slot + "/bookings", "{\"personId\": \"" + person + "\"" + hold + "}");
        say(number, "book " + slots.indexOf(slot) + " " + people.indexOf(person) + hold, booked);
        if (booked.status() == 201) {
            memory.bookings.add(booked.json().path("id").asString());
        }
    }

    private void hold(int number, Memory memory, String slot) {
        var held = members.get(number).post("/api/slots/" + slot + "/holds", "");
        say(number, "hold " + slots.indexOf(slot), held);
        if (held.status() == 201) {
            memory.holds.add(new String[] {held.json().path("id").asString(), slot});
        }
    }

    private void change(int number, Random wishes, Memory memory, String what, String body) {
        if (memory.bookings.isEmpty()) {
            return;
        }
        var booking = memory.bookings.get(wishes.nextInt(memory.bookings.size()));
        say(number, what + " " + booking, members.get(number).post("/api/bookings/" + booking + what, body));
    }

    /** Refusals are part of the game; what cannot be explained is not. */
    private void say(int number, String what, Answer answer) {
        done.add(
                number + " " + what + " -> " + answer.status() + (answer.status() < 300 ? "" : " " + answer.problem()));
        assertThat(answer.status()).as(this::sequence).isIn(200, 201, 204, 404, 409, 410);
    }

    private void assertInvariants(int round) {
        var wrong = CouncilContext.call(council.id(), check::run);
        var over = RunningService.superuser()
                .sql("""
                        select count(*) from app.slot s where s.tenant_id = :council and (s.taken > s.places or s.taken <
                            (select count(*) from app.booking b where b.slot_id = s.id and b.status <> 'CANCELLED'))""")
                .param("council", council.id())
                .query(Integer.class)
                .single();
        assertThat(wrong).as(() -> "after round " + round + sequence()).isEmpty();
        assertThat(over).as(() -> "after round " + round + sequence()).isZero();
    }

    private String sequence() {
        var lines = new ArrayList<>(done);
        Collections.reverse(lines);
        return " with seed " + seed + ", the last first:\n" + String.join("\n", lines);
    }
}
