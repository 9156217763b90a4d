package uk.alongside.tenant.support;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.foundation.audit.AuditSubjects;

/** Describes support grants in the audit by the name of the operator who asked for access. */
@Component
class AskingOperators implements AuditSubjects {

    private final SupportGrants grants;

    AskingOperators(SupportGrants grants) {
        this.grants = grants;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, Subject> describe(Map<String, Set<UUID>> idsByKind) {
        var ids = idsByKind.getOrDefault("support-grant", Set.of());
        return ids.isEmpty()
                ? Map.of()
                : grants.findByIdIn(ids).stream()
                        .collect(toMap(grant -> grant.id().value(), grant -> Subject.named(grant.askedByName())));
    }
}
