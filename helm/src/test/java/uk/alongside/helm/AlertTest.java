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

    /** The measurements in alerts, and the source that makes each. */
    private static final Map<String, String> OURS = Map.of(
            "alongside_proofs_violations",
                    "foundation/src/main/java/uk/alongside/foundation/wall/DatabaseConfiguration.java",
            "alongside_audit_damaged_total", "foundation/src/main/java/uk/alongside/foundation/audit/AuditSealer.java",
            "alongside_redis_memory_used", "gateway/src/main/java/uk/alongside/gateway/redis/RedisMemory.java");

    /** Made by Prometheus itself and by Micrometer; tests of foundation and gateway read the latter from a service. */
    private static final Set<String> OTHERS =
            Set.of("up", "http_server_requests_seconds_count", "jvm_memory_usage_after_gc");

    private static final Pattern MEASUREMENT = Pattern.compile("([a-z_]+)\\{");

    private static List<JsonObject> alerts() {
        return list(at(ofKind(Chart.manifests("production"), "PrometheusRule").getFirst(), "spec", "groups")).stream()
                .flatMap(group -> list(group.get("rules")).stream())
                .toList();
    }

    @Test
    void eachAlertWatchesAMeasurementThatExists() {
        var watched = alerts().stream()
                .flatMap(alert -> MEASUREMENT.matcher(text(alert.get("expr"))).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());

        assertThat(watched).hasSizeGreaterThan(4).allMatch(name -> OURS.containsKey(name) || OTHERS.contains(name));
        OURS.forEach((name, file) -> assertThat(Chart.read(Chart.ROOT.resolve(file)))
                .as(name)
                .contains("\"" + name.replaceFirst("_total$", "").replace('_', '.') + "\""));
    }

    @Test
    void eachAlertHasARunbookAndEachRunbookAnAlert() throws IOException {
        for (var alert : alerts()) {
            var name = text(alert.get("alert"));
            assertThat(text(at(alert, "annotations", "runbook"))).isEqualTo("docs/runbooks/" + name + ".md");
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
