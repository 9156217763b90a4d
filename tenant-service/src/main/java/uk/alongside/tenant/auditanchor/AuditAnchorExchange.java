package uk.alongside.tenant.auditanchor;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import uk.alongside.foundation.audit.AuditAnchors;
import uk.alongside.foundation.audit.AuditChain;
import uk.alongside.foundation.audit.AuditChain.Anchor;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.tenant.delivery.ConversationsService;
import uk.alongside.tenant.delivery.NotDelivered;
import uk.alongside.tenant.register.Register;

/**
 * An exchange with conversations-service, which receives the end of each council's audit here, while this service keeps
 * the end of the audit there. A cut or rewritten audit shows at the next exchange, and the service that finds it raises
 * the alarm.
 */
@Component
class AuditAnchorExchange {

    private static final Logger LOG = LoggerFactory.getLogger(AuditAnchorExchange.class);

    private final Register register;
    private final AuditChain chain;
    private final AuditAnchors anchors;
    private final ConversationsService conversations;

    AuditAnchorExchange(Register register, AuditChain chain, AuditAnchors anchors, ConversationsService conversations) {
        this.register = register;
        this.chain = chain;
        this.anchors = anchors;
        this.conversations = conversations;
    }

    record Ends(@Nullable Anchor end, @Nullable Anchor held) {}

    record Answer(@Nullable Anchor end, @Nullable Anchor held, boolean fits) {}

    /**
     * Exchanges the ends for every council. A failed delivery for one council does not delay the others. The task then
     * fails as a whole, so that its last success says when all ends were exchanged, and is tried again in a minute.
     */
    void forEveryCouncil() {
        int failed = 0;
        int waiting = 0;
        @Nullable String why = null;
        for (var council : register.all()) {
            try {
                CouncilContext.run(council.id(), this::forThisCouncil);
            } catch (NotDelivered e) {
                if (e.isRefused()) {
                    failed++;
                    LOG.error("Audit of council {}: conversations-service {}", council.id(), e.getMessage());
                } else {
                    waiting++;
                    why = e.getMessage();
                }
            } catch (RuntimeException e) {
                failed++;
                LOG.error("Audit of council {}: {}", council.id(), e.toString());
            }
        }
        if (waiting > 0) {
            LOG.warn("The audits of {} councils could not be anchored yet. conversations-service {}", waiting, why);
        }
        if (failed + waiting > 0) {
            throw new IllegalStateException((failed + waiting) + " councils' audits could not be anchored.");
        }
    }

    void forThisCouncil() {
        var council = CouncilContext.council();
        var answer = conversations.ask(
                council,
                "audit-anchor",
                new Ends(chain.end().orElse(null), anchors.newest().orElse(null)),
                Answer.class);
        if (answer.end() != null) {
            anchors.keep(answer.end());
        }
        if (answer.held() != null) {
            chain.matches(answer.held());
        }
        if (!answer.fits()) {
            LOG.error(
                    "The audit of council {} was cut or rewritten, as conversations-service reports of its own",
                    council);
        }
    }
}
