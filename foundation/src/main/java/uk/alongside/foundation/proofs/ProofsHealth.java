package uk.alongside.foundation.proofs;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Reports the service as down while the latest check of the wall found a hole. It is part of the readiness group, so a
 * cluster sends no request to a service that would refuse to start.
 */
public final class ProofsHealth extends AbstractHealthIndicator {

    private final Proofs proofs;

    public ProofsHealth(Proofs proofs) {
        this.proofs = proofs;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        int holes = proofs.holes();
        if (holes == 0) {
            builder.up();
        } else {
            builder.down().withDetail("holes", holes);
        }
    }
}
