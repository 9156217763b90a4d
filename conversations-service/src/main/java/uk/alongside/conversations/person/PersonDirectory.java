package uk.alongside.conversations.person;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Answers other features' questions about people. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PersonDirectory {

    private final People people;

    PersonDirectory(People people) {
        this.people = people;
    }

    public Optional<PersonCard> find(PersonId person) {
        return people.findById(person.value()).map(PersonCard::of);
    }

    /** Locks the person's row until the transaction ends, so that requests about one person are handled one by one. */
    public Optional<PersonCard> lock(PersonId person) {
        return people.findForUpdate(person.value()).map(PersonCard::of);
    }

    public Map<PersonId, PersonCard> find(Collection<PersonId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : people.findByIdIn(ids.stream().map(PersonId::value).toList()).stream()
                        .map(PersonCard::of)
                        .collect(toMap(PersonCard::id, Function.identity()));
    }

    /** Returns how to reach each of these people. */
    public Map<PersonId, PersonContact> contacts(Collection<PersonId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : people.findByIdIn(ids.stream().map(PersonId::value).toList()).stream()
                        .map(PersonContact::of)
                        .collect(toMap(PersonContact::id, Function.identity()));
    }
}
