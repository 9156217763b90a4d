package uk.alongside.conversations.projection;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
 * Exchanges audit anchors with tenant-service every minute. Each service keeps the end of the other's audit chain, so
 * that an intruder who cuts or rewrites one chain cannot reach the record that reveals it.
 */
@Hidden
@RestController
class AnchorController {

    private final AuditChain chain;
    private final AuditAnchors anchors;

    AnchorController(AuditChain chain, AuditAnchors anchors) {
        this.chain = chain;
        this.anchors = anchors;
    }

    /** The end of the sender's chain, and the end of the receiver's chain that the sender holds. */
    record Ends(@Nullable Anchor end, @Nullable Anchor held) {}

    /** The ends as this service has them, and whether the end that the sender holds is still in this chain. */
    record Answer(@Nullable Anchor end, @Nullable Anchor held, boolean fits) {}

    @PutMapping("/internal/councils/{councilId}/audit-anchor")
    @PreAuthorize("hasAuthority('" + InternalSecurity.PROJECT + "')")
    Answer exchange(@PathVariable UUID councilId, @RequestBody Ends theirs) {
        return CouncilContext.call(councilId, () -> answer(theirs));
    }

    private Answer answer(Ends theirs) {
        var held = anchors.newest().orElse(null);
        var fits = theirs.held() == null || chain.matches(theirs.held());
        if (theirs.end() != null) {
            anchors.keep(theirs.end());
        }
        return new Answer(chain.end().orElse(null), held, fits);
    }
}
