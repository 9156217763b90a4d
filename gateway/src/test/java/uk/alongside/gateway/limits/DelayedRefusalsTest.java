package uk.alongside.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

class DelayedRefusalsTest {

    private static final Duration DELAY = Duration.ofMillis(250);
    private static final Duration LEAST = Duration.ofMillis(125);
    private static final Duration MOST = Duration.ofMillis(375);

    private final DelayedRefusals refusals = new DelayedRefusals(DELAY);
    private final AtomicInteger refused = new AtomicInteger();
    private VirtualTimeScheduler time;

    @BeforeEach
    void stopTime() {
        time = VirtualTimeScheduler.getOrSet();
    }

    @AfterEach
    void goOn() {
        VirtualTimeScheduler.reset();
    }

    @Test
    void aRefusalWaits() {
        refuse(1);
        time.advanceTimeBy(LEAST.minusMillis(1));
        assertThat(refused).hasValue(0);

        time.advanceTimeBy(MOST.minus(LEAST).plusMillis(1));
        assertThat(refused).hasValue(1);
    }

    @Test
    void refusalsOfOneMomentAreSpreadOverTime() {
        refuse(1_000);
        time.advanceTimeBy(DELAY);
        assertThat(refused).hasValueBetween(350, 650);
    }

    @Test
    void onlySoManyRefusalsWaitAtATime() {
        refuse(DelayedRefusals.MOST + 1);
        assertThat(refused).hasValue(1);

        time.advanceTimeBy(MOST);
        refuse(1);
        assertThat(refused).hasValue(DelayedRefusals.MOST + 1);
    }

    @Test
    void aCallerWhoLeavesWaitsNoLonger() {
        refusals.delay(Mono.<Void>fromRunnable(refused::incrementAndGet))
                .subscribe()
                .dispose();

        refuse(DelayedRefusals.MOST);
        assertThat(refused).hasValue(0);
    }

    private void refuse(int times) {
        IntStream.range(0, times)
                .forEach(_ -> refusals.delay(Mono.fromRunnable(refused::incrementAndGet))
                        .subscribe());
    }
}
