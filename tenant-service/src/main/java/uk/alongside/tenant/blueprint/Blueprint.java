package uk.alongside.tenant.blueprint;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One version of a packaged approach, as its file contains it. */
@JsonIgnoreProperties("$schema")
record Blueprint(String name, String version, String published, String about, List<Source> sources, List<Part> parts) {

    static final Comparator<Blueprint> BY_VERSION =
            Comparator.comparingInt(Blueprint::major).thenComparingInt(Blueprint::minor);

    /** The source of an element: a page, or words that explain why there is none. */
    @Schema(name = "BlueprintSource")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Source(
            String id,
            String title,
            String publisher,
            @Nullable String address,
            @Nullable String note) {}

    record Part(String id, String title, String about, List<Element> elements) {}

    /** A part of the approach that a council can take or leave independently. */
    @Schema(name = "BlueprintElement")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Element(
            String id,
            String title,

            @Schema(description = "The content of the element; its form depends on the part")
            Map<String, Object> value,

            String source,

            @Schema(allowableValues = {"published", "as-commonly-published", "suggestion"})
            String provenance,

            @Nullable String note) {}

    Optional<Part> part(String id) {
        return parts.stream().filter(part -> part.id().equals(id)).findFirst();
    }

    Optional<Element> element(String id) {
        return parts.stream()
                .flatMap(part -> part.elements().stream())
                .filter(element -> element.id().equals(id))
                .findFirst();
    }

    private int major() {
        return Integer.parseInt(version.substring(0, version.indexOf('.')));
    }

    private int minor() {
        return Integer.parseInt(version.substring(version.indexOf('.') + 1));
    }
}
