package uk.alongside.localstack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.alongside.localstack.machine.Command;

class EnvTest {

    @Test
    void printsValuesThatAShellReadsBackUnchanged() {
        var value = "it's $HOME and \"more\"";

        var read = Command.run(List.of("bash", "-c", Env.lines(Map.of("SAMPLE", value)) + "\nprintf %s \"$SAMPLE\""));

        assertThat(read.output()).isEqualTo(value);
    }
}
