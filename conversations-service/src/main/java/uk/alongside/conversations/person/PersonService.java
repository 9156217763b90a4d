package uk.alongside.conversations.person;

import static java.util.Comparator.comparing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.council.SetUpMode;
import uk.alongside.conversations.person.Appointments.Appointment;
import uk.alongside.conversations.person.PersonRefusal.SetUpFull;
import uk.alongside.conversations.person.PersonRefusal.StaleVersion;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.audit.AuditReader;
import uk.alongside.foundation.idempotency.IdempotentRequests;
import uk.alongside.foundation.problem.Refused;

@Service
class PersonService {

    private static final String KIND = "person";
    private static final int MOST_FOUND = 10;
    private static final int MOST_LOGGED = 50;
    private static final int MOST_LISTED = 50;
    private static final int MOST_RANKED = 200;

    private final People people;
    private final PersonFinder finder;
    private final List<Appointments> appointments;
    private final LastSeen lastSeen;
    private final SetUpMode setUp;
    private final IdempotentRequests requests;
    private final Audit audit;
    private final AuditReader events;
    private final Clock clock;

    PersonService(
            People people,
            PersonFinder finder,
            List<Appointments> appointments,
            LastSeen lastSeen,
            SetUpMode setUp,
            IdempotentRequests requests,
            Audit audit,
            AuditReader events,
            Clock clock) {
        this.people = people;
        this.finder = finder;
        this.appointments = List.copyOf(appointments);
        this.lastSeen = lastSeen;
        this.setUp = setUp;
        this.requests = requests;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    record PersonMatch(Person person, @Nullable LocalDate lastSeen) {}

    record WithAppointments(Person person, List<Appointment> appointments) {}

    /** Returns the best ten matches: first the exact matches, then the near ones. */
    @Transactional
    List<PersonMatch> search(String text) {
        var query = SearchTerms.query(text);
        if (query.isEmpty()) {
            audit.read(KIND, List.of());
            return List.of();
        }
        var candidates = new LinkedHashSet<>(finder.find(query.exact(), MOST_RANKED));
        if (candidates.size() < MOST_FOUND && !query.nearly().isEmpty()) {
            candidates.addAll(finder.find(query.nearly(), MOST_RANKED));
        }
        var typed = Folding.words(text);
        var best = people.findByIdIn(candidates).stream()
                .sorted(Comparator.comparingInt((Person person) -> SearchTerms.distance(person.name(), typed))
                        .thenComparing(Person::name)
                        .thenComparing(Person::reference))
                .limit(MOST_FOUND)
                .toList();
        var ids = best.stream().map(Person::id).toList();
        audit.read(KIND, ids);
        var days = lastSeen.of(ids);
        return best.stream()
                .map(person -> new PersonMatch(person, days.get(person.id())))
                .toList();
    }

    @Transactional
    Person add(PersonDetails details, String key) {
        return requests.once(key, "POST /api/people", details, id -> add(id, details), id -> {
            audit.read(KIND, List.of(id));
            return people.findById(id).orElseThrow();
        });
    }

    private Person add(UUID id, PersonDetails details) {
        if (setUp.isOn() && people.count() >= SetUpMode.MOST_PEOPLE) {
            throw new SetUpFull().refused();
        }
        var reference = Reference.random();
        while (people.existsByReference(reference.text())) {
            reference = Reference.random();
        }
        var person = people.saveAndFlush(new Person(id, reference, details, clock));
        finder.index(person);
        audit.changed(KIND, id, "added");
        return person;
    }

    @Transactional
    WithAppointments find(UUID id) {
        var person = people.findById(id).orElseThrow(() -> Refused.notFound());
        audit.read(KIND, List.of(id));
        return new WithAppointments(person, appointmentsOf(id));
    }

    /** Returns the latest audit events about the person: who read or changed them, and when. */
    @Transactional(readOnly = true)
    List<AuditReader.Line> accessLog(UUID id) {
        var person = people.findById(id).orElseThrow(() -> Refused.notFound());
        return events.about(person.id(), MOST_LOGGED);
    }

    /**
     * Changes the person if their version is still this one. Otherwise the refusal shows the caller the present
     * details, and the transaction is committed with the record of that. Every refusal here comes before any change.
     */
    @Transactional(noRollbackFor = Refused.class)
    WithAppointments correct(UUID id, PersonDetails details, long version) {
        var person = people.findForUpdate(id).orElseThrow(() -> Refused.notFound());
        if (person.version() != version) {
            audit.read(KIND, List.of(id));
            throw new StaleVersion(PersonView.of(person)).refused();
        }
        person.describe(details, clock);
        finder.index(people.saveAndFlush(person));
        audit.changed(KIND, id, "corrected");
        return new WithAppointments(person, appointmentsOf(id));
    }

    /** Lists the latest appointments of every feature, the latest first. */
    private List<Appointment> appointmentsOf(UUID id) {
        return appointments.stream()
                .flatMap(feature -> feature.of(new PersonId(id)).stream())
                .sorted(comparing(Appointment::date)
                        .thenComparing(Appointment::starts)
                        .reversed())
                .limit(MOST_LISTED)
                .toList();
    }
}
