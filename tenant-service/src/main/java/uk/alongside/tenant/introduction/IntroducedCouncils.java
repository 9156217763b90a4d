package uk.alongside.tenant.introduction;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.foundation.audit.AuditSubjects;

/** Describes questions and requests in the audit by the other council's name, once both have said yes. */
@Component
class IntroducedCouncils implements AuditSubjects {

    private final IntroductionQuestions questions;
    private final IntroductionRequests requests;

    IntroducedCouncils(IntroductionQuestions questions, IntroductionRequests requests) {
        this.questions = questions;
        this.requests = requests;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, Subject> describe(Map<String, Set<UUID>> idsByKind) {
        var described = new HashMap<UUID, Subject>();
        var asked = idsByKind.getOrDefault(QuestionService.KIND, Set.of());
        if (!asked.isEmpty()) {
            questions
                    .findByIdIn(asked)
                    .forEach(question -> Optional.ofNullable(question.other())
                            .ifPresent(other -> described.put(question.id().value(), Subject.named(other.council()))));
        }
        var received = idsByKind.getOrDefault(RequestService.KIND, Set.of());
        if (!received.isEmpty()) {
            requests.findByIdIn(received)
                    .forEach(request -> Optional.ofNullable(request.other())
                            .ifPresent(other -> described.put(request.id().value(), Subject.named(other.council()))));
        }
        return described;
    }
}
