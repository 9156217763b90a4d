package uk.alongside.foundation.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.trial.TrialApplication;

/** Tests the commands that an operator runs beside the running service. */
class KeysCommandTest extends EncryptionTest {

    @Test
    void rotatesAndDestroysTheKeysOfOneCouncil() {
        var note = note(SENTENCE);

        keys("rotate", council);

        assertThat(textOf(note)).isEqualTo(SENTENCE);
        assertThat(notesWithAnEarlierKey()).isEqualTo(1);

        keys("destroy", council);

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> textOf(note));
    }

    @Test
    void refusesAnotherWordAndACouncilWithoutKeys() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeysCommand.run(TrialApplication.class, "keys", "remove", council.toString()))
                .withMessageContaining("keys rotate COUNCIL");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeysCommand.run(TrialApplication.class, "keys", "rotate"));
        assertThatIllegalStateException()
                .isThrownBy(() -> keys("destroy", UUID.randomUUID()))
                .withMessageContaining("no keys");
        assertThat(KeysCommand.isAskedFor("keys")).isTrue();
        assertThat(KeysCommand.isAskedFor()).isFalse();
        assertThat(KeysCommand.isAskedFor("migrate")).isFalse();
    }

    @Test
    void runsBesideTheServiceThatHasThePortForHealth() throws IOException {
        note(SENTENCE);
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            keys(
                    "rotate",
                    council,
                    "--spring.application.json={\"management.server.address\":\"127.0.0.1\",\"management.server.port\":"
                            + taken.getLocalPort() + "}");
        }

        assertThat(notesWithAnEarlierKey()).isEqualTo(1);
    }

    private static void keys(String what, UUID council, String... settings) {
        var arguments = new ArrayList<>(List.of("keys", what, council.toString()));
        arguments.addAll(List.of(settings));
        TrialApplication.configure(
                (name, value) -> arguments.add("--" + name + "=" + String.valueOf(value.get())), WALL, ISSUER);
        KeysCommand.run(TrialApplication.class, arguments.toArray(String[]::new));
    }
}
