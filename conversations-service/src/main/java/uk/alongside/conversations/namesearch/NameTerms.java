package uk.alongside.conversations.namesearch;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The terms by which a name is found, each a kind and a text, and a search compares its beginning.
 *
 * <p>A search finds mistyped names by leaving out letters on both sides. Two words may differ by one extra letter, one
 * missing letter, one wrong letter or two swapped letters; they then share a form once one letter is left out of each.
 */
public final class NameTerms {

    private static final String NAME = "n:";
    private static final String NEARLY = "m:";

    private static final int FEWEST_LETTERS = 2;
    private static final int SHORTEST_MISTYPED = 4;
    private static final int LONGEST_MISTYPED = 24;

    private NameTerms() {}

    /** Returns the terms of a name, which is also found if it is mistyped. */
    public static Set<String> ofName(String name) {
        var terms = new TreeSet<String>();
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
        return terms;
    }

    /** Returns the terms of a longer text, whose words are found if they begin with what was typed. */
    public static Set<String> ofText(String text) {
        return Folding.words(text).stream().map(NameTerms::beginning).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns whether the words have enough letters to search for. */
    public static boolean areEnough(List<String> words) {
        return words.stream()
                        .mapToInt(word -> word.codePointCount(0, word.length()))
                        .sum()
                >= FEWEST_LETTERS;
    }

    /** Returns the beginning of the terms of names with a word that begins with this word. */
    public static String beginning(String word) {
        return NAME + word;
    }

    /** Returns the beginnings of terms for each word, of which a name must have at least one. */
    public static List<List<String>> exact(List<String> words) {
        return words.stream().map(word -> List.of(beginning(word))).toList();
    }

    /** Returns the beginnings of terms for each word, of which a name must have at least one if words are mistyped. */
    public static List<List<String>> nearly(List<String> words) {
        return words.stream().map(NameTerms::nearly).toList();
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
    public static int distance(String name, Collection<String> typed) {
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

    /**
     * Returns the condition that a row has, for each typed word, a term with one of that word's beginnings.
     *
     * @param rows the beginning of a condition on the terms, which ends before the terms are compared
     * @param values receives the values of the parameters of the condition
     */
    public static String condition(String rows, List<List<String>> words, Map<String, Object> values) {
        return words.stream()
                .map(beginnings -> rows
                        + beginnings.stream()
                                .map(beginning -> "t.term >= " + named(beginning, values) + " and t.term < "
                                        + named(after(beginning), values))
                                .collect(Collectors.joining(" or ", "(", ")"))
                        + ")")
                .collect(Collectors.joining());
    }

    /** Adds a value under a new name, and returns the parameter for a statement. */
    public static String named(String value, Map<String, Object> values) {
        var name = "v" + values.size();
        values.put(name, value);
        return ":" + name;
    }

    /** Returns the first text that sorts after every text with this beginning. */
    private static String after(String beginning) {
        int last = beginning.codePointBefore(beginning.length());
        int next = last + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : last + 1;
        return beginning.substring(0, beginning.length() - Character.charCount(last)) + Character.toString(next);
    }
}
