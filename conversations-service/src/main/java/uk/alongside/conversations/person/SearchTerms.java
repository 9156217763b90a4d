package uk.alongside.conversations.person;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import uk.alongside.conversations.namesearch.Folding;
import uk.alongside.conversations.namesearch.NameTerms;

/** The terms by which a person is found: those of the name, and those of the phone number and the reference. */
record SearchTerms(Set<String> terms) {

    private static final String PHONE = "p:";
    private static final String REFERENCE = "r:";

    private static final int SHORTEST_PHONE = 3;

    static SearchTerms of(String name, String reference, Optional<Phone> phone) {
        var terms = new TreeSet<String>();
        terms.add(REFERENCE + reference);
        terms.addAll(NameTerms.ofName(name));
        phone.map(Phone::digits)
                .ifPresent(digits -> IntStream.rangeClosed(0, digits.length() - SHORTEST_PHONE)
                        .forEach(from -> terms.add(PHONE + digits.substring(from))));
        return new SearchTerms(terms);
    }

    /**
     * The search text that a member typed: for each word, the beginnings of terms of which a person must have at least
     * one.
     */
    record Query(List<List<String>> exact, List<List<String>> nearly) {

        boolean isEmpty() {
            return exact.isEmpty();
        }

        /** Leaves out the name, since this text appears in logs. */
        @Override
        public String toString() {
            return "Query[" + exact.size() + "]";
        }
    }

    static Query query(String typed) {
        var text = Phone.withoutLink(typed);
        var words = Folding.words(text);
        if (!NameTerms.areEnough(words)) {
            return new Query(List.of(), List.of());
        }
        var joined = String.join("", words);
        if (joined.chars().allMatch(Character::isDigit)) {
            var digits = Phone.digitsOf(text);
            if (digits.length() < SHORTEST_PHONE) {
                return new Query(List.of(), List.of());
            }
            var either = List.of(List.of(PHONE + digits, REFERENCE + joined));
            return new Query(either, List.of());
        }
        if (looksLikeReference(words)) {
            return new Query(
                    List.of(List.of(REFERENCE + joined.toUpperCase(Locale.ROOT), NameTerms.beginning(joined))),
                    NameTerms.nearly(words));
        }
        return new Query(NameTerms.exact(words), NameTerms.nearly(words));
    }

    /** Says whether the words may be a reference. A single word may be a reference without any digit. Two words are one only if a digit says that they are no name. */
    private static boolean looksLikeReference(List<String> words) {
        var upper = String.join("", words).toUpperCase(Locale.ROOT);
        return upper.length() == 8
                && (words.size() == 1 || upper.chars().anyMatch(Character::isDigit))
                && upper.chars().allMatch(character -> Reference.ALPHABET.indexOf(character) >= 0);
    }

    /** Leaves out the name, since this text appears in logs. */
    @Override
    public String toString() {
        return "SearchTerms[" + terms.size() + "]";
    }
}
