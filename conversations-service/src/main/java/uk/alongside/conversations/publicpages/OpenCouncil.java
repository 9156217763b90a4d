package uk.alongside.conversations.publicpages;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The council's public details and its colours, which were checked when they were stored. */
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

    /** A name and its language, which a screen reader needs. */
    record Name(String text, String lang) {}

    /** Returns the council's names, with the Welsh name first in Wales. */
    public List<Name> names() {
        var english = new Name(name, "en-GB");
        if (welshName == null) {
            return List.of(english);
        }
        var welsh = new Name(welshName, "cy");
        return welshFirst ? List.of(welsh, english) : List.of(english, welsh);
    }

    /** Returns the label for one talking point with its article, for the middle of a sentence. */
    public String oneOfThem() {
        boolean vowel = talkingPoint.matches("(?i)([aeio]|u(?!ni|s[aeiou])).*");
        return (vowel ? "an " : "a ") + lowered(talkingPoint);
    }

    public String severalInASentence() {
        return lowered(talkingPoints);
    }

    /** Returns the link that dials the council's telephone number. */
    public String dial() {
        return "tel:" + (contactPhone == null ? "" : contactPhone.replaceAll("[^0-9+]", ""));
    }

    /** Returns the address on one line, as on an envelope. */
    public String address() {
        return String.join(", ", contactAddress);
    }

    /** Returns the colours as a stylesheet. */
    String colours() {
        return ":root{--band:" + band + ";--on-band:" + onBand + ";--line:" + line + ";--plate:" + plate
                + ";--on-plate:" + onPlate() + "}";
    }

    /**
     * Returns the colour of the name beside the logo. A white logo is shown on the colour of the band or the line, and
     * so is the name.
     */
    private String onPlate() {
        if (plate.equals(WHITE)) {
            return INK;
        }
        return plate.equals(band) ? onBand : WHITE;
    }

    /**
     * Returns the label with a small first letter. A label that begins like a name or an abbreviation stays as it is.
     */
    private static String lowered(String label) {
        boolean isWord = label.length() > 1 && Character.isLowerCase(label.charAt(1));
        return isWord ? label.substring(0, 1).toLowerCase(Locale.UK) + label.substring(1) : label;
    }
}
