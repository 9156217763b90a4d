package uk.alongside.conversations.hub;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.venue.AccessFeature;
import uk.alongside.conversations.venue.OpeningHours;
import uk.alongside.foundation.text.TextKey;

/** The details of a hub that a spreadsheet gives. */
public record HubDetails(
        String name,
        List<String> address,
        String postcode,
        @Nullable String uprn,
        @Nullable String coLocatedWith,
        @Nullable String website,
        OpeningHours openingHours,
        List<AccessFeature> accessFeatures) {

    /** The most characters that the address of a web page may have. */
    public static final int LONGEST_WEBSITE = 500;

    private static final Pattern WEBSITE = Pattern.compile("https?://[!-~]+");
    private static final Pattern PUNCTUATION = Pattern.compile("[.,;:()]");

    public HubDetails {
        address = List.copyOf(address);
        accessFeatures = List.copyOf(accessFeatures);
    }

    /** The key of a hub. Two hubs with one postcode and two spellings of one name have the same key. */
    public record Key(String name, String postcode) {}

    public Key key() {
        return new Key(TextKey.of(name), postcode);
    }

    /** Returns the same details with these access features. */
    public HubDetails withAccess(Set<AccessFeature> features) {
        return new HubDetails(
                name,
                address,
                postcode,
                uprn,
                coLocatedWith,
                website,
                openingHours,
                features.stream().sorted().toList());
    }

    /** Returns whether the text is the address of a web page. */
    public static boolean isWebsite(String text) {
        return WEBSITE.matcher(text).matches();
    }

    /** Returns the text that a search for the hub looks through. */
    String searchText() {
        return searchKey(name + " " + String.join(" ", address) + " " + postcode) + " "
                + searchKey(postcode.replace(" ", ""));
    }

    /** Returns the pattern of the search texts that contain these words in this order. */
    static String searchPattern(String words) {
        return "%" + searchKey(words).replaceAll("[\\\\%_]", "\\\\$0").replace(" ", "%") + "%";
    }

    /** Returns the key by which a search compares texts, so that ty finds Tŷ, and st mary finds St. Mary's. */
    static String searchKey(String text) {
        return TextKey.of(PUNCTUATION.matcher(text).replaceAll(" "));
    }
}
