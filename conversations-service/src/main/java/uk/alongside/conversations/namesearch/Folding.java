package uk.alongside.conversations.namesearch;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Reduces names to what a hurried typist writes: no capitals, accents or apostrophes. Prŷs-Jones becomes prys and
 * jones.
 */
public final class Folding {

    private static final String LETTERS_WITHOUT_PARTS = "łøđðþæœßı";
    private static final List<String> WRITTEN_AS = List.of("l", "o", "d", "d", "th", "ae", "oe", "ss", "i");

    private Folding() {}

    public static List<String> words(String text) {
        var decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\p{M}\\p{Cf}'’‘ʼ`´]", "");
        var plain = decomposed.codePoints().mapToObj(Folding::plain).collect(Collectors.joining());
        return Arrays.stream(plain.split(" +")).filter(word -> !word.isEmpty()).toList();
    }

    /**
     * Returns the plain form of a character. Letters, digits and pictures form words; all other characters separate
     * them.
     */
    private static String plain(int character) {
        int special = LETTERS_WITHOUT_PARTS.indexOf(character);
        if (special >= 0) {
            return WRITTEN_AS.get(special);
        }
        boolean partOfWord =
                Character.isLetterOrDigit(character) || Character.getType(character) == Character.OTHER_SYMBOL;
        return partOfWord ? Character.toString(character) : " ";
    }
}
