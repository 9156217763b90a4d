package uk.alongside.conversations.person;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The terms by which a person is found. Each term is a kind and a text, and a search compares its beginning.
 *
 * <p>A search finds mistyped names by leaving out letters on both sides. Two words may differ by one extra letter, one
 * missing letter, one wrong letter or two swapped letters; they then share a form once one letter is left out of each.
 */
record SearchTerms(Set<String> terms) {

    private static final String NAME = "n:";
    private static final String NEARLY = "m:";
    private static final String PHONE = "p:";
    private static final String REFERENCE = "r:";

    private static final int SHORTEST_MISTYPED = 4;
    private static final int LONGEST_MISTYPED = 24;
    private static final int SHORTEST_PHONE = 3;

    static SearchTerms of(String name, String reference, Optional<Phone> phone) {
        var terms = new TreeSet<String>();
        terms.add(REFERENCE + reference);
        var words = Folding.words(name);
        for (var word : words) {
            terms.add(NAME + word);
            if (canBeMistyped(word)) {
                terms.add(NEARLY + word);
                withOneLeftOut(word).forEach(nearly -> terms.add(NEARLY + nearly));
            }
        }
        for (var hyphened : name.strip().split("[\\s\\p{Z}]+", -1)) {
            terms.add(NAME + String.join("", Folding.words(hyphened)));
        }
        terms.add(NAME + String.join("", words));
        terms.add(NAME + String.join("", words.reversed()));
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
        if (words.stream()
                        .mapToInt(word -> word.codePointCount(0, word.length()))
                        .sum()
                < 2) {
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
                    List.of(List.of(REFERENCE + joined.toUpperCase(Locale.ROOT), NAME + joined)), nearly(words));
        }
        return new Query(words.stream().map(word -> List.of(NAME + word)).toList(), nearly(words));
    }

    private static List<List<String>> nearly(List<String> words) {
        return words.stream().map(SearchTerms::nearly).toList();
    }

    private static List<String> nearly(String word) {
        if (!canBeMistyped(word)) {
            return List.of(NAME + word);
        }
        var forms = new LinkedHashSet<String>();
        forms.add(NAME + word);
        forms.add(NEARLY + word);
        withOneLeftOut(word).forEach(form -> forms.add(NEARLY + form));
        return List.copyOf(forms);
    }

    /** Says whether the words may be a reference. A single word may be a reference without any digit. Two words are one only if a digit says that they are no name. */
    private static boolean looksLikeReference(List<String> words) {
        var upper = String.join("", words).toUpperCase(Locale.ROOT);
        return upper.length() == 8
                && (words.size() == 1 || upper.chars().anyMatch(Character::isDigit))
                && upper.chars().allMatch(character -> Reference.ALPHABET.indexOf(character) >= 0);
    }

    private static boolean canBeMistyped(String word) {
        return word.length() >= SHORTEST_MISTYPED && word.length() <= LONGEST_MISTYPED;
    }

    /** Leaves out each character once. A picture outside the first plane is one character of two chars. */
    private static Stream<String> withOneLeftOut(String word) {
        return IntStream.range(0, word.length())
                .filter(at -> !Character.isLowSurrogate(word.charAt(at)))
                .mapToObj(at -> word.substring(0, at) + word.substring(word.offsetByCodePoints(at, 1)));
    }

    /**
     * Returns the sum over all typed words of the distance to the nearest word of the name. An exact beginning counts
     * 0.
     */
    static int distance(String name, Collection<String> typed) {
        var words = Folding.words(name);
        return typed.stream()
                .mapToInt(word -> words.stream()
                        .mapToInt(other -> distance(word, other))
                        .min()
                        .orElse(word.length()))
                .sum();
    }

    /** Returns the fewest changes that turn the typed word into a beginning of the other word. */
    private static int distance(String typed, String other) {
        var previous = IntStream.rangeClosed(0, other.length()).toArray();
        for (int i = 1; i <= typed.length(); i++) {
            var current = new int[other.length() + 1];
            current[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = typed.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                current[j] = Math.min(Math.min(current[j - 1], previous[j]) + 1, previous[j - 1] + change);
            }
            previous = current;
        }
        return IntStream.of(previous).min().orElse(typed.length());
    }

    /** Leaves out the name, since this text appears in logs. */
    @Override
    public String toString() {
        return "SearchTerms[" + terms.size() + "]";
    }
}
