package uk.alongside.statistics.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.alongside.statistics.privacy.YearLedger.Sheet;

class SheetLayoutTest {

    /** The cost of a sheet in the ledger rests on how many cells one person can be in. */
    @ParameterizedTest
    @EnumSource
    @DisplayName("Attack 20: the ledger counts the headline and the margins")
    void itsNoisePaysForEachCellThatOnePersonIsIn(Sheet sheet) {
        var layout = SheetLayout.of(sheet);
        var cellsOfOnePerson = layout.blocks().stream()
                .map(block -> block.group() == null
                        ? block.fact().name()
                        : block.fact() + " by " + block.group().split())
                .distinct()
                .count();

        assertThat(cellsOfOnePerson / (2.0 * layout.sigma() * layout.sigma())).isEqualTo(sheet.rho());
    }

    @ParameterizedTest
    @EnumSource
    void everyCellHasAPlaceOfItsOwn(Sheet sheet) {
        var layout = SheetLayout.of(sheet);
        var positions = layout.blocks().stream()
                .flatMap(block -> block.fact().cells().stream()
                        .map(cell -> block.position(cell).orElseThrow()))
                .toList();

        assertThat(positions)
                .containsExactlyElementsOf(
                        IntStream.range(0, layout.cells()).boxed().toList());
    }

    /** A sealed sheet cannot be read any more if a cell moves. A change here is a new version of the specification. */
    @Test
    void theFirstSpecificationHasTheseCells() {
        assertThat(Map.of(
                        Sheet.QUARTER, SheetLayout.of(Sheet.QUARTER).cells(),
                        Sheet.YEAR, SheetLayout.of(Sheet.YEAR).cells(),
                        Sheet.BREAKDOWNS, SheetLayout.of(Sheet.BREAKDOWNS).cells()))
                .isEqualTo(Map.of(Sheet.QUARTER, 33, Sheet.YEAR, 21, Sheet.BREAKDOWNS, 168));
    }

    @ParameterizedTest
    @EnumSource
    void aRateIsMadeOfCellsOfItsFact(Rate rate) {
        assertThat(rate.fact().cells()).containsAll(rate.denominator());
        assertThat(rate.denominator()).containsAll(rate.numerator());
        assertThat(new HashSet<>(rate.denominator())).hasSize(rate.denominator().size());
        assertThat(rate.numerator())
                .isNotEmpty()
                .hasSizeLessThan(rate.denominator().size());
    }

    @Test
    void aWaitHasABandForEachCell() {
        assertThat(Rate.WAIT_BANDS).hasSameSizeAs(Fact.WAIT.cells());
    }
}
