package uk.alongside.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.alongside.helm.Manifests.at;
import static uk.alongside.helm.Manifests.list;
import static uk.alongside.helm.Manifests.pods;
import static uk.alongside.helm.Manifests.text;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Tests that each environment variable of the chart is one that its service reads: a typo would change nothing. */
class EnvironmentTest {

    static final List<String> EXAMPLES = Chart.EXAMPLES;

    @ParameterizedTest
    @FieldSource("EXAMPLES")
    void aServiceReadsEachVariableThatItIsGiven(String example) {
        var pods = pods(Chart.manifests(example));

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
