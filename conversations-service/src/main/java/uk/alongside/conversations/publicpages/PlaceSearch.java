package uk.alongside.conversations.publicpages;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.alongside.foundation.text.TextKey;
import uk.alongside.foundation.text.TextKind;

/**
 * The text typed to find a place: the name of a place, an address, a postcode or its first half.
 *
 * @param outward the first half of the postcode, if one was typed; the second half is not needed and not kept
 * @param isWholePostcode whether a whole postcode was typed, which may identify a single household
 */
record PlaceSearch(String text, Optional<String> outward, boolean isWholePostcode) {

    private static final int LONGEST = 60;
    private static final String OUTWARD = "([A-Z]{1,2}[0-9][A-Z0-9]?)";
    private static final Pattern FIRST_HALF = Pattern.compile(OUTWARD);

    /** A whole postcode, on its own or within an address, whatever signs are between its halves. */
    private static final Pattern WHOLE =
            Pattern.compile("(?<![A-Z0-9])" + OUTWARD + "[^A-Z0-9]{0,9}[0-9][A-Z]{2}(?![A-Z0-9])");

    private static final Pattern PUNCTUATION = Pattern.compile("[.,;:()-]");

    static PlaceSearch of(String typed) {
        var plain = TextKind.LINE.tidy(typed);
        var capitals = TextKind.CODE.tidy(typed).toUpperCase(Locale.UK);
        var whole = WHOLE.matcher(capitals);
        boolean isWhole = whole.find();
        var outward = isWhole
                ? Optional.of(whole.group(1))
                : Optional.of(FIRST_HALF.matcher(capitals.replaceAll("[^A-Z0-9]", "")))
                        .filter(Matcher::matches)
                        .map(Matcher::group);
        int length = Math.min(LONGEST, plain.codePointCount(0, plain.length()));
        return new PlaceSearch(plain.substring(0, plain.offsetByCodePoints(0, length)), outward, isWhole);
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** Returns whether the text is a part of this text, whatever their capitals, accents and punctuation. */
    boolean isPartOf(String other) {
        return key(other).contains(key(text));
    }

    private static String key(String text) {
        return TextKey.of(PUNCTUATION.matcher(text).replaceAll(" "));
    }
}
