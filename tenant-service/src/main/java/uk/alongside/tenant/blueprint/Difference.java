package uk.alongside.tenant.blueprint;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.alongside.tenant.blueprint.Blueprint.Element;

/** A difference between a later version and a council's decision, in a part that the council adopted. */
@Schema(name = "BlueprintDifference")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Difference(
        String element,
        String part,
        String title,
        Kind kind,

        @Schema(description = "The council's content; absent if the council left the element out") @Nullable
        Map<String, Object> ours,

        @Schema(description = "The content in the version; absent if the element was removed") @Nullable
        Map<String, Object> offered,

        @Schema(description = "The source of the offered content") @Nullable
        String source,

        @Schema(allowableValues = {"published", "as-commonly-published", "suggestion"}) @Nullable
        String provenance,

        @Nullable String note) {

    @Schema(name = "DifferenceKind")
    enum Kind {
        ADDED,
        CHANGED,
        REMOVED
    }

    static List<Difference> between(List<OwnElement> own, Blueprint offered) {
        var byElement = new LinkedHashMap<String, OwnElement>();
        own.forEach(element -> byElement.put(element.element(), element));
        var found = new ArrayList<Difference>();
        for (var part : offered.parts()) {
            if (own.stream().noneMatch(element -> element.part().equals(part.id()))) {
                continue;
            }
            for (var element : part.elements()) {
                var ours = byElement.get(element.id());
                if (ours == null) {
                    found.add(of(part.id(), element, Kind.ADDED, null));
                } else if (ours.isOvertakenBy(element)) {
                    found.add(of(part.id(), element, ours.offered() == null ? Kind.ADDED : Kind.CHANGED, ours.ours()));
                }
            }
        }
        for (var ours : own) {
            if (offered.element(ours.element()).isEmpty() && ours.isOvertakenBy(null)) {
                found.add(new Difference(
                        ours.element(), ours.part(), ours.title(), Kind.REMOVED, ours.ours(), null, null, null, null));
            }
        }
        return found;
    }

    private static Difference of(String part, Element element, Kind kind, @Nullable Map<String, Object> ours) {
        return new Difference(
                element.id(),
                part,
                element.title(),
                kind,
                ours,
                element.value(),
                element.source(),
                element.provenance(),
                element.note());
    }
}
