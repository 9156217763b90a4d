package uk.alongside.foundation.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Converts times for the job queue. The queue runs by the machine's clock, so that a clock which the tests move does not
 * stop it. In production both clocks are the same.
 */
public final class QueueTime {

    private QueueTime() {}

    /** Returns the time of the queue that is as far away as this moment is by the product's clock. */
    public static Instant of(Instant moment, Clock clock) {
        return Instant.now().plus(Duration.between(clock.instant(), moment));
    }
}
