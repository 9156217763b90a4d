package uk.alongside.conversations.accesslog;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.person.PersonDirectory;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.audit.AuditReader;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.problem.Refused;

@Service
class AccessLogService {

    private static final int PAGE = 50;

    private final PersonDirectory people;
    private final AuditReader events;

    AccessLogService(PersonDirectory people, AuditReader events) {
        this.people = people;
        this.events = events;
    }

    /** Returns a page of the audit events about the person, the newest first: who read or changed them, and when. */
    @Transactional(readOnly = true)
    Page<AuditReader.Line, UUID> list(PersonId id, @Nullable UUID after) {
        if (people.find(id).isEmpty()) {
            throw Refused.notFound();
        }
        return Page.ofRest(events.about(id.value(), after, PAGE + 1), AuditReader.Line::id, PAGE);
    }
}
