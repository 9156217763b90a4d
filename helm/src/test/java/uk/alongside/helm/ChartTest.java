package uk.alongside.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.alongside.helm.Manifests.at;
import static uk.alongside.helm.Manifests.list;
import static uk.alongside.helm.Manifests.object;
import static uk.alongside.helm.Manifests.ofKind;
import static uk.alongside.helm.Manifests.pods;
import static uk.alongside.helm.Manifests.text;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that Helm renders the chart into manifests that Kubernetes knows, and that a mistake in the values is refused. */
class ChartTest {

    static final List<String> EXAMPLES = Chart.EXAMPLES;

    @TempDir
    Path folder;

    @ParameterizedTest
    @FieldSource("EXAMPLES")
    void helmFindsNothingWrong(String example) {
        var result = Chart.lint(example, folder.resolve("alongside"));

        assertThat(result.getMessages()).noneMatch(message -> message.matches(".*\\[(ERROR|WARNING)].*"));
        assertThat(result.isFailed()).isFalse();
    }

    @ParameterizedTest
    @FieldSource("EXAMPLES")
    void everyManifestIsOneThatKubernetesKnows(String example) {
        var manifests = Chart.manifests(example);

        assertThat(manifests).hasSizeGreaterThan(7).allSatisfy(KubernetesModel::validate);
        assertThat(manifests).extracting(Manifests::name).doesNotHaveDuplicates();
    }

    @Test
    void aFieldThatKubernetesDoesNotKnowIsAnError() {
        var deployment = ofKind(Chart.manifests("default"), "Deployment").getFirst();
        object(at(deployment, "spec", "template", "spec")).addProperty("securityContex", "x");

        assertThatThrownBy(() -> KubernetesModel.validate(deployment)).hasMessageContaining("securityContex");

        var monitor = ofKind(Chart.manifests("production"), "ServiceMonitor").getFirst();
        object(monitor.get("spec")).addProperty("endpoint", "x");
        assertThatThrownBy(() -> KubernetesModel.validate(monitor)).hasMessageContaining("endpoint");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "publicURL: https://alongside.example",
                "image: {registy: x}",
                "gateway: {replicas: 2}",
                "gateway: {extraEnv: [{nme: X}]}",
                "secrets: {gatway: x}",
                "networkPolicy: {databaseTo: [{podSelectr: {}}]}",
                "image: {tag: latest}",
                "pods: {labels: {app.kubernetes.io/name: gateway}}",
                "pods: {tolerations: [{kee: councils}]}",
                "networkPolicy: {dnsPort: 0}",
                "publicUrl: http://alongside.example",
                "mail: {mode: smtp, from: alongside}",
                "httpRoute: {enabled: true}",
                "database: {host: ''}",
                "database: {otherRoles: [Streaming Replica]}"
            })
    void aMistakeInTheValuesIsRefused(String values) throws IOException {
        var file = folder.resolve("values.yaml");
        Files.writeString(file, withMistake(values));

        assertThatThrownBy(() -> Chart.render(file))
                .hasMessageContaining("values don't meet the specifications")
                .hasMessageContaining("- at '")
                .message()
                .doesNotContain("metaschema");
    }

    @ParameterizedTest
    @ValueSource(strings = {"realm", "doctor"})
    void anAddressThatTheJobsWouldRefuseIsRefusedBeforeTheyStart(String job) throws IOException {
        var file = folder.resolve("values.yaml");
        var values = "{" + job + ": {enabled: true}, keycloak: {internal: 'http://%s:8080/realms/alongside'}}";

        Files.writeString(file, withMistake(values.formatted("keycloak.keycloak")));
        assertThatThrownBy(() -> Chart.render(file)).hasMessageContaining("keycloak.internal must begin with https://");

        Files.writeString(file, withMistake(values.formatted("keycloak")));
        assertThat(Chart.render(file)).contains("http://keycloak:8080/realms/alongside");
    }

    /** Returns the default example with the mistake put over it. */
    private static String withMistake(String values) {
        var good = Chart.json(Chart.read(Chart.values("default"))).getAsJsonObject();
        var mistake = Chart.json(values).getAsJsonObject();
        mistake.entrySet().forEach(entry -> {
            if (entry.getValue().isJsonObject() && good.has(entry.getKey())) {
                object(entry.getValue())
                        .entrySet()
                        .forEach(inner -> object(good.get(entry.getKey())).add(inner.getKey(), inner.getValue()));
            } else {
                good.add(entry.getKey(), entry.getValue());
            }
        });
        return good.toString();
    }

    /** A map of the installation's own names, such as labels, is the only one that may hold any name. */
    @Test
    void everyObjectOfTheSchemaRefusesOtherNames() {
        var schema = Chart.json(Chart.read(Chart.FOLDER.resolve("values.schema.json")));
        var open = new ArrayList<String>();
        findOpen(schema, "", open);

        assertThat(open)
                .containsExactlyInAnyOrder(
                        "/ingress/annotations",
                        "/monitoring/labels",
                        "/pods/labels",
                        "/pods/annotations",
                        "/pods/nodeSelector",
                        "/$defs/peer/podSelector",
                        "/$defs/peer/namespaceSelector",
                        "/$defs/service/extraEnv[]/valueFrom");
    }

    private static void findOpen(JsonElement schema, String path, List<String> open) {
        if (!schema.isJsonObject()) {
            return;
        }
        if (text(at(schema, "type")).equals("object") && !Manifests.isFalse(at(schema, "additionalProperties"))) {
            open.add(path);
        }
        object(at(schema, "properties"))
                .entrySet()
                .forEach(it -> findOpen(it.getValue(), path + "/" + it.getKey(), open));
        object(at(schema, "$defs"))
                .entrySet()
                .forEach(it -> findOpen(it.getValue(), path + "/$defs/" + it.getKey(), open));
        findOpen(at(schema, "items"), path + "[]", open);
    }

    @Test
    void theSchemaDescribesExactlyTheValues() {
        var values = Chart.json(Chart.read(Chart.FOLDER.resolve("values.yaml"))).getAsJsonObject();
        var schema = object(at(Chart.json(Chart.read(Chart.FOLDER.resolve("values.schema.json"))), "properties"));

        assertThat(values.keySet()).isEqualTo(schema.keySet());
        for (var name : schema.keySet()) {
            var inner = object(at(schema, name, "properties"));
            if (!inner.isEmpty()) {
                assertThat(object(values.get(name)).keySet()).as(name).isEqualTo(inner.keySet());
            }
        }
    }

    @Test
    void thePodsReachOnlyWhatIsNamed() {
        var openings = new TreeSet<String>();
        for (var policy : ofKind(Chart.manifests("production"), "NetworkPolicy")) {
            var name = text(at(policy, "metadata", "name")).replace("alongside-", "");
            list(at(policy, "spec", "ingress")).forEach(rule -> openings.add(name + " from " + opening(rule, "from")));
            list(at(policy, "spec", "egress")).forEach(rule -> openings.add(name + " to " + opening(rule, "to")));
        }

        assertThat(openings)
                .containsExactly(
                        "closed to anywhere 53,53",
                        "conversations-service from gateway 8080",
                        "conversations-service from monitoring 8090",
                        "conversations-service from tenant-service 8080",
                        "conversations-service to data 5432",
                        "conversations-service to keycloak 8443",
                        "conversations-service to tracing 4318",
                        "conversations-service-migrate to anywhere 53,53",
                        "conversations-service-migrate to data 5432",
                        "doctor to 198.51.100.0/28 443",
                        "doctor to gateway 8080",
                        "doctor to keycloak 8443",
                        "gateway from doctor 8080",
                        "gateway from ingress 8080",
                        "gateway from monitoring 8090",
                        "gateway to 198.51.100.0/28 443",
                        "gateway to conversations-service 8080",
                        "gateway to data redis 6379",
                        "gateway to keycloak 8443",
                        "gateway to tenant-service 8080",
                        "gateway to tracing 4318",
                        "realm to anywhere 53,53",
                        "realm to keycloak 8443",
                        "tenant-service from gateway 8080",
                        "tenant-service from monitoring 8090",
                        "tenant-service to 192.0.2.25/32 587",
                        "tenant-service to 203.0.113.0/24 443",
                        "tenant-service to conversations-service 8080",
                        "tenant-service to data 5432",
                        "tenant-service to keycloak 8443",
                        "tenant-service to tracing 4318",
                        "tenant-service-migrate to anywhere 53,53",
                        "tenant-service-migrate to data 5432");
    }

    @Test
    void thePodsMayAskANameServiceAtAnotherPort() throws IOException {
        var file = folder.resolve("values.yaml");
        Files.writeString(file, withMistake("networkPolicy: {dnsPort: 5353}"));

        assertThat(ofKind(Chart.parse(Chart.render(file)), "NetworkPolicy"))
                .flatExtracting(policy -> list(at(policy, "spec", "egress")))
                .filteredOn(rule -> !rule.has("to"))
                .extracting(rule -> opening(rule, "to"))
                .contains("anywhere 5353,5353")
                .doesNotContain("anywhere 53,53");
    }

    @Test
    void everyPodHasTheSettingsForAllPods() {
        assertThat(pods(Chart.manifests("production"))).hasSize(7).allSatisfy(pod -> {
            assertThat(text(pod.labels().get("team"))).isEqualTo("councils");
            assertThat(text(at(pod.template(), "metadata", "annotations", "example.com/backup")))
                    .isEqualTo("none");
            assertThat(text(at(pod.spec(), "nodeSelector", "kubernetes.io/os"))).isEqualTo("linux");
            assertThat(list(pod.spec().get("tolerations"))).hasSize(1);
            assertThat(text(pod.spec().get("priorityClassName"))).isEqualTo("councils");
        });
    }

    private static String opening(JsonObject rule, String direction) {
        var peers = list(rule.get(direction)).stream()
                .flatMap(peer -> Stream.of(
                        text(at(peer, "namespaceSelector", "matchLabels", "kubernetes.io/metadata.name")),
                        text(at(peer, "podSelector", "matchLabels", "app")),
                        text(at(peer, "podSelector", "matchLabels", "app.kubernetes.io/name")),
                        text(at(peer, "ipBlock", "cidr"))))
                .filter(words -> !words.isEmpty())
                .toList();
        var ports = list(rule.get("ports")).stream()
                .map(port -> text(port.get("port")))
                .toList();
        return (peers.isEmpty() ? "anywhere" : String.join(" ", peers)) + " " + String.join(",", ports);
    }

    @Test
    void theMigrationRunsBeforeThePodsAndNeverHoldsAServicesPassword() {
        var jobs = ofKind(Chart.manifests("default"), "Job");

        assertThat(jobs).hasSize(2).allSatisfy(job -> {
            assertThat(text(at(job, "metadata", "annotations", Chart.HOOK))).isEqualTo("pre-install,pre-upgrade");
            assertThat(job.toString()).contains("-migrator").doesNotContain("database-password", "audit-key");
        });
        for (var deployment : ofKind(Chart.manifests("default"), "Deployment")) {
            assertThat(deployment.toString()).doesNotContain("migrator");
        }
    }
}
