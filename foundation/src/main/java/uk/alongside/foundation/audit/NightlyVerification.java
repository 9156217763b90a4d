package uk.alongside.foundation.audit;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import uk.alongside.foundation.wall.CouncilContext;

/**
 * Verifies the bound council's chain each night. Damage is an error in the log and counts in the metric
 * {@code alongside.audit.damaged}, for an alarm.
 */
final class NightlyVerification {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyVerification.class);

    private final AuditChain chain;
    private final AuditSealer sealer;
    private final ObjectProvider<MeterRegistry> metrics;

    NightlyVerification(AuditChain chain, AuditSealer sealer, ObjectProvider<MeterRegistry> metrics) {
        this.chain = chain;
        this.sealer = sealer;
        this.metrics = metrics;
    }

    void run() {
        var findings = chain.verifyAtNight().findings();
        sealer.seal(AuditSealer.EVERYTHING);
        if (!findings.isEmpty()) {
            metrics.ifAvailable(
                    registry -> registry.counter(AuditSealer.DAMAGED).increment(findings.size()));
            LOG.error("The audit of council {} is damaged: {}", CouncilContext.council(), first(findings));
        }
    }

    private static List<AuditChain.Finding> first(List<AuditChain.Finding> findings) {
        return findings.subList(0, Math.min(10, findings.size()));
    }
}
