package uk.alongside.conversations.personsearch;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.attendance.LastAttendance;
import uk.alongside.conversations.person.DuplicateSearch;
import uk.alongside.conversations.person.DuplicateSearch.Duplicate;
import uk.alongside.conversations.person.DuplicateSearch.Newcomer;
import uk.alongside.foundation.audit.Audit;

@Service
class DuplicateService {

    static final int MOST = 5;

    private final DuplicateSearch people;
    private final LastAttendance attendance;
    private final Audit audit;

    DuplicateService(DuplicateSearch people, LastAttendance attendance, Audit audit) {
        this.people = people;
        this.attendance = attendance;
        this.audit = audit;
    }

    /** A likely duplicate, and the last day on which the person came. */
    record FoundDuplicate(Duplicate duplicate, @Nullable LocalDate lastSeen) {}

    /** Returns the likeliest duplicates, and audits that they were read. */
    @Transactional
    List<FoundDuplicate> find(Newcomer newcomer) {
        var found = people.find(newcomer).stream().limit(MOST).toList();
        var ids = found.stream().map(duplicate -> duplicate.person().id()).toList();
        audit.read("person", ids.stream().map(id -> id.value()).toList());
        var days = attendance.days(ids);
        return found.stream()
                .map(duplicate -> new FoundDuplicate(
                        duplicate, days.get(duplicate.person().id())))
                .toList();
    }
}
