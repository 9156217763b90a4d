package uk.alongside.conversations.publicpages;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.venue.AccessFeature;
import uk.alongside.conversations.venue.OpeningHours;

/** A place, and its sessions in the next weeks, the next session first. */
record OpenHub(
        UUID id,
        String name,
        List<String> address,
        String postcode,
        @Nullable String website,
        @Nullable String directions,
        boolean dropIn,
        List<AccessFeature> access,
        List<String> coLocated,
        OpeningHours hours,
        List<OpenClosure> closures,
        List<OpenSession> sessions) {

    /** Orders places by their next session, soonest first, then by name. */
    static final Comparator<OpenHub> NEXT_FIRST = Comparator.comparing((OpenHub hub) ->
                    hub.next().map(next -> next.date().atTime(next.starts())).orElse(LocalDateTime.MAX))
            .thenComparing(OpenHub::name);

    OpenHub with(List<OpenSession> others) {
        return new OpenHub(
                id, name, address, postcode, website, directions, dropIn, access, coLocated, hours, closures, others);
    }

    public boolean isStepFree() {
        return access.contains(AccessFeature.STEP_FREE);
    }

    public Optional<OpenSession> next() {
        return sessions.stream().findFirst();
    }

    /** Returns whether a place is left to book in one of the sessions. */
    public boolean takesBookings() {
        return sessions.stream().anyMatch(OpenSession::hasPlaces);
    }

    /** Returns the address on one line, as on an envelope. */
    public String whole() {
        return Stream.concat(address.stream(), Stream.of(postcode)).collect(Collectors.joining(", "));
    }

    /** Says whether this place matches the typed text: part of a name or address, or the first half of a postcode. */
    boolean isNear(PlaceSearch near) {
        return near.outward()
                .map(outward -> outward(postcode).equals(outward))
                .orElseGet(() -> near.isPartOf(name + " " + whole()));
    }

    static String outward(String postcode) {
        var squeezed = postcode.replaceAll("\\s", "").toUpperCase(Locale.UK);
        return squeezed.length() < 5 ? squeezed : squeezed.substring(0, squeezed.length() - 3);
    }
}
