package uk.alongside.conversations.drill;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.foundation.audit.AuditSubjects;

/** Describes a look at the people behind a figure by the reason that the member gave. */
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
                .collect(toMap(Map.Entry::getKey, reason -> Subject.named(reason.getValue())));
    }
}
