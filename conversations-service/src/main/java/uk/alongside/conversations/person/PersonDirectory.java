package uk.alongside.conversations.person;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Answers other features' questions about people. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PersonDirectory {

    /** PostgreSQL takes at most 65,535 parameters in one statement. */
    private static final int MOST_AT_ONCE = 10_000;

    private final People people;

    PersonDirectory(People people) {
        this.people = people;
    }

    private PersonCard card(Person person) {
        return PersonCard.of(person.id(), people.kept(person));
    }

    public Optional<PersonCard> find(PersonId person) {
        return people.findById(person.value()).map(this::card);
    }

    /** Finds a person by the reference that someone read out, in whatever spelling. */
    public Optional<PersonId> findByReference(String spoken) {
        return people.findByReference(spoken.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT))
                .map(Person::id);
    }

    /**
     * Locks the row of the person kept until the transaction ends, so that requests about one person are handled one by
     * one. Most people were never merged, so the first statement finds and locks them.
     */
    public Optional<PersonCard> lock(PersonId person) {
        return people.findKeptForUpdate(person.value())
                .or(() -> people.findById(person.value())
                        .flatMap(found ->
                                people.findForUpdate(people.kept(found).id().value())))
                .map(kept -> PersonCard.of(person, kept));
    }

    public Map<PersonId, PersonCard> find(Collection<PersonId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : people.findByIdIn(ids.stream().map(PersonId::value).toList()).stream()
                        .map(this::card)
                        .collect(toMap(PersonCard::id, Function.identity()));
    }

    /** Returns who each of these people is, also of very many people. */
    public Map<PersonId, Identity> identities(Collection<PersonId> ids) {
        return ids.stream()
                .gather(Gatherers.windowFixed(MOST_AT_ONCE))
                .<Person>flatMap(some ->
                        people.findByIdIn(some.stream().map(PersonId::value).toList()).stream())
                .map(person -> Identity.of(person.id(), people.kept(person)))
                .collect(toMap(Identity::id, Function.identity()));
    }

    /** Returns how to reach each of these people. */
    public Map<PersonId, Contact> contacts(Collection<PersonId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : people.findByIdIn(ids.stream().map(PersonId::value).toList()).stream()
                        .map(person -> Contact.of(person.id(), people.kept(person)))
                        .collect(toMap(Contact::id, Function.identity()));
    }

    /**
     * The ways to reach a person.
     *
     * @param noContact whether the person asked not to be contacted, or gave no telephone number and no email address
     */
    public record Contact(
            PersonId id,
            String name,
            String reference,
            @Nullable String phone,
            @Nullable String email,
            boolean noContact) {

        static Contact of(PersonId id, Person kept) {
            var details = kept.details();
            return new Contact(
                    id, kept.name(), kept.reference(), details.phone(), details.email(), details.noContact());
        }

        /** Leaves out the name and how to reach the person, since this text appears in logs. */
        @Override
        public String toString() {
            return "Contact[id=" + id + "]";
        }
    }

    /** The facts by which other systems know a person. */
    public record Identity(
            PersonId id,
            String reference,
            String firstName,
            @Nullable String lastName,
            @Nullable LocalDate dateOfBirth,
            @Nullable String nhsNumber) {

        static Identity of(PersonId id, Person kept) {
            var details = kept.details();
            return new Identity(
                    id,
                    kept.reference(),
                    details.firstName(),
                    details.lastName(),
                    details.dateOfBirth(),
                    details.nhsNumber());
        }

        /** Leaves out who the person is, since this text appears in logs. */
        @Override
        public String toString() {
            return "Identity[id=" + id + "]";
        }
    }
}
