package uk.alongside.statistics.chart;

/** The direction in which a figure gets better. */
public enum Improvement {
    INCREASE(1),
    DECREASE(-1),
    /** Neither direction is better in itself. */
    NEUTRAL(0);

    private final int direction;

    Improvement(int direction) {
        this.direction = direction;
    }

    int direction() {
        return direction;
    }
}
