package uk.alongside.helm;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Finds parts of manifests. A part that is not there is {@link JsonNull}, so that a rule can simply compare. */
final class Manifests {

    private Manifests() {}

    /** A pod as a Deployment or a Job makes it. */
    record Pod(JsonObject manifest, JsonObject template) {

        String name() {
            return Manifests.name(manifest);
        }

        JsonObject spec() {
            return template.getAsJsonObject("spec");
        }

        JsonObject labels() {
            return object(at(template, "metadata", "labels"));
        }

        List<JsonObject> containers() {
            return Stream.of("containers", "initContainers")
                    .flatMap(kind -> list(at(template, "spec", kind)).stream())
                    .toList();
        }
    }

    static String kind(JsonObject manifest) {
        return text(manifest.get("kind"));
    }

    static String name(JsonObject manifest) {
        return kind(manifest) + "/" + text(at(manifest, "metadata", "name"));
    }

    static List<JsonObject> ofKind(List<JsonObject> manifests, String kind) {
        return manifests.stream().filter(it -> kind(it).equals(kind)).toList();
    }

    static List<Pod> pods(List<JsonObject> manifests) {
        return manifests.stream()
                .filter(it -> at(it, "spec", "template", "spec").isJsonObject())
                .map(it -> new Pod(it, object(at(it, "spec", "template"))))
                .toList();
    }

    static JsonElement at(JsonElement from, String... path) {
        var here = from;
        for (var step : path) {
            var next = here.isJsonObject() ? here.getAsJsonObject().get(step) : null;
            here = next == null ? JsonNull.INSTANCE : next;
        }
        return here;
    }

    static JsonObject object(@Nullable JsonElement element) {
        return element != null && element.isJsonObject() ? element.getAsJsonObject() : new JsonObject();
    }

    static List<JsonObject> list(@Nullable JsonElement element) {
        return element != null && element.isJsonArray()
                ? StreamSupport.stream(element.getAsJsonArray().spliterator(), false)
                        .map(JsonElement::getAsJsonObject)
                        .toList()
                : List.of();
    }

    static String text(@Nullable JsonElement element) {
        return element != null && element.isJsonPrimitive() ? element.getAsString() : "";
    }

    static boolean isTrue(JsonElement element) {
        return text(element).equals("true");
    }

    static boolean isFalse(JsonElement element) {
        return text(element).equals("false");
    }

    /** Returns true if the labels hold everything that the selector names, and the selector names something. */
    static boolean selects(JsonObject selector, JsonObject labels) {
        return !selector.isEmpty()
                && selector.entrySet().stream()
                        .allMatch(entry -> entry.getValue().equals(labels.get(entry.getKey())));
    }

    static JsonArray array(String... values) {
        var array = new JsonArray();
        Stream.of(values).forEach(array::add);
        return array;
    }
}
