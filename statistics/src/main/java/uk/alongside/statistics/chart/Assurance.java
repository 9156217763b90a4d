package uk.alongside.statistics.chart;

import java.util.Optional;

/** Whether a process, as it runs now, can be expected to meet its target. */
public enum Assurance {
    /** The target is beyond the limits on the good side: it is met each time. */
    CONSISTENT_PASS,
    /** The target is beyond the limits on the bad side: it is missed each time. */
    CONSISTENT_FAIL,
    /** The target is within the limits: chance decides. */
    INCONSISTENT;

    /**
     * Returns the assurance, or nothing where neither direction is better or there are no limits.
     *
     * @param limits those of the last phase
     */
    public static Optional<Assurance> of(double target, XmrLimits limits, Improvement improvement) {
        var lower = limits.lower();
        var upper = limits.upper();
        if (improvement == Improvement.NEUTRAL || lower == null || upper == null) {
            return Optional.empty();
        }
        if (target >= lower && target <= upper) {
            return Optional.of(INCONSISTENT);
        }
        var wantedAbove = improvement == Improvement.INCREASE;
        return Optional.of(target > upper == wantedAbove ? CONSISTENT_FAIL : CONSISTENT_PASS);
    }
}
