package uk.alongside.localstack.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.alongside.localstack.machine.LocalStackException;

class SimulationOptionsTest {

    @Test
    void areTwentyCouncilsOverThreeYearsIfNothingIsSaid() {
        assertThat(SimulationOptions.parse(List.of())).isEqualTo(new SimulationOptions(20, 12, 1));
    }

    @Test
    void takeEachNumber() {
        assertThat(SimulationOptions.parse(List.of("--seed", "7", "--councils", "40", "--quarters", "4")))
                .isEqualTo(new SimulationOptions(40, 4, 7));
    }

    @Test
    void refuseWhatIsNoNumberAndWhatIsNoOption() {
        for (var words : List.of(
                List.of("--councils"),
                List.of("--councils", "many"),
                List.of("--quarters", "0"),
                List.of("--seed", "-1"),
                List.of("--noise", "0"))) {
            assertThatExceptionOfType(LocalStackException.class)
                    .as(words.toString())
                    .isThrownBy(() -> SimulationOptions.parse(words));
        }
    }
}
