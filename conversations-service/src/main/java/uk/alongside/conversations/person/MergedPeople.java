package uk.alongside.conversations.person;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The people who turned out to be one person. A merged person keeps their row and everything that refers to it, and the
 * row points to the person kept (docs/adr/0040). A list by person therefore asks for {@link #ids}.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class MergedPeople {

    private final People people;
    private final PersonFinder finder;

    MergedPeople(People people, PersonFinder finder) {
        this.people = people;
        this.finder = finder;
    }

    /** Returns the ids under which a person is recorded: the id of the person kept, and those of all merged into them. */
    public Set<PersonId> ids(PersonId person) {
        var kept = people.findById(person.value()).map(this::kept).orElse(person);
        return ids(List.of(kept)).getOrDefault(kept, Set.of(kept));
    }

    /** Returns, for each of these people, their own id and the ids of all who were merged into them. */
    public Map<PersonId, Set<PersonId>> ids(Collection<PersonId> kept) {
        var ids = new HashMap<PersonId, Set<PersonId>>();
        var into = new HashMap<PersonId, PersonId>();
        kept.forEach(person -> {
            ids.put(person, new LinkedHashSet<>(Set.of(person)));
            into.put(person, person);
        });
        var found = merged(into.keySet());
        while (!found.isEmpty()) {
            var next = new HashMap<PersonId, PersonId>();
            for (var person : found) {
                var root = into.get(new PersonId(person.requiredMergedInto()));
                if (root != null && ids.getOrDefault(root, Set.of()).add(person.id())) {
                    next.put(person.id(), root);
                }
            }
            into.putAll(next);
            found = merged(next.keySet());
        }
        return ids;
    }

    private List<Person> merged(Collection<PersonId> into) {
        return into.isEmpty()
                ? List.of()
                : people.findByMergedIntoIn(into.stream().map(PersonId::value).toList());
    }

    /** Returns the id of the person kept, which is the person's own if they were not merged. */
    public PersonId kept(PersonId person) {
        return people.findById(person.value()).map(this::kept).orElse(person);
    }

    /** Returns, for each merged person of the council, the person kept. */
    public Map<PersonId, PersonId> all() {
        return people.findByMergedIntoIsNotNull().stream().collect(toMap(Person::id, this::kept));
    }

    private PersonId kept(Person person) {
        return people.kept(person).id();
    }

    /** Returns each of these people under their own name, whether they were merged or not. */
    public Map<PersonId, PersonMatch> describe(Collection<PersonId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : people.findByIdIn(ids.stream().map(PersonId::value).toList()).stream()
                        .map(PersonMatch::of)
                        .collect(toMap(PersonMatch::id, Function.identity()));
    }

    /**
     * Merges a person into another one, and returns false if one of the two does not exist or has been merged already.
     * Merges of a council are handled one by one, so that they never form a circle.
     */
    public boolean merge(PersonId merged, PersonId kept) {
        finder.lockMerges();
        var rows = Stream.of(merged, kept)
                .map(PersonId::value)
                .sorted()
                .flatMap(id -> people.findForUpdate(id).stream())
                .toList();
        if (merged.equals(kept) || rows.size() < 2 || rows.stream().anyMatch(Person::isMerged)) {
            return false;
        }
        rows.stream().filter(person -> person.id().equals(merged)).forEach(person -> person.mergeInto(kept));
        rows.forEach(people::saveAndFlush);
        return true;
    }

    /**
     * Undoes the merge of a person, with all who were merged into them before. Returns false if another person now has the
     * NHS number of this one.
     */
    public boolean separate(PersonId merged) {
        finder.lockMerges();
        var person = people.findForUpdate(merged.value()).orElseThrow();
        var number = person.nhsNumber();
        number.ifPresent(finder::lock);
        if (number.isPresent()
                && people.existsByNhsNumberAndIdNotAndMergedIntoIsNull(
                        number.get().digits(), merged.value())) {
            return false;
        }
        person.separate();
        people.saveAndFlush(person);
        return true;
    }
}
