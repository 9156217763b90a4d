package uk.alongside.conversations.person;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.identifier.NhsNumber;
import uk.alongside.conversations.identifier.Phone;
import uk.alongside.conversations.namesearch.Folding;
import uk.alongside.conversations.namesearch.NameTerms;

/**
 * Finds the people who may be the one whom a member of staff is about to add: a name that is the same or nearly the same,
 * with the same date of birth, telephone number or street; or the same NHS number.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class DuplicateSearch {

    private static final int MOST_RANKED = 200;

    private final People people;
    private final PersonFinder finder;

    DuplicateSearch(People people, PersonFinder finder) {
        this.people = people;
        this.finder = finder;
    }

    /** A detail that two people share. The words are part of the API. */
    public enum Shared {
        NHS_NUMBER,
        DATE_OF_BIRTH,
        PHONE,
        STREET
    }

    /** The details of the person who is about to be added, as they were typed. */
    public record Newcomer(
            String firstName,
            @Nullable String lastName,
            @Nullable String phone,
            @Nullable LocalDate dateOfBirth,
            @Nullable String street,
            @Nullable String nhsNumber) {

        private List<String> words() {
            return Folding.words(lastName == null ? firstName : firstName + " " + lastName);
        }

        private Optional<Phone> dialable() {
            return Optional.ofNullable(phone).flatMap(Phone::parse);
        }

        private Optional<NhsNumber> number() {
            return Optional.ofNullable(nhsNumber).flatMap(NhsNumber::parse);
        }

        private List<Shared> sharedWith(Person person) {
            var shared = new ArrayList<Shared>();
            var details = person.details();
            if (number().isPresent() && number().equals(person.nhsNumber())) {
                shared.add(Shared.NHS_NUMBER);
            }
            if (dateOfBirth != null && dateOfBirth.equals(details.dateOfBirth())) {
                shared.add(Shared.DATE_OF_BIRTH);
            }
            if (dialable().isPresent() && dialable().equals(person.phone())) {
                shared.add(Shared.PHONE);
            }
            if (street != null
                    && details.street() != null
                    && Folding.words(street).equals(Folding.words(details.street()))) {
                shared.add(Shared.STREET);
            }
            return shared;
        }

        /** Leaves out the name, since this text appears in logs. */
        @Override
        public String toString() {
            return "Newcomer[]";
        }
    }

    /** A person who may be the newcomer, and the details that both share. */
    public record Duplicate(PersonMatch person, List<Shared> shared) {

        public Duplicate {
            shared = List.copyOf(shared);
        }
    }

    /** Returns the likely duplicates, those who share most details first. */
    public List<Duplicate> find(Newcomer newcomer) {
        return people.findByIdIn(candidates(newcomer)).stream()
                .map(person -> new Duplicate(PersonMatch.of(people.kept(person)), newcomer.sharedWith(person)))
                .filter(duplicate -> !duplicate.shared().isEmpty())
                .collect(toMap(duplicate -> duplicate.person().id(), Function.identity(), DuplicateSearch::closer))
                .values()
                .stream()
                .sorted(Comparator.comparing(
                                (Duplicate duplicate) -> !duplicate.shared().contains(Shared.NHS_NUMBER))
                        .thenComparingInt(duplicate -> -duplicate.shared().size())
                        .thenComparing(duplicate -> duplicate.person().name())
                        .thenComparing(duplicate -> duplicate.person().reference()))
                .toList();
    }

    private static Duplicate closer(Duplicate one, Duplicate other) {
        return one.shared().size() < other.shared().size() ? other : one;
    }

    private Set<UUID> candidates(Newcomer newcomer) {
        var found = new HashSet<UUID>();
        newcomer.number().ifPresent(number -> found.addAll(find(List.of(List.of(SearchTerms.nhsNumber(number))))));
        var words = newcomer.words();
        if (!NameTerms.areEnough(words)) {
            return found;
        }
        var name = NameTerms.nearly(words);
        var firstName = NameTerms.nearly(Folding.words(newcomer.firstName()));
        var anyName = name.stream().flatMap(List::stream).distinct().toList();
        newcomer.dialable().ifPresent(phone -> found.addAll(find(and(firstName, SearchTerms.phone(phone)))));
        if (newcomer.dateOfBirth() != null) {
            found.addAll(find(and(List.of(anyName), SearchTerms.born(newcomer.dateOfBirth()))));
        }
        if (newcomer.street() != null) {
            found.addAll(find(name));
        }
        return found;
    }

    private Collection<UUID> find(List<List<String>> words) {
        return finder.find(words, MOST_RANKED);
    }

    private static List<List<String>> and(List<List<String>> words, String term) {
        return Stream.concat(words.stream(), Stream.of(List.of(term))).toList();
    }
}
