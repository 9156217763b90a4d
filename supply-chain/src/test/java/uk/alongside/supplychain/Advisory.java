package uk.alongside.supplychain;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One advisory in the format of OSV (https://ossf.github.io/osv-schema), and the rules by which it affects a version. */
final class Advisory {

    private final JsonNode json;

    Advisory(JsonNode json) {
        this.json = json;
    }

    String id() {
        return json.path("id").asString("");
    }

    boolean isWithdrawn() {
        return json.hasNonNull("withdrawn");
    }

    /** Returns the names of the packages that it is about, for an index. */
    Stream<String> packages() {
        return json.path("affected")
                .valueStream()
                .map(affected -> affected.path("package").path("name").asString(""));
    }

    /** Returns the finding about a library, or empty if it is not affected. */
    Optional<Finding> check(Library library) {
        if (isWithdrawn()) {
            return Optional.empty();
        }
        var versions = Versions.of(library.ecosystem());
        return json.path("affected")
                .valueStream()
                .filter(affected -> isAbout(affected.path("package"), library))
                .filter(affected -> lists(affected, library.version())
                        || ranges(affected).anyMatch(range -> includes(range, library.version(), versions)))
                .findFirst()
                .map(affected -> new Finding(library, id(), summary(), fixed(affected, library.version(), versions)));
    }

    private static boolean isAbout(JsonNode named, Library library) {
        // An ecosystem may have a suffix after a colon, such as a repository.
        var ecosystem = named.path("ecosystem").asString("").replaceFirst(":.*", "");
        return library.ecosystem().isCalled(ecosystem)
                && named.path("name").asString("").equals(library.name());
    }

    private static boolean lists(JsonNode affected, String version) {
        return affected.path("versions")
                .valueStream()
                .anyMatch(listed -> listed.asString("").equals(version));
    }

    private static Stream<JsonNode> ranges(JsonNode affected) {
        return affected.path("ranges")
                .valueStream()
                .filter(range -> !range.path("type").asString("").equals("GIT"));
    }

    private static boolean includes(JsonNode range, String version, Comparator<String> versions) {
        var events = events(range, versions);
        var limits = events.stream().filter(event -> event.kind.equals("limit")).toList();
        if (!limits.isEmpty()
                && limits.stream()
                        .noneMatch(
                                limit -> limit.version.equals("*") || versions.compare(version, limit.version) < 0)) {
            return false;
        }
        boolean affected = false;
        for (var event : events) {
            int compared = event.isBeginning() ? 1 : versions.compare(version, event.version);
            switch (event.kind) {
                case "introduced" -> affected |= compared >= 0;
                case "fixed" -> affected &= compared < 0;
                case "last_affected" -> affected &= compared <= 0;
                default -> {}
            }
        }
        return affected;
    }

    private static List<String> fixed(JsonNode affected, String version, Comparator<String> versions) {
        return ranges(affected)
                .flatMap(range -> events(range, versions).stream())
                .filter(event -> event.kind.equals("fixed") && versions.compare(event.version, version) > 0)
                .map(event -> event.version)
                .distinct()
                .limit(1)
                .toList();
    }

    private String summary() {
        return json.path("summary").asString("").strip();
    }

    private record Event(String kind, String version) {

        boolean isBeginning() {
            return kind.equals("introduced") && version.equals("0");
        }
    }

    /** Returns the events in the order of their versions, as the format's algorithm goes through them. */
    private static List<Event> events(JsonNode range, Comparator<String> versions) {
        return range.path("events")
                .valueStream()
                .flatMap(event -> event.propertyStream()
                        .map(part -> new Event(part.getKey(), part.getValue().asString(""))))
                .sorted(Comparator.comparing((Event event) -> !event.isBeginning())
                        .thenComparing(event -> event.version, versions))
                .toList();
    }

    /** @param fixed the lowest later version without the weakness, if there is one */
    record Finding(Library library, String advisory, String summary, List<String> fixed) {

        @Override
        public String toString() {
            return Objects.toString(library) + " is affected by " + advisory
                    + (summary.isEmpty() ? "" : " (" + summary + ")")
                    + (fixed.isEmpty() ? "; no fixed version is known" : "; fixed in " + fixed.getFirst());
        }
    }
}
