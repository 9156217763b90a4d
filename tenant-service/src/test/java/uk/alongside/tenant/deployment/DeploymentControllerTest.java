package uk.alongside.tenant.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.alongside.tenant.TenantServiceTest;

/** Tests what the operator sees of both services. */
class DeploymentControllerTest extends TenantServiceTest {

    @Test
    void showsTheMeasurementsOfBothServices() {
        PEER.hold("/internal/state", "{\"version\": \"0.1.0\", \"wallHoles\": 0, \"queueFailing\": 3}");

        var answer = operator().get("/api/deployment");

        assertThat(answer.status()).isEqualTo(200);
        var own = answer.body().path("tenantService");
        assertThat(own.path("wallHoles").asInt(-1)).isNotNegative();
        assertThat(own.path("wallCheckedSecondsAgo").asInt(-1)).isNotNegative();
        assertThat(own.path("queueDue").asInt(-1)).isNotNegative();
        assertThat(own.path("auditUnsealed").asInt(-1)).isNotNegative();
        assertThat(own.path("auditDamaged").asInt(-1)).isNotNegative();
        assertThat(own.path("postgresVersion").asString()).matches("\\d+\\.\\d+");
        assertThat(answer.body().at("/conversationsService/queueFailing").asInt())
                .isEqualTo(3);
    }

    @Test
    void saysByItsAbsenceThatConversationsServiceDoesNotAnswer() {
        PEER.stop();
        try {
            var answer = operator().get("/api/deployment");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().has("tenantService")).isTrue();
            assertThat(answer.body().has("conversationsService")).isFalse();
        } finally {
            PEER.start();
        }
    }

    @Test
    void isForOperatorsOnly() {
        var council = aCouncil();
        operator().post("/api/councils", council.json());

        assertThat(lead(council).get("/api/deployment").summary()).isEqualTo("403 not-allowed");
        assertThat(as(null).get("/api/deployment").status()).isEqualTo(401);
    }

    /** By this name {@code context-key rotate} finds who still signs with another key. A new connection has none yet. */
    @Test
    void namesTheIdOfItsContextKeyToTheDatabase() {
        operator().get("/api/councils");

        eventually(Duration.ofSeconds(30), () -> names().equals(List.of("alongside key test")));
    }

    private List<@Nullable String> names() {
        return superuser().sql("""
                        select distinct application_name from pg_stat_activity
                        where datname = current_database() and usename = 'tenant_app'""").query(String.class).list();
    }
}
