package uk.alongside.gateway.limits;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import reactor.core.publisher.Mono;

/**
 * Delays the refusals of callers who are over a limit. A program that repeats a refused request at once would otherwise use
 * the processors that other councils need. Each delay differs by up to a half: with the same delay for all, a program's
 * callers would come back together and take the next tokens at one moment.
 */
final class DelayedRefusals {

    /** The number of refusals that wait at a time. Further ones do not wait, so that waiting takes little memory. */
    static final int MOST = 2_000;

    private final long least;
    private final long most;
    private final Semaphore free = new Semaphore(MOST);

    /** Delays refusals by this time on average. */
    DelayedRefusals(Duration delay) {
        this.least = delay.toMillis() / 2;
        this.most = delay.toMillis() * 3 / 2;
    }

    Mono<Void> delay(Mono<Void> refusal) {
        return Mono.defer(() -> free.tryAcquire()
                ? Mono.delay(Duration.ofMillis(ThreadLocalRandom.current().nextLong(least, most + 1)))
                        .doFinally(_ -> free.release())
                        .then(refusal)
                : refusal);
    }
}
