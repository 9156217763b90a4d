package uk.alongside.conversations.booking;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.Api.Answer;
import uk.alongside.conversations.RunningService;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;
import uk.alongside.conversations.capacity.CapacityCheck;
import uk.alongside.foundation.wall.CouncilContext;

/** Tests many requests at once for the last place, on the running service. */
@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LastPlaceTest {

    private static final int AT_ONCE = 100;

    @LocalServerPort
    private int port;

    @Autowired
    private CapacityCheck check;

    private TestCouncil council;
    private Api staff;
    private List<UUID> people;

    @BeforeAll
    void aCouncilWithPeople() {
        council = TestCouncil.create(port);
        staff = council.hubStaff();
        people = IntStream.range(0, AT_ONCE)
                .mapToObj(number -> TestCouncil.person(staff, "Person " + number, "Ellison"))
                .toList();
    }

    @RepeatedTest(10)
    void goesToExactlyOneOfAHundred() throws Exception {
        var session = council.session(
                council.hub("Library " + UUID.randomUUID()), TestCouncil.today().plusDays(1), 1);
        var slot = session.path("slots").path(1).path("id").asString();

        var answers = atOnce(people.stream()
                .map(person -> (Callable<Answer>)
                        () -> book(slot, person, UUID.randomUUID().toString()))
                .toList());

        var byStatus = answers.stream().collect(groupingBy(Answer::status));
        assertThat(byStatus.keySet()).as("%s", answers).containsExactlyInAnyOrder(201, 409);
        assertThat(byStatus.get(201)).hasSize(1);
        assertThat(byStatus.get(409)).hasSize(AT_ONCE - 1).allSatisfy(refused -> {
            assertThat(refused.problem()).isEqualTo("slot-full");
            assertThat(refused.json().path("alternatives")).hasSize(3);
        });
        assertThat(taken(slot)).isEqualTo(1);
        assertThat(CouncilContext.call(council.id(), check::run)).isEmpty();
    }

    @Test
    void isNotTakenTwiceByOnePersonAskingAtOnce() throws Exception {
        var session = council.session(
                council.hub("Library " + UUID.randomUUID()), TestCouncil.today().plusDays(1), 50);
        var slot = session.path("slots").path(0).path("id").asString();

        var answers = atOnce(IntStream.range(0, 30)
                .mapToObj(_ -> (Callable<Answer>)
                        () -> book(slot, people.getFirst(), UUID.randomUUID().toString()))
                .toList());

        assertThat(statuses(answers)).isEqualTo(Map.of(201, 1L, 409, 29L));
        assertThat(taken(slot)).isEqualTo(1);
    }

    @Test
    void isBookedOnceWhenOneRequestIsSentManyTimesAtOnce() throws Exception {
        var session = council.session(
                council.hub("Library " + UUID.randomUUID()), TestCouncil.today().plusDays(1), 50);
        var slot = session.path("slots").path(0).path("id").asString();

        var answers = atOnce(IntStream.range(0, 20)
                .mapToObj(_ -> (Callable<Answer>) () -> book(slot, people.getFirst(), "the same key"))
                .toList());

        assertThat(statuses(answers)).isEqualTo(Map.of(201, 20L));
        assertThat(answers)
                .extracting(Answer::text)
                .containsOnly(answers.getFirst().text());
        assertThat(taken(slot)).isEqualTo(1);
    }

    @Test
    void isLeftAloneWhenManyBookAcrossSlotsInEveryOrder() throws Exception {
        var slots = council.session(
                        council.hub("Library " + UUID.randomUUID()),
                        TestCouncil.today().plusDays(1),
                        2)
                .path("slots");

        var answers = atOnce(IntStream.range(0, AT_ONCE)
                .mapToObj(number -> (Callable<Answer>) () -> book(
                        slots.path(number % slots.size()).path("id").asString(),
                        people.get(number % 8),
                        UUID.randomUUID().toString()))
                .toList());

        assertThat(statuses(answers)).isEqualTo(Map.of(201, 8L, 409, 92L));
        assertThat(CouncilContext.call(council.id(), check::run)).isEmpty();
    }

    private Answer book(String slot, UUID person, String key) {
        return staff.send(
                "POST",
                "/api/slots/" + slot + "/bookings",
                "{\"personId\": \"" + person + "\", \"overlapConfirmed\": true}",
                "Idempotency-Key",
                key);
    }

    private static List<Answer> atOnce(List<Callable<Answer>> requests) throws Exception {
        var go = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = requests.stream()
                    .map(request -> threads.submit(() -> {
                        go.await();
                        return request.call();
                    }))
                    .toList();
            go.countDown();
            var all = new ArrayList<Answer>();
            for (var answer : answers) {
                all.add(answer.get());
            }
            return all;
        }
    }

    private static Map<Integer, Long> statuses(List<Answer> answers) {
        return answers.stream().collect(groupingBy(Answer::status, counting()));
    }

    private static int taken(String slot) {
        return RunningService.superuser()
                .sql("select taken from app.slot where id = :id")
                .param("id", UUID.fromString(slot))
                .query(Integer.class)
                .single();
    }
}
