package uk.alongside.conversations.publicpages;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text typed to find a place: the name of a place, a postcode or its first half, in any spacing and case. */
record PlaceSearch(String text) {

    private static final int LONGEST = 60;
    private static final Pattern POSTCODE = Pattern.compile("([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]{2})?");

    PlaceSearch {
        var plain = text.replaceAll("\\p{Cntrl}", " ").strip().replaceAll("\\s+", " ");
        text = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }

    /** Says whether a whole postcode was typed, which may identify a single household. */
    boolean isWholePostcode() {
        var postcode = postcode();
        return postcode.matches() && postcode.group(2) != null;
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** Returns the first half of the postcode, if one was typed. The second half is not needed and not kept. */
    Optional<String> outward() {
        var postcode = postcode();
        return postcode.matches() ? Optional.of(postcode.group(1)) : Optional.empty();
    }

    private Matcher postcode() {
        return POSTCODE.matcher(text.replace(" ", "").toUpperCase(Locale.UK));
    }
}
