package uk.alongside.conversations.drill;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.foundation.audit.AuditSubjects;

/**
 * Describes a look at the people behind a figure by the reason that the member gave. A look whose reason cannot be read has
 * no name.
 */
@Component
class LookDescriptions implements AuditSubjects {

    private final FigureLooks looks;

    LookDescriptions(FigureLooks looks) {
        this.looks = looks;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, Subject> describe(Map<String, Set<UUID>> idsByKind) {
        return looks.reasons(idsByKind.getOrDefault(FigureLooks.KIND, Set.of())).entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        reason -> new Subject(reason.getValue().orElse(null), null, null, null, null)));
    }
}
