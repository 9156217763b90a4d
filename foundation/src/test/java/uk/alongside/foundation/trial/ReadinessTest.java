package uk.alongside.foundation.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import uk.alongside.foundation.proofs.Proofs;
import uk.alongside.foundation.proofs.WallViolated;
import uk.alongside.foundation.wall.Wall;

/** Starts the trial service as a cluster does, with health and measurements on a port of their own. */
@Tag("slow")
class ReadinessTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static Wall wall;
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        wall = Wall.build();
        var arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--management.server.port=0",
                "--management.endpoints.web.exposure.include=health,prometheus"));
        DynamicPropertyRegistry settings =
                (name, value) -> arguments.add("--" + name + "=" + String.valueOf(value.get()));
        TrialApplication.configure(settings, wall, new Issuer());
        service = SpringApplication.run(TrialApplication.class, arguments.toArray(String[]::new));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aServiceIsNotReadyWhileTheWallHasAHole() throws Exception {
        var superuser = JdbcClient.create(wall.superuser());
        var proofs = service.getBean(Proofs.class);
        assertThat(management("health/readiness").statusCode()).isEqualTo(200);

        superuser.sql("grant select on sec.context_key to conversations_app").update();
        assertThatExceptionOfType(WallViolated.class).isThrownBy(proofs::check);

        assertThat(management("health/readiness").statusCode()).isEqualTo(503);
        assertThat(management("health/readiness").body()).isEqualTo("{\"status\":\"DOWN\"}");
        assertThat(management("health/liveness").statusCode()).isEqualTo(200);
        assertThat(management("prometheus").body()).containsPattern("(?m)^alongside_proofs_violations [1-9]");

        superuser.sql("revoke select on sec.context_key from conversations_app").update();
        proofs.check();
        assertThat(management("health/readiness").statusCode()).isEqualTo(200);
    }

    @Test
    void measurementsAreOnThePortOfTheClusterOnly() throws Exception {
        get("local.server.port", "health");

        assertThat(management("prometheus").body())
                .contains(
                        "jvm_memory_usage_after_gc{",
                        "http_server_requests_seconds_count{",
                        "alongside_proofs_violations 0",
                        "alongside_proofs_age_seconds ",
                        "alongside_queue_due ",
                        "alongside_queue_age_seconds ",
                        "alongside_audit_unsealed 0",
                        "alongside_audit_unsealed_age_seconds 0",
                        "alongside_audit_damaged_total 0",
                        "hikaricp_connections_active{pool=\"service\"}",
                        "hikaricp_connections_pending{pool=\"jobs\"}");
        assertThat(get("local.server.port", "prometheus").statusCode()).isEqualTo(404);
        assertThat(management("env").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> management(String endpoint) throws IOException, InterruptedException {
        return get("local.management.port", endpoint);
    }

    private static HttpResponse<String> get(String port, String endpoint) throws IOException, InterruptedException {
        var address =
                "http://localhost:" + service.getEnvironment().getRequiredProperty(port) + "/actuator/" + endpoint;
        return CLIENT.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }
}
