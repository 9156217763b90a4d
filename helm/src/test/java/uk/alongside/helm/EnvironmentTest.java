package uk.alongside.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.alongside.helm.Manifests.at;
import static uk.alongside.helm.Manifests.list;
import static uk.alongside.helm.Manifests.pods;
import static uk.alongside.helm.Manifests.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Tests that each environment variable of the chart is one that its service reads: a typo would change nothing. */
class EnvironmentTest {

    static final List<String> EXAMPLES = Chart.EXAMPLES;

    private static final String REALM = "Job/alongside-realm";
    private static final List<String> COMMANDS = List.of(REALM, "Job/alongside-doctor");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z_]*)}");

    @ParameterizedTest
    @FieldSource("EXAMPLES")
    void aServiceReadsEachVariableThatItIsGiven(String example) {
        var pods = new ArrayList<>(pods(Chart.manifests(example)));

        // Their commands read other settings than the gateway, whose image they run in: see the next test.
        boolean commands = pods.removeIf(pod -> COMMANDS.contains(pod.name()));
        assertThat(commands).isEqualTo(example.equals("production"));
        assertThat(pods).hasSize(5);
        for (var pod : pods) {
            var service = text(at(pod.labels(), "app.kubernetes.io/name")).replaceFirst("-migrate$", "");
            var settings = new ServiceSettings(service);
            var variables = pod.containers().stream()
                    .flatMap(container -> list(container.get("env")).stream())
                    .map(variable -> text(variable.get("name")))
                    // The java command reads this one.
                    .filter(name -> !name.equals("JDK_JAVA_OPTIONS"))
                    .toList();

            assertThat(variables)
                    .as(pod.name())
                    .isNotEmpty()
                    .doesNotHaveDuplicates()
                    .allMatch(settings::reads);
        }
    }

    @Test
    void theJobOfTheRealmHasAVariableForEachPlaceholderThatItDoesNotLeaveOut() {
        assertThat(placeholders()).hasSize(6);
        assertThat(variables(REALM)).containsAll(placeholders());
    }

    @ParameterizedTest
    @FieldSource("COMMANDS")
    void aCommandReadsEachVariableThatItIsGiven(String job) {
        var command = List.of("Settings", "KeycloakAdmin").stream()
                .map(type -> Chart.read(
                        Chart.ROOT.resolve("gateway/src/main/java/uk/alongside/gateway/command/" + type + ".java")))
                .collect(Collectors.joining());

        assertThat(variables(job))
                .isNotEmpty()
                .allMatch(name -> placeholders().contains(name) || command.contains('"' + name + '"'));
    }

    private static List<String> variables(String job) {
        return pods(Chart.manifests("production")).stream()
                .filter(pod -> pod.name().equals(job))
                .flatMap(pod -> pod.containers().stream())
                .flatMap(container -> list(container.get("env")).stream())
                .map(variable -> text(variable.get("name")))
                // The java command reads this one.
                .filter(name -> !name.equals("JDK_JAVA_OPTIONS"))
                .toList();
    }

    /** Returns the placeholders of the realm file, without those of made-up people and councils. */
    private static List<String> placeholders() {
        return PLACEHOLDER
                .matcher(Chart.read(Chart.ROOT.resolve("gateway/src/main/keycloak/alongside-realm.json")))
                .results()
                .map(found -> found.group(1))
                .filter(name -> !name.endsWith("_EXAMPLE") && !name.endsWith("_IMPORT"))
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "gateway, ALONGSIDE_KEYCLOAK_ISUER",
        "gateway, ALONGSIDE_PUBLIC_ADDRESS",
        "gateway, SPRING_DATASOURCE_URL",
        "gateway, SPRING_DATA_REDIS_SSL_ENABLE",
        "tenant-service, ALONGSIDE_ENCRYPTION_FILE",
        "tenant-service, ALONGSIDE_IDENTITY_ADMIN_SECRET",
        "tenant-service, SPRING_DATA_REDIS_HOST",
        "conversations-service, SPRING_MAIL_HOST",
        "conversations-service, ALONGSIDE_MAIL_MODE",
        "conversations-service, MANAGEMENT_SERVER_PORTS"
    })
    void aServiceDoesNotReadAMisspeltVariable(String service, String variable) {
        assertThat(new ServiceSettings(service).reads(variable)).isFalse();
    }

    @Test
    void anAdditionalVariableComesLast() {
        var conversations = pods(Chart.manifests("production")).stream()
                .filter(pod -> pod.name().equals("Deployment/alongside-conversations-service"))
                .findFirst()
                .orElseThrow();

        assertThat(list(conversations.containers().getFirst().get("env"))
                        .getLast()
                        .toString())
                .isEqualTo("{\"name\":\"ALONGSIDE_JOBS_NIGHT\",\"value\":\"02:45\"}");
    }
}
