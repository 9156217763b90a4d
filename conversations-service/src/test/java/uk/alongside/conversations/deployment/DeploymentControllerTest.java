package uk.alongside.conversations.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;

/** Tests what tenant-service reads of this service for the operator. */
@ServiceTest
class DeploymentControllerTest {

    @LocalServerPort
    private int port;

    @Test
    void answersTenantServiceWithNumbersAndNoCouncil() {
        var council = TestCouncil.create(port);

        var answer = council.tenantService().get("/internal/state");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("wallHoles").asInt(-1)).isNotNegative();
        assertThat(answer.json().path("auditUnsealedSeconds").asInt(-1)).isNotNegative();
        assertThat(answer.json().has("auditAnchoredSecondsAgo")).isFalse();
        assertThat(answer.text()).doesNotContain(council.id().toString());
    }

    @Test
    void refusesAMemberOfACouncil() {
        var council = TestCouncil.create(port);

        assertThat(council.member("lead").get("/internal/state").status()).isEqualTo(403);
    }
}
