package uk.alongside.statistics.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import uk.alongside.statistics.privacy.YearLedger.Sheet;

class YearLedgerTest {

    private static final double CAP = 0.88;

    @Test
    void aFullYearAndItsDearestCorrectionFitUnderTheCap() {
        var year = sealed(Sheet.QUARTER, Sheet.QUARTER, Sheet.QUARTER, Sheet.QUARTER, Sheet.YEAR, Sheet.BREAKDOWNS);

        assertThat(year.rhoSpent()).isEqualTo(844.0 / 1152);
        assertThat(year.correct(Sheet.QUARTER).orElseThrow().rhoSpent()).isEqualTo(1004.0 / 1152);
    }

    @Test
    void aSheetThatIsNotSealedCannotBeCorrected() {
        assertThat(sealed().correct(Sheet.QUARTER)).isEmpty();
        assertThat(sealed(Sheet.QUARTER).correct(Sheet.YEAR)).isEmpty();
    }

    @Test
    @DisplayName("Attack 13: a second correction")
    void aSecondCorrectionIsRefusedForAnySheet() {
        var corrected = sealed(Sheet.QUARTER, Sheet.YEAR).correct(Sheet.YEAR).orElseThrow();

        assertThat(corrected.correct(Sheet.QUARTER)).isEmpty();
        assertThat(corrected.correct(Sheet.YEAR)).isEmpty();
    }

    @Test
    @DisplayName("Attack 25: the budget is gone")
    void aSheetBeyondThoseOfAYearIsRefusedAlsoUnderALargeCap() {
        var year = YearLedger.empty(10).seal(Sheet.YEAR).orElseThrow();

        assertThat(year.seal(Sheet.YEAR)).isEmpty();
    }

    @Test
    void roomIsKeptForWhatTheYearHasStillToSeal() {
        var exact = 844.0 / 1152;

        assertThat(YearLedger.empty(exact).seal(Sheet.YEAR)).isPresent();
        assertThat(YearLedger.empty(Math.nextDown(exact)).seal(Sheet.YEAR)).isEmpty();
    }

    @Test
    void aRefusedSheetLeavesTheLedgerAsItWas() {
        var ledger = sealed(Sheet.YEAR);

        assertThat(ledger.seal(Sheet.YEAR)).isEmpty();
        assertThat(ledger.rhoSpent()).isEqualTo(Sheet.YEAR.rho());
    }

    private static YearLedger sealed(Sheet... sheets) {
        var ledger = YearLedger.empty(CAP);
        for (var sheet : List.of(sheets)) {
            ledger = ledger.seal(sheet).orElseThrow();
        }
        return ledger;
    }
}
