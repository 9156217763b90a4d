package uk.alongside.statistics.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class XmrChartTest {

    @Test
    void noPointsAreAnEmptyChart() {
        assertThat(chart().points()).isEmpty();
    }

    @Test
    void onePointHasAMeanAndNoLimits() {
        var point = chart(4).points().getFirst();

        assertThat(point.limits()).isEqualTo(new XmrLimits(4, null, null));
        assertThat(point.outside()).isFalse();
        assertThat(point.signal()).isEqualTo(Signal.NONE);
        assertThat(Assurance.of(3, point.limits(), Improvement.INCREASE)).isEmpty();
    }

    @Test
    void equalPointsAreNoSpecialCause() {
        for (var screened : new boolean[] {false, true}) {
            var values = new double[24];
            Arrays.fill(values, 0.1);
            var options = new XmrChart.Options(List.of(), Integer.MAX_VALUE, XmrLimits.FACTOR, screened);

            assertThat(XmrChart.of(values, options).points())
                    .allMatch(point -> point.signal() == Signal.NONE && point.side() == 0)
                    .allMatch(point -> point.limits().equals(new XmrLimits(0.1, 0.1, 0.1)));
        }
    }

    @Test
    void limitsAreOnTrialBelowTwelvePoints() {
        assertThat(chart(new double[11]).points()).allMatch(XmrChart.Point::trial);
        assertThat(chart(new double[12]).points()).noneMatch(XmrChart.Point::trial);
    }

    @Test
    void limitsOfAFrozenBaselineIgnoreLaterPoints() {
        var options = new XmrChart.Options(List.of(), 3, XmrLimits.FACTOR, false);

        var points = XmrChart.of(new double[] {10, 12, 11, 90, 95}, options).points();

        assertThat(points).allMatch(point -> point.limits().mean() == 11);
        assertThat(points.getLast().signal()).isEqualTo(Signal.ABOVE_UPPER_LIMIT);
    }

    @Test
    void aRunDoesNotReachIntoTheNextPhase() {
        var values = new double[] {1, 9, 1, 9, 1, 9, 6, 6, 6, 6, 6, 6};
        var options = new XmrChart.Options(List.of(6), Integer.MAX_VALUE, XmrLimits.FACTOR, false);

        var points = XmrChart.of(values, options).points();

        assertThat(points).extracting(XmrChart.Point::phase).containsExactly(0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1);
        assertThat(points).allMatch(point -> point.signal() == Signal.NONE);
    }

    @Test
    void noRuleReachesAcrossAGap() {
        var values = new double[] {1, 9, 1, 9, 1, 9, 6, 6, 6, 6, 6, 6, 6};

        assertThat(withGaps(values).points()).extracting(XmrChart.Point::signal).contains(Signal.RUN_ABOVE);
        assertThat(withGaps(values, 9).points()).allMatch(point -> point.signal() == Signal.NONE);
    }

    @Test
    void noMovingRangeReachesAcrossAGap() {
        assertThat(withGaps(new double[] {1, 3, 8, 10}, 2).points())
                .allMatch(point -> point.phase() == 0)
                .allMatch(point -> point.limits().equals(new XmrLimits(5.5, 5.5 - 2.66 * 2, 5.5 + 2.66 * 2)));
        assertThat(withGaps(new double[] {1, 8}, 1).points())
                .allMatch(point -> point.limits().equals(new XmrLimits(4.5, null, null)));
    }

    @Test
    void phasesBeginInOrderAndInsideTheSeries() {
        assertThatIllegalArgumentException().isThrownBy(() -> withPhases(3, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> withPhases(5, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> withPhases(10));
        assertThat(withPhases(0, 9).points().getLast().phase()).isEqualTo(1);
    }

    @Test
    void aTrendMayCrossTheMeanAndHasTheColourOfItsDirection() {
        var points =
                chart(9, 8, 20, 19, 17, 14, 12, 10, 8, 9, 12, 20, 5, 14, 9, 16).points();

        assertThat(points.get(2).side()).isEqualTo(1);
        assertThat(points.get(8).side()).isEqualTo(-1);
        assertThat(points.subList(2, 9)).allMatch(point -> point.signal() == Signal.FALLING_TREND);
        assertThat(Variation.of(Signal.FALLING_TREND, Improvement.DECREASE)).isEqualTo(Variation.IMPROVEMENT);
        assertThat(Variation.of(Signal.FALLING_TREND, Improvement.INCREASE)).isEqualTo(Variation.CONCERN);
        assertThat(Variation.of(Signal.FALLING_TREND, Improvement.NEUTRAL)).isEqualTo(Variation.NEUTRAL_LOW);
    }

    @Test
    void aPeakOfTwoTrendsBelongsToTheFirst() {
        var ends = SpecialCauseRules.trends(new double[] {1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1});

        assertThat(ends).containsExactly(0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, -1);
        assertThat(SpecialCauseRules.wholeOf(ends)).containsExactly(1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1);
    }

    @Test
    void equalNeighboursEndATrend() {
        assertThat(SpecialCauseRules.trends(new double[] {1, 2, 3, 4, 4, 5, 6, 7, 8}))
                .containsOnly(0);
    }

    @Test
    void aPointOnTheMeanEndsARun() {
        assertThat(SpecialCauseRules.runs(new int[] {1, 1, 1, 1, 1, 1, 0, 1, 1}))
                .containsOnly(0);
        assertThat(SpecialCauseRules.runs(new int[] {-1, -1, -1, -1, -1, -1, -1, -1, 1}))
                .containsExactly(0, 0, 0, 0, 0, 0, -1, -1, 0);
    }

    @Test
    void twoOfThreeAcrossTheMeanAreNoSignal() {
        var near = new boolean[] {true, false, true};

        assertThat(SpecialCauseRules.twoOfThree(near, new int[] {-1, -1, -1})).containsOnly(-1);
        assertThat(SpecialCauseRules.twoOfThree(near, new int[] {1, -1, 1})).containsOnly(0);
        assertThat(SpecialCauseRules.twoOfThree(near, new int[] {1, 0, 1})).containsOnly(0);
        assertThat(SpecialCauseRules.twoOfThree(new boolean[] {true, true}, new int[] {1, 1}))
                .containsOnly(0);
    }

    @Test
    void turningAChartUpsideDownTurnsItsSignals() {
        var random = new Random(7);
        for (var round = 0; round < 200; round++) {
            var values = random.ints(30, 0, 12).asDoubleStream().toArray();
            var mirrored = Arrays.stream(values).map(value -> -value).toArray();

            assertThat(chart(mirrored).points().stream()
                            .map(point -> -point.signal().direction())
                            .toList())
                    .isEqualTo(chart(values).points().stream()
                            .map(point -> point.signal().direction())
                            .toList());
        }
    }

    @Test
    void aTargetOnALimitIsLeftToChance() {
        var limits = new XmrLimits(2, 1.0, 3.0);

        assertThat(Assurance.of(3, limits, Improvement.INCREASE)).hasValue(Assurance.INCONSISTENT);
        assertThat(Assurance.of(3.1, limits, Improvement.INCREASE)).hasValue(Assurance.CONSISTENT_FAIL);
        assertThat(Assurance.of(3.1, limits, Improvement.DECREASE)).hasValue(Assurance.CONSISTENT_PASS);
        assertThat(Assurance.of(0.9, limits, Improvement.INCREASE)).hasValue(Assurance.CONSISTENT_PASS);
        assertThat(Assurance.of(0.9, limits, Improvement.NEUTRAL)).isEmpty();
    }

    @Test
    void runRulesIgnorePointsOnTheLine() {
        assertThat(RunRules.of(new int[0])).isEqualTo(new RunRules(0, 0, 0, 0));
        assertThat(RunRules.of(new int[] {0, 0}).signal()).isFalse();
        assertThat(RunRules.of(new int[] {1, 0, 1, -1, 0, -1, 1}))
                .extracting(RunRules::longestRun)
                .isEqualTo(2);
        assertThat(RunRules.of(Collections.nCopies(24, 1).stream()
                                .mapToInt(side -> side)
                                .toArray())
                        .signal())
                .isTrue();
    }

    private static XmrChart chart(double... values) {
        return XmrChart.of(values, XmrChart.Options.USUAL);
    }

    private static XmrChart withGaps(double[] values, Integer... gaps) {
        return XmrChart.of(
                values, new XmrChart.Options(List.of(), Integer.MAX_VALUE, XmrLimits.FACTOR, false, List.of(gaps)));
    }

    private static XmrChart withPhases(Integer... starts) {
        return XmrChart.of(
                new double[10], new XmrChart.Options(List.of(starts), Integer.MAX_VALUE, XmrLimits.FACTOR, false));
    }
}
