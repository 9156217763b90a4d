package uk.alongside.gateway.deployment;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Measures how long the certificates that browsers meet are still valid. A certificate that could be read once counts on
 * while its address is not reached; one that was never read has no measurement.
 */
@Component
class CertificateWatch implements SmartLifecycle {

    private static final Duration EVERY = Duration.ofHours(1);

    private final Certificates certificates;
    private final Clock clock;
    private final Map<URI, Instant> ends = new ConcurrentHashMap<>();
    private Disposable watch = Disposables.disposed();

    CertificateWatch(Certificates certificates, Clock clock, MeterRegistry meters) {
        this.certificates = certificates;
        this.clock = clock;
        for (var address : certificates.addresses()) {
            TimeGauge.builder(
                            "alongside.certificate.remaining",
                            this,
                            TimeUnit.SECONDS,
                            certificate -> certificate.secondsLeft(address))
                    .description("The time until the certificate of an address ends, negative after that")
                    .tag("host", address.getHost())
                    .register(meters);
        }
    }

    private double secondsLeft(URI address) {
        var end = ends.get(address);
        return end == null ? Double.NaN : Duration.between(clock.instant(), end).toSeconds();
    }

    /** Reads all certificates once. */
    Mono<Void> read() {
        return Flux.fromIterable(certificates.addresses())
                .concatMap(address -> certificates
                        .end(address)
                        .doOnNext(end -> ends.put(address, end))
                        .onErrorResume(_ -> Mono.empty()))
                .then();
    }

    @Override
    public void start() {
        watch = Flux.interval(Duration.ZERO, EVERY)
                .onBackpressureDrop()
                .concatMap(_ -> read())
                .subscribe();
    }

    @Override
    public void stop() {
        watch.dispose();
    }

    @Override
    public boolean isRunning() {
        return !watch.isDisposed();
    }
}
