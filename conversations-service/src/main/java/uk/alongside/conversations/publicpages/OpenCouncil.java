package uk.alongside.conversations.publicpages;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The council's public details and its colours, which were checked when they were stored. */
record OpenCouncil(
        UUID id,
        String name,
        @Nullable String welshName,
        boolean welshFirst,
        String alias,
        String talkingPoints,
        @Nullable String contactPhone,
        @Nullable String contactEmail,
        @Nullable String contactHours,
        List<String> contactAddress,
        @Nullable String relayNumber,
        @Nullable String complaints,
        @Nullable String privacyNotice,
        boolean demonstration,
        boolean suspended,
        String headerColour,
        String headerTextColour,
        String borderColour,
        String logoBackground,
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

    /** Returns the link that dials the council's telephone number. */
    public String dial() {
        return "tel:" + (contactPhone == null ? "" : contactPhone.replaceAll("[^0-9+]", ""));
    }

    /** Returns whether residents can call or email the council, and so can book. */
    public boolean canBeReached() {
        return contactPhone != null || contactEmail != null;
    }

    /** Returns the address on one line, as on an envelope. */
    public String address() {
        return String.join(", ", contactAddress);
    }

    /** Returns the colours as a stylesheet. */
    String colours() {
        return ":root{--header:" + headerColour + ";--header-text:" + headerTextColour + ";--border:" + borderColour
                + ";--logo-background:" + logoBackground + ";--name:" + nameColour() + "}";
    }

    /**
     * Returns the colour of the council's name beside its logo. A white logo is shown on the colour of the header or of
     * its border, and so is the name.
     */
    private String nameColour() {
        if (logoBackground.equals(WHITE)) {
            return INK;
        }
        return logoBackground.equals(headerColour) ? headerTextColour : WHITE;
    }
}
