package uk.alongside.conversations.publicpages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The list of a council's places, as the visitor filtered it. */
final class PlaceList {

    private static final int MOST_LISTED = 100;

    private PlaceList() {}

    /** Returns the values of the template for the list: the places that the filter lets through, the next time first. */
    static Map<String, @Nullable Object> of(
            OpenCouncil council, List<OpenHub> all, PlaceFilter filter, OpenTexts texts) {
        var inPlace = filter.near().isEmpty()
                ? all
                : all.stream().filter(hub -> hub.isNear(filter.near())).toList();
        var wanted = inPlace.stream()
                .filter(filter::lets)
                .map(hub -> hub.with(hub.sessions().stream()
                        .filter(session -> filter.lets(hub, session))
                        .toList()))
                .filter(hub -> !filter.isAboutTimes() || !hub.sessions().isEmpty())
                .sorted(OpenHub.NEXT_FIRST)
                .toList();
        var values = new HashMap<String, @Nullable Object>();
        values.put("heading", texts.heading(council, filter.near()));
        values.put("filter", filter);
        values.put("days", filter.days(texts));
        values.put("total", wanted.size());
        values.put("hubs", wanted.stream().limit(MOST_LISTED).toList());
        values.put("unknown", !filter.near().isEmpty() && inPlace.isEmpty());
        values.put("any", !all.isEmpty());
        values.put("example", example(all));
        return values;
    }

    /** Finds one place by its id. */
    static Optional<OpenHub> find(List<OpenHub> hubs, String id) {
        return hubs.stream().filter(hub -> hub.id().toString().equals(id)).findFirst();
    }

    /** Returns the first part of a postcode that finds a place of this council. */
    private static @Nullable String example(List<OpenHub> hubs) {
        return hubs.stream()
                .flatMap(hub -> PlaceSearch.of(OpenHub.outward(hub.postcode())).outward().stream())
                .findFirst()
                .orElse(null);
    }
}
