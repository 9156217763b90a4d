package uk.alongside.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.alongside.helm.Manifests.at;
import static uk.alongside.helm.Manifests.list;
import static uk.alongside.helm.Manifests.ofKind;
import static uk.alongside.helm.Manifests.text;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Tests that each alert watches a measurement that the services have, and has a runbook. */
class AlertTest {

    private static final String FOUNDATION = "foundation/src/main/java/uk/alongside/foundation/";
    private static final String GATEWAY = "gateway/src/main/java/uk/alongside/gateway/";

    /** The measurements in alerts and dashboards, and the source that makes each. */
    private static final Map<String, String> OURS = Map.ofEntries(
            Map.entry("alongside_proofs_violations", FOUNDATION + "wall/DatabaseConfiguration.java"),
            Map.entry("alongside_proofs_age_seconds", FOUNDATION + "wall/DatabaseConfiguration.java"),
            Map.entry("alongside_audit_damaged_total", FOUNDATION + "audit/AuditSealer.java"),
            Map.entry("alongside_audit_unsealed", FOUNDATION + "audit/AuditConfiguration.java"),
            Map.entry("alongside_audit_unsealed_age_seconds", FOUNDATION + "audit/AuditConfiguration.java"),
            Map.entry("alongside_audit_anchored_age_seconds", FOUNDATION + "jobs/QueueMeter.java"),
            Map.entry("alongside_queue_jobs", FOUNDATION + "jobs/QueueMeter.java"),
            Map.entry("alongside_queue_due", FOUNDATION + "jobs/QueueMeter.java"),
            Map.entry("alongside_queue_age_seconds", FOUNDATION + "jobs/QueueMeter.java"),
            Map.entry("alongside_queue_failing", FOUNDATION + "jobs/QueueMeter.java"),
            Map.entry("alongside_operations_total", FOUNDATION + "telemetry/OperationMeter.java"),
            Map.entry("alongside_council_operations_total", FOUNDATION + "telemetry/OperationMeter.java"),
            Map.entry("alongside_refused_callers_total", FOUNDATION + "web/ProblemResponses.java"),
            Map.entry("alongside_certificate_remaining_seconds", GATEWAY + "deployment/CertificateWatch.java"),
            Map.entry("alongside_redis_memory_used", GATEWAY + "redis/RedisMemory.java"),
            Map.entry("alongside_refusals_total", GATEWAY + "problem/ErrorResponses.java"),
            Map.entry("alongside_sign_ins_total", GATEWAY + "signin/SignInCallback.java"));

    /** Made by Prometheus itself and by Micrometer; tests of foundation and gateway read the latter from a service. */
    private static final Set<String> OTHERS = Set.of(
            "up",
            "http_server_requests_seconds_count",
            "http_server_requests_seconds_sum",
            "hikaricp_connections_active",
            "hikaricp_connections_pending",
            "process_cpu_usage",
            "jvm_memory_usage_after_gc");

    private static final Pattern MEASUREMENT = Pattern.compile("([a-z_]+)\\{");

    static Set<String> measurementsOf(String expression) {
        return MEASUREMENT
                .matcher(expression)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    static boolean exists(String measurement) {
        return OURS.containsKey(measurement) || OTHERS.contains(measurement);
    }

    static List<JsonObject> alerts() {
        return list(at(ofKind(Chart.manifests("production"), "PrometheusRule").getFirst(), "spec", "groups")).stream()
                .flatMap(group -> list(group.get("rules")).stream())
                .toList();
    }

    @Test
    void eachAlertWatchesAMeasurementThatExists() {
        var watched = alerts().stream()
                .flatMap(alert -> measurementsOf(text(alert.get("expr"))).stream())
                .collect(Collectors.toSet());

        assertThat(watched).hasSizeGreaterThan(4).allMatch(AlertTest::exists);
        OURS.forEach((name, file) -> assertThat(Chart.read(Chart.ROOT.resolve(file)))
                .as(name)
                .contains("\"" + name.replaceFirst("(_seconds|_total)$", "").replace('_', '.') + "\""));
    }

    @Test
    void eachAlertHasARunbookAndEachRunbookAnAlert() throws IOException {
        for (var alert : alerts()) {
            var name = text(alert.get("alert"));
            assertThat(text(at(alert, "annotations", "runbook"))).isEqualTo("docs/runbooks/" + name + ".md");
            assertThat(text(at(alert, "annotations", "runbook_url")))
                    .isEqualTo("https://alongside.example/gateway/runbooks/" + name);
            assertThat(Chart.read(Chart.ROOT.resolve("docs/runbooks/" + name + ".md")))
                    .as(name)
                    .startsWith("# " + name + "\n")
                    .contains("## What it means", "## What to do");
        }
        try (var runbooks = Files.list(Chart.ROOT.resolve("docs/runbooks"))) {
            assertThat(runbooks).hasSize(alerts().size());
        }
    }
}
