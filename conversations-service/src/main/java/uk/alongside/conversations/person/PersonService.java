package uk.alongside.conversations.person;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.council.SetUpMode;
import uk.alongside.conversations.identifier.NhsNumber;
import uk.alongside.conversations.person.PersonRefusal.NhsNumberTaken;
import uk.alongside.conversations.person.PersonRefusal.PersonMerged;
import uk.alongside.conversations.person.PersonRefusal.SetUpFull;
import uk.alongside.conversations.person.PersonRefusal.StaleVersion;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.idempotency.IdempotentRequests;
import uk.alongside.foundation.problem.Refused;

/** Records people and corrects what is recorded about them. */
@Service
class PersonService {

    private static final String KIND = "person";

    private final People people;
    private final PersonFinder finder;
    private final SetUpMode setUp;
    private final IdempotentRequests requests;
    private final Audit audit;
    private final Clock clock;

    PersonService(
            People people,
            PersonFinder finder,
            SetUpMode setUp,
            IdempotentRequests requests,
            Audit audit,
            Clock clock) {
        this.people = people;
        this.finder = finder;
        this.setUp = setUp;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Person create(PersonDetails details, String key) {
        return requests.once(
                key, "POST /api/people", details, id -> create(new PersonId(id), details), id -> get(new PersonId(id)));
    }

    private Person create(PersonId id, PersonDetails details) {
        if (setUp.isOn() && people.count() >= SetUpMode.MOST_PEOPLE) {
            throw new SetUpFull().refused();
        }
        var reference = Reference.random();
        while (people.existsByReference(reference.text())) {
            reference = Reference.random();
        }
        requireOwnNhsNumber(id, details);
        var person = people.saveAndFlush(new Person(id, reference, details, clock));
        finder.index(person);
        audit.changed(KIND, id.value(), "added");
        return person;
    }

    @Transactional
    Person get(PersonId id) {
        var person = people.findById(id.value()).orElseThrow(Refused::notFound);
        audit.read(KIND, List.of(id.value()));
        return person;
    }

    /** Returns the id of the person kept, if this one was merged. */
    @Transactional(readOnly = true)
    Optional<PersonId> keptOf(Person person) {
        return person.isMerged() ? Optional.of(people.kept(person).id()) : Optional.empty();
    }

    /**
     * Changes the person if their version is still this one. Otherwise the refusal shows the caller the present
     * details, and the transaction is committed with the record of that. Every refusal here comes before any change.
     */
    @Transactional(noRollbackFor = Refused.class)
    Person update(PersonId id, PersonDetails details, long version) {
        var person = people.findForUpdate(id.value()).orElseThrow(Refused::notFound);
        if (person.isMerged()) {
            throw new PersonMerged(people.kept(person).id()).refused();
        }
        if (person.version() != version) {
            audit.read(KIND, List.of(id.value()));
            throw new StaleVersion(PersonView.of(person)).refused();
        }
        requireOwnNhsNumber(id, details);
        person.describe(details, clock);
        finder.index(people.saveAndFlush(person));
        audit.changed(KIND, id.value(), "corrected");
        return person;
    }

    /** Refuses an NHS number that another person has. Two requests with one number are handled one by one. */
    private void requireOwnNhsNumber(PersonId id, PersonDetails details) {
        Optional.ofNullable(details.nhsNumber()).flatMap(NhsNumber::parse).ifPresent(number -> {
            finder.lock(number);
            if (people.existsByNhsNumberAndIdNotAndMergedIntoIsNull(number.digits(), id.value())) {
                throw new NhsNumberTaken().refused();
            }
        });
    }
}
