package uk.alongside.foundation.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Tests what is measured while the database does not answer. */
class QueueMeterTest {

    /** A value from before would say that all is well. */
    @Test
    void aQueueThatCannotBeReadHasNoValue() {
        var meters = new SimpleMeterRegistry();
        new QueueMeter(new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/none")).bindTo(meters);

        assertThat(meters.get("alongside.queue.age").gauge().value()).isNaN();
    }
}
