package uk.alongside.conversations.rebooking;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.person.PersonDirectory;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.caller.Caller;

/** Reads the names of people whose bookings are affected, for callers who may read people. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class AffectedNames {

    private final PersonDirectory people;
    private final Audit audit;

    AffectedNames(PersonDirectory people, Audit audit) {
        this.people = people;
        this.audit = audit;
    }

    /** Returns the names of these people; none if the caller may not read people. */
    public Map<PersonId, String> of(Collection<PersonId> ids) {
        boolean mayRead = Caller.current().roles().stream()
                .anyMatch(role -> role.authorities().contains("person:read"));
        return mayRead
                ? people.find(List.copyOf(ids)).entrySet().stream()
                        .collect(toMap(
                                Map.Entry::getKey, entry -> entry.getValue().name()))
                : Map.of();
    }

    /** Records in the audit that the caller has read these names. */
    public void auditRead(Map<PersonId, String> names) {
        if (!names.isEmpty()) {
            audit.read("person", names.keySet().stream().map(PersonId::value).toList());
        }
    }
}
