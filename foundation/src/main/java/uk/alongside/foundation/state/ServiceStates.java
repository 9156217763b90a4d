package uk.alongside.foundation.state;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import uk.alongside.foundation.proofs.Proofs;

/** Reads this service's state from its own measurements. It asks the database nothing that they do not ask. */
public final class ServiceStates {

    private final MeterRegistry meters;
    private final Proofs proofs;
    private final @Nullable String version;

    ServiceStates(MeterRegistry meters, Proofs proofs, @Nullable String version) {
        this.meters = meters;
        this.proofs = proofs;
        this.version = version;
    }

    /** Returns the state of this moment. */
    public ServiceState now() {
        return new ServiceState(
                version,
                proofs.databaseVersion().orElse(null),
                number("alongside.proofs.violations"),
                seconds("alongside.proofs.age"),
                number("alongside.queue.due"),
                number("alongside.queue.age"),
                number("alongside.queue.failing"),
                number("alongside.audit.unsealed"),
                seconds("alongside.audit.unsealed.age"),
                counted("alongside.audit.damaged"),
                number("alongside.audit.anchored.age"));
    }

    private @Nullable Long number(String name) {
        var gauge = meters.find(name).gauge();
        return gauge == null ? null : whole(gauge.value());
    }

    private @Nullable Long seconds(String name) {
        var gauge = meters.find(name).timeGauge();
        return gauge == null ? null : whole(gauge.value(TimeUnit.SECONDS));
    }

    private @Nullable Long counted(String name) {
        var counter = meters.find(name).counter();
        return counter == null ? null : whole(counter.count());
    }

    private static @Nullable Long whole(double value) {
        return Double.isNaN(value) ? null : (Long) Math.round(value);
    }
}
