package uk.alongside.conversations.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
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
import tools.jackson.databind.JsonNode;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.Api.Answer;
import uk.alongside.conversations.RunningService;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;
import uk.alongside.conversations.capacity.CapacityCheck;
import uk.alongside.foundation.wall.CouncilContext;

/**
 * Several members make random changes to the same few places at the same time, on real PostgreSQL. They book, hold,
 * move and cancel while others change and cancel the sessions, set up new ones, end a series and close the hub. After
 * each round every slot counts exactly its bookings and holds, no slot is overbooked, and no person is expected at a
 * time that no longer exists. The same seed gives each member the same wishes: {@code -Dalongside.seed=...} repeats a
 * failure, as far as threads allow.
 */
@ServiceTest
@Tag("slow")
class PlacesPropertyTest {

    private static final int MEMBERS = 6;
    private static final int ROUNDS = 12;
    private static final int WISHES = 8;
    private static final List<Integer> EXPLAINED = List.of(200, 201, 204, 404, 409, 410, 412);
    private static final String EXPECTED_WHERE_NOTHING_IS = """
            select count(*) from app.booking b join app.slot s on s.tenant_id = b.tenant_id and s.id = b.slot_id
            where b.tenant_id = :council and b.status = 'EXPECTED' and s.withdrawn""";

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
    private UUID hub;
    private LocalDate day;
    private final List<String> sessions = new CopyOnWriteArrayList<>();
    private final List<String> slots = new CopyOnWriteArrayList<>();
    private List<UUID> people;

    /** Remembers what one member knows of their own actions. */
    private static final class Memory {

        private final List<String> bookings = new ArrayList<>();
        private final List<String[]> holds = new ArrayList<>();
    }

    @BeforeEach
    void fewPlaces() {
        council = TestCouncil.create(port);
        lead = council.lead();
        members = IntStream.range(0, MEMBERS).mapToObj(_ -> council.hubStaff()).toList();
        hub = council.hub("Library");
        day = TestCouncil.today().plusDays(1);
        know(council.session(hub, day, 2));
        var series = lead.post("/api/hubs/" + hub + "/series", """
                {"repeats": "dates", "dates": ["%1$s", "%2$s"], "keep": ["%1$s", "%2$s"], "starts": "13:00",
                 "ends": "14:30", "slotMinutes": 45, "placesPerSlot": 2}""".formatted(day, day.plusDays(1)));
        assertThat(series.status()).as(series.toString()).isEqualTo(201);
        series.json()
                .path("sessions")
                .forEach(each -> know(session(each.path("id").asString())));
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
        System.out.println("Places, seed " + seed + ": " + done.size() + " steps, of them sessions changed "
                + succeeded("change ") + ", cancelled " + succeeded("cancel session ") + ", ended "
                + succeeded("end ") + ", hub closed " + succeeded("close "));
    }

    /** Adds the session's slots to the wishes of all members. Withdrawn slots stay in the wishes as before. */
    private void know(JsonNode session) {
        var id = session.path("id").asString();
        if (!sessions.contains(id)) {
            sessions.add(id);
        }
        session.path("slots").forEach(slot -> {
            var each = slot.path("id").asString();
            if (!slots.contains(each)) {
                slots.add(each);
            }
        });
    }

    private void act(int number, Random wishes, Memory memory) {
        var member = members.get(number);
        var slot = slots.get(wishes.nextInt(slots.size()));
        var person = people.get(wishes.nextInt(people.size()));
        switch (wishes.nextInt(13)) {
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
                        .sql("update app.hold set expires_at = :expired where slot_id = :slot")
                        .param("expired", RunningService.ago(Duration.ofSeconds(1)))
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
            case 9 -> changeSession(number, wishes);
            case 10 -> {
                if (wishes.nextInt(3) == 0) {
                    cancelSession(number, wishes);
                } else {
                    planSession(number, wishes);
                }
            }
            case 11 -> closeHub(number, wishes);
            default -> {
                var what = List.of("/undo", "/check-in", "/undo").get(wishes.nextInt(3));
                change(number, wishes, memory, what, "");
                if (wishes.nextInt(12) == 0) {
                    say(number, "extra", lead.post("/api/slots/" + slot + "/extra-places", "{\"reason\": \"family\"}"));
                }
            }
        }
    }

    /** Changes the session as the preview showed it; another member may book in between. */
    private void changeSession(int number, Random wishes) {
        var session = sessions.get(wishes.nextInt(sessions.size()));
        int hour = 9 + wishes.nextInt(6);
        var scopes = ofSeries(session) ? List.of("this", "later", "all") : List.of("this");
        var scope = scopes.get(wishes.nextInt(scopes.size()));
        var body = """
                {"scope": "%s", "starts": "%02d:00", "ends": "%02d:30", "slotMinutes": %d, "placesPerSlot": %d,
                 "cancelBookingsWithoutPlace": %s}""".formatted(
                        scope,
                        hour,
                        hour + 1,
                        List.of(30, 45).get(wishes.nextInt(2)),
                        1 + wishes.nextInt(2),
                        wishes.nextBoolean());
        asShown(number, wishes, "change " + scope + " " + hour, "/api/sessions/" + session + "/changes", body);
        know(session(session));
    }

    private void cancelSession(int number, Random wishes) {
        var session = sessions.get(wishes.nextInt(sessions.size()));
        asShown(
                number,
                wishes,
                "cancel session " + sessions.indexOf(session),
                "/api/sessions/" + session + "/cancel",
                "{\"reason\": \"Snow\"}");
        if (wishes.nextInt(4) == 0 && ofSeries(session)) {
            var end = "{\"last\": \"" + day + "\", \"reason\": \"Snow\"}";
            asShown(
                    number,
                    wishes,
                    "end",
                    "/api/series/" + session(session).path("seriesId").asString() + "/end",
                    end);
        }
    }

    private boolean ofSeries(String session) {
        return session(session).path("seriesId").isString();
    }

    private JsonNode session(String id) {
        return lead.get("/api/sessions/" + id).json();
    }

    private void asShown(int number, Random wishes, String what, String path, String body) {
        var member = members.get(number);
        var preview = member.post(path + "/preview", body);
        say(number, what + " preview", preview);
        if (preview.status() == 200) {
            var chosen = body.replaceFirst("\\}$", ", \"bookings\": " + choices(preview.json(), wishes) + "}");
            say(number, what, member.send("POST", path, chosen, "If-Match", preview.header("ETag")));
        }
    }

    /** Chooses an offered place, a cancellation or nothing for each affected booking. */
    private static String choices(JsonNode preview, Random wishes) {
        var moves = new ArrayList<String>();
        var cancellations = new ArrayList<String>();
        for (var booking : preview.path("bookings")) {
            var offers = booking.path("offers");
            switch (wishes.nextInt(3)) {
                case 0 -> cancellations.add(booking.path("bookingId").toString());
                case 1 -> {
                    if (!offers.isEmpty()) {
                        var place = offers.path(wishes.nextInt(offers.size()));
                        moves.add("{\"bookingId\": %s, \"sessionId\": %s, \"startsAt\": %s}"
                                .formatted(booking.path("bookingId"), place.path("sessionId"), place.path("startsAt")));
                    }
                }
                default -> {}
            }
        }
        return "{\"moves\": %s, \"cancellations\": %s}".formatted(moves, cancellations);
    }

    private void planSession(int number, Random wishes) {
        int hour = 8 + wishes.nextInt(10);
        var made = members.get(number).post("/api/hubs/" + hub + "/sessions", """
                {"date": "%s", "starts": "%02d:00", "ends": "%02d:30", "slotMinutes": 30, "placesPerSlot": 2}""".formatted(day, hour, hour + 1));
        say(number, "plan " + hour, made);
        if (made.status() == 201) {
            know(made.json());
        }
    }

    private void closeHub(int number, Random wishes) {
        var path = "/api/hubs/" + hub + "/closures";
        var body = "{\"from\": \"" + day + "\", \"to\": \"" + day + "\", \"reason\": \"Snow\"}";
        var preview = lead.post(path + "/preview", body);
        say(number, "close preview", preview);
        var closed = lead.post(path, body.replace("}", ", \"bookings\": " + choices(preview.json(), wishes) + "}"));
        say(number, "close", closed);
        if (closed.status() == 201 && wishes.nextBoolean()) {
            var closure = closed.json().path("id").asString();
            say(number, "reopen", lead.send("DELETE", "/api/hubs/" + hub + "/closures/" + closure, null));
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

    /** Records the answer. Rejections are expected; an answer without an explanation is not. */
    private void say(int number, String what, Answer answer) {
        done.add(
                number + " " + what + " -> " + answer.status() + (answer.status() < 300 ? "" : " " + answer.problem()));
        boolean doneAlready = (what.startsWith("end") || what.startsWith("close")) && answer.status() == 400;
        assertThat(doneAlready || EXPLAINED.contains(answer.status()))
                .as(this::sequence)
                .isTrue();
    }

    private long succeeded(String what) {
        return done.stream()
                .filter(line -> line.substring(line.indexOf(' ') + 1).startsWith(what))
                .filter(line -> !line.contains("preview") && line.matches(".* -> 20[01]"))
                .count();
    }

    private void assertInvariants(int round) {
        var wrong = CouncilContext.call(council.id(), check::run);
        var over = RunningService.superuser()
                .sql("""
                        select count(*) from app.slot s where s.tenant_id = :council and (s.taken > s.places or s.taken <
                            (select count(*) from app.booking b
                             where b.tenant_id = s.tenant_id and b.slot_id = s.id and b.status <> 'CANCELLED'))""")
                .param("council", council.id())
                .query(Integer.class)
                .single();
        var lost = RunningService.superuser()
                .sql(EXPECTED_WHERE_NOTHING_IS)
                .param("council", council.id())
                .query(Integer.class)
                .single();
        assertThat(lost).as(() -> "after round " + round + sequence()).isZero();
        assertThat(wrong).as(() -> "after round " + round + sequence()).isEmpty();
        assertThat(over).as(() -> "after round " + round + sequence()).isZero();
    }

    private String sequence() {
        var lines = new ArrayList<>(done);
        Collections.reverse(lines);
        return " with seed " + seed + ", the last first:\n" + String.join("\n", lines);
    }
}
