package uk.alongside.statistics.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.alongside.statistics.benchmark.Flags.Flag;
import uk.alongside.statistics.benchmark.Flags.Measure;

class FlagsTest {

    private static final Measure APART = new Measure(90, 100, 0.5, 0.01, 0.001, 40);
    private static final Measure ORDINARY = new Measure(50, 100, 0.5, 0.01, 0.001, 40);

    @Test
    void noMeasuresAreComparedAndNoneFlagged() {
        assertThat(Flags.of(List.of(), 0.05)).isEqualTo(new Flags(0, null, List.of()));
    }

    @Test
    void aMeasureWithoutPeopleOrWithoutAUsualSpreadDoesNotCount() {
        var empty = new Measure(0, 0, 0.5, 0.01, 0.001, 40);
        var noSpread = new Measure(90, 100, 0.5, 0.01, null, 40);

        var flags = Flags.of(List.of(empty, APART, noSpread), 0.05);

        assertThat(flags.compared()).isEqualTo(1);
        assertThat(flags.results()).extracting(Flags.Result::flag).containsExactly(null, Flag.HIGHER, null);
    }

    @Test
    void equalPsAreFlaggedTogether() {
        var flags = Flags.of(Collections.nCopies(6, APART), 0.05);

        assertThat(flags.results()).allMatch(result -> result.flag() == Flag.HIGHER);
    }

    @Test
    void moreOrdinaryMeasuresMakeTheThresholdStricter() {
        var borderline = new Measure(61, 100, 0.5, 0.01, 0.0001, 40);
        var alone = Flags.of(List.of(borderline), 0.05);
        var among = Flags.of(
                Stream.concat(Stream.of(borderline), Collections.nCopies(9, ORDINARY).stream())
                        .toList(),
                0.05);

        assertThat(alone.results().getFirst().flag()).isEqualTo(Flag.HIGHER);
        assertThat(among.results().getFirst().flag()).isEqualTo(Flag.NONE);
        assertThat(among.threshold()).isNull();
    }

    @Test
    void theMirroredMeasureHasTheMirroredFlag() {
        var low = new Measure(10, 100, 0.5, 0.01, 0.001, 40);

        assertThat(Flags.of(List.of(low), 0.05).results().getFirst().flag()).isEqualTo(Flag.LOWER);
    }
}
