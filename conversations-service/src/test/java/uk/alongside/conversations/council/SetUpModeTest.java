package uk.alongside.conversations.council;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;

@ServiceTest
class SetUpModeTest {

    @LocalServerPort
    private int port;

    private TestCouncil council;
    private Api staff;

    @BeforeEach
    void beforeItIsLive() {
        council = TestCouncil.create(port);
        staff = council.hubStaff();
        become("setting-up", 2);
    }

    @Test
    void holdsFiftyPeopleHoweverManyAreAddedAtOnce() throws Exception {
        for (int i = 0; i < 47; i++) {
            assertThat(add().status()).isEqualTo(201);
        }
        var answers = new ArrayList<Future<Api.Answer>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                answers.add(threads.submit(this::add));
            }
        }
        var statuses = new ArrayList<Integer>();
        for (var answer : answers) {
            statuses.add(answer.get().status());
        }

        assertThat(statuses).containsOnly(201, 409);
        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(3);
        assertThat(add().problem()).isEqualTo("set-up-people-limit");

        become("live", 3);
        assertThat(add().status()).isEqualTo(201);
    }

    @Test
    void isLeftOnlyWithAHubAndASessionToCome() {
        assertThat(standing()).isEqualTo("{\"hubs\":0,\"sessions\":false}");

        var hub = council.hub("Library");
        assertThat(standing()).isEqualTo("{\"hubs\":1,\"sessions\":false}");

        council.session(hub, TestCouncil.today().plusDays(1), 1);
        assertThat(standing()).isEqualTo("{\"hubs\":1,\"sessions\":true}");
        assertThat(council.lead()
                        .get("/internal/councils/" + council.id() + "/set-up-readiness")
                        .status())
                .isEqualTo(403);
    }

    /**
     * The set-up page offers to go live by this same answer, and not by the sessions of the first hubs in these weeks.
     */
    @Test
    void isSeenByLeadsAsTheOtherServiceSeesIt() {
        var hub = council.hub("Library");
        assertThat(sessionsToCome()).isFalse();

        council.session(hub, TestCouncil.today().plusWeeks(6), 1);
        assertThat(sessionsToCome()).isTrue();
        assertThat(standing()).isEqualTo("{\"hubs\":1,\"sessions\":true}");
    }

    private boolean sessionsToCome() {
        return council.lead().get("/api/readiness").json().path("sessions").asBoolean();
    }

    private String standing() {
        return council.tenantService()
                .get("/internal/councils/" + council.id() + "/set-up-readiness")
                .text();
    }

    private Api.Answer add() {
        return staff.post(
                "/api/people",
                "{\"firstName\": \"Margaret\", \"lastName\": \"Ellison\", \"noContact\": true, \"needs\": []}");
    }

    private void become(String status, int version) {
        var stored = council.tenantService()
                .put("/internal/councils/" + council.id() + "/settings", """
                {"version": %d, "name": "Larkshire Council", "alias": "larkshire", "talkingPoint": "Talking point",
                 "status": "%s", "demonstration": true}""".formatted(version, status));
        assertThat(stored.status()).as(stored.toString()).isEqualTo(200);
    }
}
