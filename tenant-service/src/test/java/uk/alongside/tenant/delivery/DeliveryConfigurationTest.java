package uk.alongside.tenant.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeliveryConfigurationTest {

    @Test
    void pausesLongerAfterEachFailureAndNeverLongerThanHalfAMinute() {
        assertThat(IntStream.of(0, 1, 2, 3, 4, 5, 6, 100).mapToObj(DeliveryConfiguration::pauseAfter))
                .extracting(Duration::toSeconds)
                .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L);
    }
}
