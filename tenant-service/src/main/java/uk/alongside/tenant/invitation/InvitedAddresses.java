package uk.alongside.tenant.invitation;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.foundation.audit.AuditSubjects;

/** Describes invitations in the audit by the address that was invited. */
@Component
class InvitedAddresses implements AuditSubjects {

    private final Invitations invitations;

    InvitedAddresses(Invitations invitations) {
        this.invitations = invitations;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, Subject> describe(Map<String, Set<UUID>> idsByKind) {
        var ids = idsByKind.getOrDefault("invitation", Set.of());
        return ids.isEmpty()
                ? Map.of()
                : invitations.findByIdIn(ids).stream()
                        .collect(toMap(
                                invitation -> invitation.id().value(),
                                invitation -> Subject.named(invitation.email())));
    }
}
