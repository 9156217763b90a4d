package uk.alongside.conversations.personsearch;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.attendance.LastAttendance;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.conversations.person.PersonMatch;
import uk.alongside.conversations.person.PersonSearch;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.page.Page;

@Service
class PersonSearchService {

    private static final int PAGE = 10;

    private final PersonSearch people;
    private final LastAttendance attendance;
    private final Audit audit;

    PersonSearchService(PersonSearch people, LastAttendance attendance, Audit audit) {
        this.people = people;
        this.attendance = attendance;
        this.audit = audit;
    }

    /** A match, and the last day on which the person came. */
    record FoundPerson(PersonMatch match, @Nullable LocalDate lastSeen) {}

    /** Returns a page of the people who match, and audits that they were read. */
    @Transactional
    Page<FoundPerson, PersonId> search(String text, @Nullable PersonId after) {
        var page = Page.of(people.find(text), PersonMatch::id, after, PAGE);
        var ids = page.items().stream().map(PersonMatch::id).toList();
        audit.read("person", ids.stream().map(PersonId::value).toList());
        var days = attendance.days(ids);
        return page.map(match -> new FoundPerson(match, days.get(match.id())));
    }
}
