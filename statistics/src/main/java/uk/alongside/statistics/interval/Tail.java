package uk.alongside.statistics.interval;

/** The probability that an interval leaves on each side. */
final class Tail {

    private Tail() {}

    static double of(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("A confidence lies between 0 and 1: " + confidence);
        }
        return (1 - confidence) / 2;
    }
}
