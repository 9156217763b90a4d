package uk.alongside.gateway.limits;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import reactor.core.publisher.Mono;

/**
 * Delays the refusals of callers who are over a limit. A program that repeats a refused request at once would otherwise use
 * the processors that other councils need.
 */
final class DelayedRefusals {

    /** The number of refusals that wait at a time. Further ones do not wait, so that waiting takes little memory. */
    static final int MOST = 2_000;

    private final Duration delay;
    private final Semaphore free = new Semaphore(MOST);

    DelayedRefusals(Duration delay) {
        this.delay = delay;
    }

    Mono<Void> delay(Mono<Void> refusal) {
        return Mono.defer(() -> free.tryAcquire()
                ? Mono.delay(delay).doFinally(_ -> free.release()).then(refusal)
                : refusal);
    }
}
