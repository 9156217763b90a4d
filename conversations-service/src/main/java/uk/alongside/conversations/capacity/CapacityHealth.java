package uk.alongside.conversations.capacity;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Down while the capacity check has found something that is not mended, whichever replica found it. */
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
