package uk.alongside.conversations.publicpages;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a council says of itself to everybody, and its colours, which were checked when they were stored. */
record OpenCouncil(
        UUID id,
        String name,
        @Nullable String welshName,
        boolean welshFirst,
        String alias,
        String talkingPoint,
        String talkingPoints,
        @Nullable String contactPhone,
        @Nullable String contactEmail,
        @Nullable String contactHours,
        List<String> contactAddress,
        @Nullable String relay,
        @Nullable String complaints,
        @Nullable String privacyNotice,
        boolean demonstration,
        String band,
        String onBand,
        String line,
        String plate,
        @Nullable Long logo) {

    private static final String WHITE = "#FFFFFF";
    private static final String INK = "#1B2A2F";

    /** A name and the language in which it is one, as a screen reader must know. */
    record Name(String text, String lang) {}

    /** Welsh reads first in Wales. */
    public List<Name> names() {
        var english = new Name(name, "en-GB");
        if (welshName == null) {
            return List.of(english);
        }
        var welsh = new Name(welshName, "cy");
        return welshFirst ? List.of(welsh, english) : List.of(english, welsh);
    }

    /** One, with its article, for the middle of a sentence. */
    public String oneOfThem() {
        boolean vowel = talkingPoint.matches("(?i)([aeio]|u(?!ni|s[aeiou])).*");
        return (vowel ? "an " : "a ") + lowered(talkingPoint);
    }

    public String severalInASentence() {
        return lowered(talkingPoints);
    }

    /** What a telephone dials. */
    public String dial() {
        return "tel:" + (contactPhone == null ? "" : contactPhone.replaceAll("[^0-9+]", ""));
    }

    /** The address in one line, as on an envelope. */
    public String address() {
        return String.join(", ", contactAddress);
    }

    /** The colours, as a stylesheet. */
    String colours() {
        return ":root{--band:" + band + ";--on-band:" + onBand + ";--line:" + line + ";--plate:" + plate
                + ";--on-plate:" + onPlate() + "}";
    }

    /** A logo that is white stands on the band's colour or on the line's, and so does the name beside it. */
    private String onPlate() {
        if (plate.equals(WHITE)) {
            return INK;
        }
        return plate.equals(band) ? onBand : WHITE;
    }

    /** A label that begins like a name or an abbreviation stays as it is. */
    private static String lowered(String label) {
        boolean isWord = label.length() > 1 && Character.isLowerCase(label.charAt(1));
        return isWord ? label.substring(0, 1).toLowerCase(Locale.UK) + label.substring(1) : label;
    }
}
