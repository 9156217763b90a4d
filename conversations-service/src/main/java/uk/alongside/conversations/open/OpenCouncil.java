package uk.alongside.conversations.open;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a council says of itself to everybody, and its colours, which were checked when they were stored. */
record OpenCouncil(
        UUID id,
        String name,
        String alias,
        String talkingPoint,
        String talkingPoints,
        @Nullable String contactPhone,
        @Nullable String contactEmail,
        @Nullable String contactHours,
        @Nullable String relay,
        boolean demonstration,
        String band,
        String onBand,
        String line) {

    /** For the middle of a sentence. */
    public String oneInASentence() {
        return lowered(talkingPoint);
    }

    /** The colours, as the one style that is in the page itself. */
    public String style() {
        return ":root{--band:" + band + ";--on-band:" + onBand + ";--line:" + line + "}";
    }

    /** A label that begins like a name or an abbreviation stays as it is. */
    private static String lowered(String label) {
        boolean isWord = label.length() > 1 && Character.isLowerCase(label.charAt(1));
        return isWord ? label.substring(0, 1).toLowerCase(Locale.UK) + label.substring(1) : label;
    }
}
