package uk.alongside.conversations.letter;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the name of a person in a text, and replaces it. A name is found in any case and with or without the marks of its
 * letters. Each of its parts is found as a whole word, and parts that follow each other are one name.
 */
final class NamesInText {

    /** The words in place of a name. */
    static final String NEUTRAL = "another person";

    private static final Pattern BREAK = Pattern.compile("[\\s\\-\u2010\u2011]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final String BETWEEN = "[\\s\\-\u2010\u2011]+";

    private NamesInText() {}

    /**
     * Returns the pattern that finds these names in a folded text.
     *
     * @param names the names of people who may not be named
     * @param addressee the name of the person who gets the letter: a part that both names share is found only in the
     *     whole name of the other person
     */
    private static Pattern pattern(List<String> names, String addressee) {
        var own = new HashSet<>(parts(addressee));
        var wholes = names.stream()
                .filter(name -> !parts(name).equals(parts(addressee)))
                .map(NamesInText::whole);
        var runs = names.stream()
                .map(name -> run(parts(name).stream()
                        .filter(part -> part.length() > 1 && !own.contains(part))
                        .collect(Collectors.toSet())));
        // A whole name comes before its parts, so that no part of it stays.
        var words = Stream.of(wholes, runs)
                .flatMap(each -> each.filter(word -> !word.isEmpty())
                        .sorted(Comparator.comparingInt(String::length).reversed()))
                .collect(Collectors.joining("|"));
        return Pattern.compile(words.isEmpty() ? "(?!)" : "(?<![\\p{L}\\p{N}])(?:" + words + ")(?![\\p{L}\\p{N}])");
    }

    private static String whole(String name) {
        return parts(name).stream().map(Pattern::quote).collect(Collectors.joining(BETWEEN));
    }

    /** Returns the expression for one or more of these parts that follow each other. */
    private static String run(Set<String> parts) {
        if (parts.isEmpty()) {
            return "";
        }
        var one = parts.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?:", ")"));
        return one + "(?:" + BETWEEN + one + ")*";
    }

    private static List<String> parts(String name) {
        return Arrays.stream(BREAK.split(Folded.of(name).text))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Returns whether the text names the person. */
    static boolean has(String text, String name, String addressee) {
        return pattern(List.of(name), addressee).matcher(Folded.of(text).text).find();
    }

    /** Returns the text with neutral words in place of each of these names. */
    static String without(String text, List<String> names, String addressee) {
        var folded = Folded.of(text);
        var found = pattern(names, addressee).matcher(folded.text);
        var result = new StringBuilder();
        int from = 0;
        while (found.find()) {
            int start = folded.origins[found.start()];
            result.append(text, from, start).append(NEUTRAL);
            from = folded.origins[found.end()];
        }
        return result.append(text.substring(from)).toString();
    }

    /** A text in lower case and without the marks of its letters. */
    private static final class Folded {

        private final String text;

        /** The place of each character, and of the end, in the text before it was folded. */
        private final int[] origins;

        private Folded(String text, int[] origins) {
            this.text = text;
            this.origins = origins;
        }

        static Folded of(String original) {
            var text = new StringBuilder(original.length());
            var origins = IntStream.builder();
            for (int at = 0; at < original.length(); ) {
                int character = original.codePointAt(at);
                var plain = plain(character);
                for (int unit = 0; unit < plain.length(); unit++) {
                    origins.add(at);
                }
                text.append(plain);
                at += Character.charCount(character);
            }
            return new Folded(
                    text.toString(), origins.add(original.length()).build().toArray());
        }

        private static String plain(int character) {
            var lower = Character.toString(Character.toLowerCase(character));
            return MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD))
                    .replaceAll("");
        }
    }
}
