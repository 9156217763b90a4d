package uk.alongside.statistics.interval;

/** The interval for a count of events: exact below 10 events and Byar's from 10, as public health figures use. */
public final class EventCountInterval {

    private static final int BYAR_FROM = 10;

    private EventCountInterval() {}

    /**
     * Returns the interval for a count, in events.
     *
     * @param count at least 0
     * @param confidence such as 0.95 or 0.998
     */
    public static Interval of(double count, double confidence) {
        return count < BYAR_FROM ? PoissonInterval.of(count, confidence) : ByarInterval.of(count, confidence);
    }
}
