package uk.alongside.statistics.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import uk.alongside.statistics.benchmark.OwnPosition.Place;

class OwnPositionTest {

    @Test
    void ofNoOneNothingCanBeTold() {
        assertThat(OwnPosition.of(0, 0, 0.01, 0.02, 0.03).place()).isEmpty();
    }

    @Test
    void theFourChancesAddUpToOne() {
        for (var x = 0; x <= 30; x++) {
            var quarters = OwnPosition.of(x, 30, 0.4, 0.5, 0.7).quarters();

            assertThat(quarters).allMatch(chance -> chance >= 0 && chance <= 1);
            assertThat(quarters.stream().mapToDouble(Double::doubleValue).sum()).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void equalQuartilesLeaveNoChanceBetweenThem() {
        var position = OwnPosition.of(50, 100, 0.5, 0.5, 0.5);

        assertThat(position.quarters().get(1)).isZero();
        assertThat(position.quarters().get(2)).isZero();
    }

    @Test
    void quartilesAtTheEndsAreAllowed() {
        assertThat(OwnPosition.of(5, 9, 0, 0, 1).quarters().getFirst()).isZero();
        assertThat(OwnPosition.of(5, 9, 0, 1, 1).quarters().getLast()).isZero();
    }

    @Test
    void theLowerOfTwoEquallyLongRunsIsNamed() {
        assertThat(OwnPosition.of(50, 100, 0.47, 0.53, 0.6).place().map(Place::first))
                .hasValue(1);
    }

    @Test
    void chancesAreShownRoundedDownAndNeverAsCertain() {
        assertThat(new Place(1, 1, 0.8).shownPercent()).isEqualTo(80);
        assertThat(new Place(1, 1, 0.85).shownPercent()).isEqualTo(85);
        assertThat(new Place(1, 1, 0.8999999).shownPercent()).isEqualTo(85);
        assertThat(new Place(1, 1, 1).shownPercent()).isEqualTo(95);
    }

    @Test
    void quartilesInTheWrongOrderAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> OwnPosition.of(1, 2, 0.6, 0.5, 0.7));
        assertThatIllegalArgumentException().isThrownBy(() -> OwnPosition.of(3, 2, 0.4, 0.5, 0.7));
    }
}
