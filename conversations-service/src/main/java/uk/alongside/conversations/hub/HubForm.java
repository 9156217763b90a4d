package uk.alongside.conversations.hub;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.hub.HubRefusal.HoursUnclear;
import uk.alongside.conversations.hub.HubRefusal.PostcodeUnreadable;
import uk.alongside.conversations.hub.HubRefusal.StartsLikeFormula;
import uk.alongside.conversations.hub.HubRefusal.WebsiteUnusable;
import uk.alongside.conversations.venue.AccessFeature;
import uk.alongside.conversations.venue.Opening;
import uk.alongside.conversations.venue.OpeningHours;
import uk.alongside.conversations.venue.Postcode;
import uk.alongside.foundation.text.TextKind;

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

    HubForm {
        postcode = Postcode.read(postcode).orElseThrow(() -> new PostcodeUnreadable().refused());
        accessFeatures = accessFeatures.stream().distinct().sorted().toList();
        openingHours = openingHours.stream()
                .sorted(Comparator.comparing(Opening::day).thenComparing(Opening::opens))
                .toList();
        refuseFormulas("name", List.of(name));
        refuseFormulas("address", address);
        refuseFormulas("coLocated", coLocated);
        if (website != null && !HubDetails.isWebsite(website)) {
            throw new WebsiteUnusable().refused();
        }
        new OpeningHours(openingHours).unclearDay().ifPresent(day -> {
            throw new HoursUnclear(day).refused();
        });
    }

    private static void refuseFormulas(String field, List<String> lines) {
        if (lines.stream().anyMatch(TextKind::looksLikeFormula)) {
            throw new StartsLikeFormula(field).refused();
        }
    }

    HubDetails details() {
        return new HubDetails(
                name,
                address,
                postcode,
                uprn,
                coLocated.isEmpty() ? null : coLocated.getFirst(),
                website,
                new OpeningHours(openingHours),
                accessFeatures);
    }
}
