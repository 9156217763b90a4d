package uk.alongside.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.alongside.helm.Manifests.at;
import static uk.alongside.helm.Manifests.list;
import static uk.alongside.helm.Manifests.object;
import static uk.alongside.helm.Manifests.ofKind;
import static uk.alongside.helm.Manifests.pods;
import static uk.alongside.helm.Manifests.selects;
import static uk.alongside.helm.Manifests.text;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the pod in which an operator runs one command in the cluster. */
class CommandTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "conversations-service, keys destroy 0-0, conversations-service-migrate, alongside-conversations-service",
        "conversations-service, context-key rotate, conversations-service-migrate, alongside-conversations-migrator",
        "tenant-service, context-key rotate, tenant-service-migrate, alongside-tenant-migrator",
        "tenant-service, citus check, tenant-service-migrate, alongside-tenant-migrator",
        "gateway, realm apply --dry-run, realm, alongside-realm",
        "gateway, council list, doctor, alongside-doctor"
    })
    void aCommandHasTheSecretsAndThePolicyOfItsJobAndNoServiceLeadsToIt(
            String service, String line, String policy, String secret) throws IOException {
        var manifests = render("production", service, line);
        var command = ofKind(manifests, "Job").stream()
                .filter(CommandTest::isCommand)
                .findFirst()
                .orElseThrow();
        var pod = pods(List.of(command)).getFirst();

        KubernetesModel.validate(command);
        for (var rule : Rule.values()) {
            assertThat(rule.broken(manifests)).as("%s", rule).isEmpty();
        }
        assertThat(list(at(command, "spec", "template", "spec", "containers"))
                        .getFirst()
                        .get("args"))
                .isEqualTo(Manifests.array(line.split(" ")));
        assertThat(pod.spec().toString()).contains("\"name\":\"" + secret + "\"");
        assertThat(ofKind(manifests, "Service"))
                .isNotEmpty()
                .noneMatch(it -> selects(object(at(it, "spec", "selector")), pod.labels()));
        assertThat(ofKind(manifests, "NetworkPolicy"))
                .filteredOn(it -> selects(object(at(it, "spec", "podSelector", "matchLabels")), pod.labels()))
                .extracting(it -> text(at(it, "metadata", "name")))
                .containsExactlyInAnyOrder("alongside-closed", "alongside-" + policy);
    }

    @Test
    void aServiceReadsEachVariableOfTheKeysCommand() throws IOException {
        var settings = new ServiceSettings("conversations-service");

        assertThat(render("production", "conversations-service", "keys rotate 0-0"))
                .filteredOn(CommandTest::isCommand)
                .flatMap(it -> list(
                        pods(List.of(it)).getFirst().containers().getFirst().get("env")))
                .extracting(it -> text(it.get("name")))
                .contains("ALONGSIDE_ENCRYPTION_KEY_FILE")
                .filteredOn(name -> !name.equals("JDK_JAVA_OPTIONS"))
                .allMatch(settings::reads);
    }

    @Test
    void aCommandWithoutItsSecretIsRefused() {
        assertThatThrownBy(() -> render("default", "gateway", "realm apply")).hasMessageContaining("Set realm.enabled");
        assertThatThrownBy(() -> render("default", "gateway", "doctor")).hasMessageContaining("Set doctor.enabled");
    }

    @Test
    void aReleaseHasNoCommand() {
        for (var example : Chart.EXAMPLES) {
            assertThat(Chart.manifests(example)).noneMatch(CommandTest::isCommand);
        }
    }

    private static boolean isCommand(JsonObject manifest) {
        return text(at(manifest, "metadata", "generateName")).equals("alongside-command-");
    }

    private List<JsonObject> render(String example, String service, String line) throws IOException {
        var file = folder.resolve("values.yaml");
        var args = String.join("', '", line.split(" "));
        Files.writeString(
                file,
                Chart.read(Chart.values(example)) + "\ncommand: {service: " + service + ", args: ['" + args + "']}\n");
        return Chart.parse(Chart.render(file));
    }
}
