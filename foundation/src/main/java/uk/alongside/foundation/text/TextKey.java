package uk.alongside.foundation.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes the key by which two typed texts are compared: texts that a reader takes for the same have the same key. The key
 * leaves out capitals, accents and other marks, quotation marks and apostrophes, invisible characters, and the kind and
 * number of blanks; every hyphen and dash counts as the same.
 */
public final class TextKey {

    private static final Pattern MARKS_AND_QUOTES = Pattern.compile("[\\p{M}'\"’‘‚‛“”„‟ʼʹ`´«»‹›]");
    private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\\u2212]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private TextKey() {}

    /** Returns the key. It is empty if the text has no visible character. */
    public static String of(String text) {
        // Marks are removed after NFKD, in which the letter ŷ is a y and a mark. The accents ´ and ¨ standing alone
        // become a blank and a mark there, so quotation marks go first.
        var unquoted = MARKS_AND_QUOTES.matcher(TextKind.TEXT.tidy(text)).replaceAll("");
        var unmarked = MARKS_AND_QUOTES
                .matcher(Normalizer.normalize(unquoted, Normalizer.Form.NFKD))
                .replaceAll("");
        var visible = unmarked.codePoints()
                .filter(character -> !TextKind.isIgnorable(character))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        var dashed = DASHES.matcher(visible).replaceAll("-");
        // Upper case first: it writes ß as SS and both Greek sigmas as one letter.
        var folded = dashed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return BLANKS.matcher(folded).replaceAll(" ").strip();
    }
}
