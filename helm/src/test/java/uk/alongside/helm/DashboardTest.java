package uk.alongside.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.alongside.helm.Manifests.at;
import static uk.alongside.helm.Manifests.list;
import static uk.alongside.helm.Manifests.ofKind;
import static uk.alongside.helm.Manifests.text;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests that Grafana finds the dashboards, and that each panel reads measurements that the services have. */
class DashboardTest {

    private static List<JsonObject> dashboards() {
        return ofKind(Chart.manifests("production"), "ConfigMap").stream()
                .filter(map -> "1".equals(text(at(map, "metadata", "labels", "grafana_dashboard"))))
                .map(map -> map.getAsJsonObject("data").entrySet().iterator().next())
                .map(file -> JsonParser.parseString(text(file.getValue())).getAsJsonObject())
                .toList();
    }

    @Test
    void theChartHasFourWithAnAddressOfTheirOwn() {
        assertThat(dashboards())
                .extracting(dashboard -> text(dashboard.get("uid")))
                .containsExactlyInAnyOrder(
                        "alongside-bookings", "alongside-services", "alongside-queues", "alongside-security");
    }

    @Test
    void eachPanelReadsMeasurementsThatExistAndSaysWhatItShows() {
        for (var dashboard : dashboards()) {
            var panels = list(dashboard.get("panels"));
            assertThat(panels).hasSizeGreaterThan(5);
            for (var panel : panels) {
                assertThat(text(panel.get("description"))).isNotBlank();
                assertThat(list(panel.get("targets")))
                        .isNotEmpty()
                        .allSatisfy(target -> assertThat(AlertTest.measurementsOf(text(target.get("expr"))))
                                .isNotEmpty()
                                .allMatch(AlertTest::exists));
            }
        }
    }

    @Test
    void noneIsMadeWithoutMonitoring() {
        assertThat(ofKind(Chart.manifests("default"), "ConfigMap")).isEmpty();
    }
}
