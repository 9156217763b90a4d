package uk.alongside.conversations.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import uk.alongside.conversations.RunningService;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;
import uk.alongside.foundation.audit.Tampering;

/** Tests that each service keeps the end of the other's audit chain, and that a difference raises the alarm. */
@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class AnchorTest {

    private static final String ELSEWHERE = "{\"seq\": %d, \"hash\": \"" + "ab".repeat(32) + "\"}";

    @LocalServerPort
    private int port;

    @Autowired
    private MeterRegistry meters;

    @Test
    void keepsTheEndOfTheOtherAndTellsItsOwn() {
        double damaged = damaged();
        var council = TestCouncil.create(port);
        council.person("Margaret", "Ellison");

        var first = exchange(council, "{\"end\": " + ELSEWHERE.formatted(4) + "}");
        var second =
                exchange(council, "{\"end\": " + ELSEWHERE.formatted(9) + ", \"held\": " + first.path("end") + "}");

        assertThat(first.path("end").path("seq").asLong()).isEqualTo(1);
        assertThat(first.path("fits").asBoolean()).isTrue();
        assertThat(second.path("held").path("seq").asLong()).isEqualTo(4);
        assertThat(second.path("fits").asBoolean()).isTrue();
        assertThat(damaged()).isEqualTo(damaged);
    }

    @Test
    void reportsThatItsOwnRecordWasCut(CapturedOutput log) {
        var council = TestCouncil.create(port);
        council.person("Margaret", "Ellison");
        council.person("Tom", "Akande");
        var before = exchange(council, "{}").path("end");
        double damaged = damaged();

        RunningService.superuser()
                .sql(Tampering.withoutTriggers(
                        "delete from app.audit_seal where seq = 2 and tenant_id = '%s'".formatted(council.id())))
                .update();

        assertThat(exchange(council, "{\"held\": " + before + "}").path("fits").asBoolean())
                .isFalse();
        assertThat(damaged()).isEqualTo(damaged + 1);
        assertThat(log).contains("The audit of council " + council.id());
    }

    @Test
    void reportsThatTheRecordOfTheOtherWasRewritten(CapturedOutput log) {
        var council = TestCouncil.create(port);
        exchange(council, "{\"end\": " + ELSEWHERE.formatted(4) + "}");
        double damaged = damaged();

        exchange(council, "{\"end\": " + ELSEWHERE.formatted(4).replace("ab", "cd") + "}");

        assertThat(damaged()).isEqualTo(damaged + 1);
        assertThat(log).contains("The audit of council " + council.id());
    }

    @Test
    void isForTenantServiceOnly() {
        var council = TestCouncil.create(port);

        assertThat(council.lead()
                        .put("/internal/councils/" + council.id() + "/audit-anchor", "{}")
                        .status())
                .isEqualTo(403);
    }

    private double damaged() {
        return meters.get("alongside.audit.damaged").counter().count();
    }

    private static JsonNode exchange(TestCouncil council, String body) {
        var answer = council.tenantService().put("/internal/councils/" + council.id() + "/audit-anchor", body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }
}
