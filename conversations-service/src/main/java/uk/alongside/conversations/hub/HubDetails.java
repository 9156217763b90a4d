package uk.alongside.conversations.hub;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.venue.OpeningHours;

/** The details of a hub that a spreadsheet gives. */
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

    /** The key by which a second import recognises the hub. */
    public record Key(String name, String postcode) {}

    public Key key() {
        return new Key(spacesFolded(name).toLowerCase(Locale.ROOT), postcode);
    }

    /** Returns the text that a search for the hub looks through. */
    String searchText() {
        return folded(name + " " + String.join(" ", address) + " " + postcode) + " "
                + folded(postcode.replace(" ", ""));
    }

    /** Returns the text without capitals and accents, so that ty finds Tŷ. */
    static String folded(String text) {
        return spacesFolded(Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}|['’]", "")
                .toLowerCase(Locale.ROOT));
    }

    /** Returns the text on one line and trimmed. Each run of spaces and unprintable characters becomes one space. */
    public static String spacesFolded(String text) {
        return text.replaceAll("[\\s\\p{Z}\\p{Cc}]+", " ").strip();
    }
}
