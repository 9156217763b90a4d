package uk.alongside.conversations.capacity;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Reports the service as down while an error from the capacity check is not corrected, on every replica. */
@Component("capacity")
class CapacityHealth extends AbstractHealthIndicator {

    private final CapacityFindings findings;

    CapacityHealth(CapacityFindings findings) {
        this.findings = findings;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        int councils = findings.councils();
        if (councils == 0) {
            builder.up();
        } else {
            builder.down().withDetail("councils", councils);
        }
    }
}
