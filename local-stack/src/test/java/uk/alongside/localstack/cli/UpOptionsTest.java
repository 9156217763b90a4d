package uk.alongside.localstack.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.alongside.localstack.Part;
import uk.alongside.localstack.machine.LocalStackException;

class UpOptionsTest {

    @Test
    void areEmptyByDefault() {
        var options = UpOptions.parse(List.of());

        assertThat(options.firstPort()).isEmpty();
        assertThat(options.without()).isEmpty();
    }

    @Test
    void nameAPortAndServicesToLeaveOut() {
        var options = UpOptions.parse(
                List.of("--without", "gateway", "--port", "9080", "--without", "conversations-service"));

        assertThat(options.firstPort()).contains(9080);
        assertThat(options.without()).containsExactlyInAnyOrder(Part.GATEWAY, Part.CONVERSATIONS_SERVICE);
    }

    @Test
    void areRefusedWhenTheyAreUnknownOrIncomplete() {
        assertRefused("--porthole", "--port NUMBER and --without SERVICE");
        assertRefused("--port", "--port needs a number");
        assertThatExceptionOfType(LocalStackException.class)
                .isThrownBy(() -> UpOptions.parse(List.of("--port", "70000")))
                .withMessageContaining("from 1 to 65500");
        assertRefused("--without", "Name a service: tenant-service, conversations-service, gateway");
    }

    @Test
    void refuseToLeaveOutWhatIsNoService() {
        assertThatExceptionOfType(LocalStackException.class)
                .isThrownBy(() -> UpOptions.parse(List.of("--without", "postgres")))
                .withMessageContaining("There is no service postgres");
    }

    private static void assertRefused(String option, String words) {
        assertThatExceptionOfType(LocalStackException.class)
                .isThrownBy(() -> UpOptions.parse(List.of(option)))
                .withMessageContaining(words);
    }
}
