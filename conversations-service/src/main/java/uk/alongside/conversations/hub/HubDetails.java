package uk.alongside.conversations.hub;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a spreadsheet says of a hub. */
public record HubDetails(
        String name,
        List<String> address,
        String postcode,
        @Nullable String uprn,
        @Nullable String coLocatedWith,
        @Nullable String website,
        OpeningHours openingHours) {

    public HubDetails {
        address = List.copyOf(address);
    }

    /** By what a second import recognises the hub. */
    public record Key(String name, String postcode) {}

    public Key key() {
        return new Key(spacesFolded(name).toLowerCase(Locale.ROOT), postcode);
    }

    /** What a search for the hub looks through. */
    String searchText() {
        return folded(name + " " + String.join(" ", address) + " " + postcode) + " "
                + folded(postcode.replace(" ", ""));
    }

    /** Without capitals and accents: Tŷ is found by ty. */
    static String folded(String text) {
        return spacesFolded(Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}|['’]", "")
                .toLowerCase(Locale.ROOT));
    }

    /** On one line, without what surrounds it; what cannot be printed is a space like any other. */
    public static String spacesFolded(String text) {
        return text.replaceAll("[\\s\\p{Z}\\p{Cc}]+", " ").strip();
    }
}
