package uk.alongside.statistics.chart;

/** The rule that marks a point, the strongest first. */
public enum Signal {
    ABOVE_UPPER_LIMIT(1),
    BELOW_LOWER_LIMIT(-1),
    RISING_TREND(1),
    FALLING_TREND(-1),
    TWO_OF_THREE_ABOVE(1),
    TWO_OF_THREE_BELOW(-1),
    RUN_ABOVE(1),
    RUN_BELOW(-1),
    NONE(0);

    private final int direction;

    Signal(int direction) {
        this.direction = direction;
    }

    /** Returns 1 where the figure goes up or is high, -1 where it goes down or is low, 0 without a signal. */
    public int direction() {
        return direction;
    }
}
