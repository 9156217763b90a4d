package uk.alongside.conversations.venue;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a full UK postcode, however it was typed. */
public final class Postcode {

    private static final Pattern FORM = Pattern.compile("(GIR 0AA|[A-PR-UWYZ]([0-9]{1,2}"
            + "|([A-HK-Y][0-9]([0-9ABEHMNPRV-Y])?)|[0-9][A-HJKPS-UW]) [0-9][ABD-HJLNP-UW-Z]{2})");
    private static final int INWARD = 3;

    private Postcode() {}

    /**
     * Returns the postcode in capitals with one space before the last three characters, or nothing if it is not a
     * postcode.
     */
    public static Optional<String> read(String typed) {
        var letters = typed.replaceAll("[\\s\\p{Z}]", "").toUpperCase(Locale.ROOT);
        int outward = letters.length() - INWARD;
        if (outward <= 0) {
            return Optional.empty();
        }
        var postcode = letters.substring(0, outward) + " " + letters.substring(outward);
        return FORM.matcher(postcode).matches() ? Optional.of(postcode) : Optional.empty();
    }
}
