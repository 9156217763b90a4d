package uk.alongside.conversations.person;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.namesearch.Folding;
import uk.alongside.conversations.namesearch.NameTerms;

/** Finds people by what a member of staff typed: parts of the name, digits of the phone number, or the reference. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PersonSearch {

    /** The number of exact matches from which mistyped names are no longer searched for. */
    private static final int ENOUGH = 10;

    private static final int MOST_RANKED = 200;

    private final People people;
    private final PersonFinder finder;

    PersonSearch(People people, PersonFinder finder) {
        this.people = people;
        this.finder = finder;
    }

    /**
     * Returns the people who match, the nearest names first. A person who was merged is found as the person kept: letters
     * still show the old reference.
     */
    public List<PersonMatch> find(String text) {
        var query = SearchTerms.query(text);
        if (query.isEmpty()) {
            return List.of();
        }
        var candidates = new LinkedHashSet<>(finder.find(query.exact(), MOST_RANKED));
        if (candidates.size() < ENOUGH && !query.nearly().isEmpty()) {
            candidates.addAll(finder.find(query.nearly(), MOST_RANKED));
        }
        var typed = Folding.words(text);
        return people.findByIdIn(candidates).stream()
                .map(people::kept)
                .distinct()
                .sorted(Comparator.comparingInt((Person person) -> NameTerms.distance(person.name(), typed))
                        .thenComparing(Person::name)
                        .thenComparing(Person::reference))
                .map(PersonMatch::of)
                .toList();
    }
}
