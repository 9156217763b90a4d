package uk.alongside.helm;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.alongside.helm.Manifests.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.alongside.helm.Expression.Series;

/** Tests that each alert fires in the state that it is for, and that none fires while all is well. */
class AlertFiresTest {

    /** A state that one alert is for: the series that differ from those of a healthy installation. */
    record Trouble(String alert, List<Series> series) {

        @Override
        public String toString() {
            return alert;
        }
    }

    static Stream<Trouble> troubles() {
        return Stream.of(
                trouble("WallOpen", of("alongside_proofs_violations", "tenant-service", 0, 1)),
                trouble("AuditDamaged", of("alongside_audit_damaged_total", "conversations-service", 0, 1)),
                trouble("ServiceDown", of("up", "gateway", 1, 0)),
                trouble(
                        "ManyErrors",
                        of("http_server_requests_seconds_count", "gateway", 0, 90, "outcome", "SUCCESS"),
                        of("http_server_requests_seconds_count", "gateway", 0, 10, "outcome", "SERVER_ERROR")),
                trouble("RedisNearlyFull", of("alongside_redis_memory_used", "gateway", 0, 0.85)),
                trouble("AuditUnsealed", of("alongside_audit_unsealed_age_seconds", "tenant-service", 0, 61)),
                trouble("ProofsLate", of("alongside_proofs_age_seconds", "tenant-service", 0, 130_000)),
                trouble("AnchorsLate", of("alongside_audit_anchored_age_seconds", "tenant-service", 0, 901)),
                trouble("QueueLate", of("alongside_queue_age_seconds", "tenant-service", 0, 301)),
                trouble("JobsFail", of("alongside_queue_failing", "tenant-service", 0, 1)),
                trouble(
                        "PoolExhausted",
                        of("hikaricp_connections_pending", "conversations-service", 0, 1, "pool", "service")),
                trouble(
                        "SignInsFail",
                        of("alongside_sign_ins_total", "gateway", 3, 4, "result", "succeeded"),
                        of("alongside_sign_ins_total", "gateway", 5, 9, "result", "failed")),
                trouble(
                        "CertificateEnds",
                        of(
                                "alongside_certificate_remaining_seconds",
                                "gateway",
                                0,
                                1_800_000,
                                "host",
                                "public.example")),
                trouble("MemoryNearlyFull", of("jvm_memory_usage_after_gc", "gateway", 0, 0.95, "area", "heap")));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void anAlertFiresInItsTroubleAndNoOtherDoes(Trouble trouble) {
        var series = new ArrayList<Series>(healthy());
        trouble.series().forEach(one -> {
            series.removeIf(it -> it.name().equals(one.name()) && it.labels().equals(one.labels()));
            series.add(one);
        });

        assertThat(firing(series)).containsExactly(trouble.alert());
    }

    @Test
    void noneFiresWhileAllIsWell() {
        assertThat(firing(healthy())).isEmpty();
    }

    @Test
    void aServiceWithoutAnyPodIsDown() {
        assertThat(firing(healthy().stream()
                        .filter(one -> !(one.name().equals("up")
                                && "alongside-tenant-service"
                                        .equals(one.labels().get("service"))))
                        .toList()))
                .containsExactly("ServiceDown");
    }

    @Test
    void everyAlertHasATrouble() {
        assertThat(troubles().map(Trouble::alert).collect(toSet()))
                .isEqualTo(AlertTest.alerts().stream()
                        .map(alert -> text(alert.get("alert")))
                        .collect(toSet()));
    }

    private static List<String> firing(List<Series> series) {
        return AlertTest.alerts().stream()
                .filter(alert -> Expression.fires(text(alert.get("expr")), series))
                .map(alert -> text(alert.get("alert")))
                .toList();
    }

    private static List<Series> healthy() {
        var all = new ArrayList<Series>();
        for (var service : List.of("gateway", "tenant-service", "conversations-service")) {
            all.add(of("up", service, 1, 1));
            all.add(of("http_server_requests_seconds_count", service, 10, 110, "outcome", "SUCCESS"));
            all.add(of("http_server_requests_seconds_count", service, 1, 2, "outcome", "SERVER_ERROR"));
            all.add(of("jvm_memory_usage_after_gc", service, 0, 0.5, "area", "heap"));
        }
        for (var service : List.of("tenant-service", "conversations-service")) {
            all.add(of("alongside_proofs_violations", service, 0, 0));
            all.add(of("alongside_proofs_age_seconds", service, 0, 80_000));
            all.add(of("alongside_audit_damaged_total", service, 0, 0));
            all.add(of("alongside_audit_unsealed_age_seconds", service, 0, 1.5));
            all.add(of("alongside_queue_age_seconds", service, 0, 2));
            all.add(of("alongside_queue_failing", service, 0, 0));
            all.add(of("hikaricp_connections_pending", service, 0, 0, "pool", "service"));
        }
        all.add(of("alongside_audit_anchored_age_seconds", "tenant-service", 0, 60));
        // Only tenant-service begins the exchange, so this measurement of the other service has no value.
        all.add(of("alongside_audit_anchored_age_seconds", "conversations-service", 0, Double.NaN));
        all.add(of("alongside_certificate_remaining_seconds", "gateway", 0, 5_000_000, "host", "public.example"));
        all.add(of("alongside_redis_memory_used", "gateway", 0, 0.2));
        all.add(of("alongside_sign_ins_total", "gateway", 3, 9, "result", "succeeded"));
        all.add(of("alongside_sign_ins_total", "gateway", 5, 6, "result", "failed"));
        return all;
    }

    private static Trouble trouble(String alert, Series... series) {
        return new Trouble(alert, List.of(series));
    }

    private static Series of(String name, String service, double before, double now, String... label) {
        var labels = new java.util.TreeMap<>(
                Map.of("namespace", "councils", "service", "alongside-" + service, "pod", service + "-1"));
        for (int i = 0; i < label.length; i += 2) {
            labels.put(label[i], label[i + 1]);
        }
        return new Series(name, labels, before, now);
    }
}
