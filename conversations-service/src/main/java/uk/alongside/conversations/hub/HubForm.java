package uk.alongside.conversations.hub;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.hub.HubRefusal.HoursUnclear;
import uk.alongside.conversations.hub.HubRefusal.PostcodeUnreadable;
import uk.alongside.conversations.hub.HubRefusal.WebsiteUnusable;
import uk.alongside.conversations.venue.AccessFeature;
import uk.alongside.conversations.venue.Opening;
import uk.alongside.conversations.venue.OpeningHours;
import uk.alongside.conversations.venue.Postcode;

/** The details that a member typed about a hub, tidied, or rejected with the reason. */
record HubForm(
        String name,
        List<String> address,
        String postcode,
        @Nullable String website,
        List<String> coLocated,
        @Nullable String directions,
        boolean dropIn,
        List<AccessFeature> accessFeatures,
        List<Opening> openingHours,
        @Nullable String uprn) {

    private static final Pattern WEBSITE = Pattern.compile("https?://[^\\s\\p{Cntrl}]+");

    HubForm {
        name = HubDetails.spacesFolded(name);
        address = lines(address);
        postcode = Postcode.read(postcode).orElseThrow(() -> new PostcodeUnreadable().refused());
        website = blankToNull(website);
        coLocated = lines(coLocated);
        directions = blankToNull(directions);
        accessFeatures = accessFeatures.stream().distinct().sorted().toList();
        openingHours = openingHours.stream()
                .sorted(Comparator.comparing(Opening::day).thenComparing(Opening::opens))
                .toList();
        if (website != null && !WEBSITE.matcher(website).matches()) {
            throw new WebsiteUnusable().refused();
        }
        var clear = new ArrayList<Opening>();
        for (var opening : openingHours) {
            if (opening.closes().equals(opening.opens())) {
                throw new HoursUnclear(opening.day()).refused();
            }
            if (!clear.isEmpty() && overlaps(clear.getLast(), opening)) {
                throw new HoursUnclear(opening.day()).refused();
            }
            clear.add(opening);
        }
    }

    private static boolean overlaps(Opening before, Opening after) {
        boolean overnight = before.closes().isBefore(before.opens());
        return before.day() == after.day() && (overnight || after.opens().isBefore(before.closes()));
    }

    private static List<String> lines(List<String> lines) {
        return lines.stream()
                .map(HubDetails::spacesFolded)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    HubDetails details() {
        return new HubDetails(
                name,
                address,
                postcode,
                uprn,
                coLocated.isEmpty() ? null : coLocated.getFirst(),
                website,
                new OpeningHours(openingHours));
    }
}
