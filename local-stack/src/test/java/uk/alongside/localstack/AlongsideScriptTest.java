package uk.alongside.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The script's refusals; what it does is seen when it runs. */
class AlongsideScriptTest {

    @Test
    void saysWhatItKnows() {
        var help = script(Map.of(), "help");

        assertThat(help.succeeded()).isTrue();
        assertThat(help.output()).contains("up", "down", "reset", "status", "logs", "doctor", "test", "bench");
    }

    @Test
    void refusesAnUnknownCommand() {
        var refused = script(Map.of(), "dance");

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.output()).endsWith("There is no command dance.");
    }

    @Test
    void forgetsNothingUnasked() {
        var refused = script(Map.of(), "reset");

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.output()).contains("./alongside reset --yes");
    }

    @Test
    void leavesNothingOutInContinuousIntegration() {
        var refused = script(Map.of("CI", "true"), "test", "--without-browser");

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.output()).contains("not for continuous integration");
    }

    @Test
    void saysHowToGetABrowserWhenTheNamedOneIsNone() {
        var refused = script(Map.of("CHROMIUM", "/nowhere/chromium"), "test");

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.output()).contains("CHROMIUM names /nowhere/chromium, which is not a program.");
    }

    private static Command script(Map<String, String> environment, String... words) {
        var command = new ArrayList<>(
                List.of("bash", LocalStack.root().resolve("alongside").toString()));
        command.addAll(List.of(words));
        return Command.run(command, environment);
    }
}
