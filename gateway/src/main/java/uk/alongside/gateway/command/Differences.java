package uk.alongside.gateway.command;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Compares what is wanted with what is there. Fields that are not wanted are left out of the comparison. */
final class Differences {

    private Differences() {}

    /** Returns whether everything that is wanted is there. The order of a list has no meaning. */
    static boolean none(JsonNode wanted, JsonNode present) {
        if (wanted.isObject()) {
            return names(wanted, present).isEmpty();
        }
        if (wanted.isArray()) {
            return present.isArray()
                    && wanted.size() == present.size()
                    && wanted.valueStream()
                            .allMatch(item -> present.valueStream().anyMatch(other -> none(item, other)));
        }
        return wanted.asString("").equals(present.asString(""));
    }

    /** Returns the names of the fields that differ, in the order of the wanted ones. */
    static List<String> names(JsonNode wanted, JsonNode present) {
        return wanted.properties().stream()
                .filter(field -> !none(field.getValue(), present.path(field.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }
}
