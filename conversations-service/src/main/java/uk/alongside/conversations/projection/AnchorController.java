package uk.alongside.conversations.projection;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.audit.AuditAnchors;
import uk.alongside.foundation.audit.AuditChain;
import uk.alongside.foundation.audit.AuditChain.Anchor;
import uk.alongside.foundation.wall.CouncilContext;

/**
 * For tenant-service only, hourly: each service keeps the end of the other's audit, so that who cuts or rewrites one of
 * the two does not reach what shows it.
 */
@Hidden
@RestController
class AnchorController {

    private static final Logger LOG = LoggerFactory.getLogger(AnchorController.class);

    private final AuditChain chain;
    private final AuditAnchors anchors;

    AnchorController(AuditChain chain, AuditAnchors anchors) {
        this.chain = chain;
        this.anchors = anchors;
    }

    /** The end of the sender's chain, and what it holds of the receiver's. */
    record Ends(@Nullable Anchor end, @Nullable Anchor held) {}

    /** The same from here, and whether what the sender holds still is in the chain. */
    record Answer(@Nullable Anchor end, @Nullable Anchor held, boolean fits) {}

    @PutMapping("/internal/councils/{councilId}/audit-anchor")
    @PreAuthorize("hasAuthority('" + InternalSecurity.PROJECT + "')")
    Answer exchange(@PathVariable UUID councilId, @RequestBody Ends theirs) {
        return CouncilContext.call(councilId, () -> answer(councilId, theirs));
    }

    private Answer answer(UUID council, Ends theirs) {
        var held = anchors.newest().orElse(null);
        var fits = theirs.held() == null || chain.holds(theirs.held());
        if (!fits) {
            LOG.error("The audit of council {} is not what it was at entry {}", council, theirs.held());
        }
        if (theirs.end() != null && !anchors.keep(theirs.end())) {
            LOG.error("tenant-service has another entry in the audit of council {} than it had", council);
        }
        return new Answer(chain.end().orElse(null), held, fits);
    }
}
