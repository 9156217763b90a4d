package uk.alongside.conversations.accesslog;

import static java.util.stream.Collectors.toMap;

import java.util.Comparator;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.person.MergedPeople;
import uk.alongside.conversations.person.PersonDirectory;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.audit.AuditReader;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.problem.Refused;

@Service
class AccessLogService {

    private static final int PAGE = 50;

    private final PersonDirectory people;
    private final MergedPeople merged;
    private final AuditReader events;

    AccessLogService(PersonDirectory people, MergedPeople merged, AuditReader events) {
        this.people = people;
        this.merged = merged;
        this.events = events;
    }

    /** Returns a page of the audit events about the person and those merged into them, the newest first: who read or changed them, and when. */
    @Transactional(readOnly = true)
    Page<AuditReader.Line, UUID> list(PersonId id, @Nullable UUID after) {
        if (people.find(id).isEmpty()) {
            throw Refused.notFound();
        }
        var lines = merged.ids(id).stream()
                .flatMap(each -> events.about(each.value(), after, PAGE + 1).stream())
                .collect(toMap(AuditReader.Line::id, Function.identity(), (one, _) -> one))
                .values()
                .stream()
                .sorted(Comparator.comparing(AuditReader.Line::at)
                        .thenComparing(AuditReader.Line::id, Comparator.comparing(UUID::toString))
                        .reversed())
                .limit(PAGE + 1)
                .toList();
        return Page.ofRest(lines, AuditReader.Line::id, PAGE);
    }
}
