package uk.alongside.statistics.vectors;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * How far a computed number may be from the expected one. Either bound is enough where a file gives both.
 *
 * @param absolute 0 if the file gives none
 * @param relative to the expected number, 0 if the file gives none
 */
record Tolerance(double absolute, double relative) {

    static Tolerance of(JsonNode tolerance) {
        return new Tolerance(
                tolerance.path("abs").doubleValue(0), tolerance.path("rel").doubleValue(0));
    }

    /** Returns the places where a computed answer differs from the expected one, with both values. */
    List<String> differences(JsonNode expected, JsonNode computed) {
        var found = new ArrayList<String>();
        compare("", expected, computed, found);
        return found;
    }

    private void compare(String place, JsonNode expected, JsonNode computed, List<String> found) {
        if (expected.isObject() && computed.isObject()) {
            var names = new TreeSet<>(expected.propertyNames());
            names.addAll(computed.propertyNames());
            for (var name : names) {
                compare(place + "/" + name, expected.path(name), computed.path(name), found);
            }
        } else if (expected.isArray() && computed.isArray() && expected.size() == computed.size()) {
            for (var i = 0; i < expected.size(); i++) {
                compare(place + "/" + i, expected.get(i), computed.get(i), found);
            }
        } else if (expected.isNumber() && computed.isNumber()) {
            if (!isNear(expected.doubleValue(), computed.doubleValue())) {
                found.add(place + " is " + computed + ", not " + expected);
            }
        } else if (expected.isMissingNode() != computed.isMissingNode() || !expected.equals(computed)) {
            found.add(place + " is " + words(computed) + ", not " + words(expected));
        }
    }

    private boolean isNear(double expected, double computed) {
        var distance = Math.abs(expected - computed);
        return distance <= absolute || distance <= relative * Math.abs(expected);
    }

    private static String words(JsonNode node) {
        return node.isMissingNode() ? "absent" : node.toString();
    }
}
