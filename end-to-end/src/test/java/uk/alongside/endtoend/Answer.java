package uk.alongside.endtoend;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer, and the parts of it that a test may compare between two callers. */
@SuppressWarnings("ArrayRecordComponent") // compared by comparable(), never by equals
record Answer(int status, HttpHeaders headers, byte[] body) {

    private static final JsonMapper JSON = new JsonMapper();

    /** The headers that differ between any two requests: the time, and the rest of the caller's allowance. */
    private static final Set<String> OF_THE_MOMENT = Set.of(
            "date",
            "x-ratelimit-remaining",
            "x-ratelimit-burst-capacity",
            "x-ratelimit-replenish-rate",
            "x-ratelimit-requested-tokens");

    JsonNode json() {
        return JSON.readTree(body);
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    boolean succeeded() {
        return status >= 200 && status < 300;
    }

    /** Returns the last segment of the problem's type, or an empty text. */
    String problem() {
        if (!header("Content-Type").startsWith("application/problem+json")) {
            return "";
        }
        var type = json().path("type").asString("");
        return type.substring(type.lastIndexOf('/') + 1);
    }

    /** Returns everything by which a caller could distinguish two answers. */
    String comparable() {
        var kept = new TreeMap<String, Object>();
        for (Map.Entry<String, java.util.List<String>> header : headers.map().entrySet()) {
            var name = header.getKey().toLowerCase(java.util.Locale.ROOT);
            if (!OF_THE_MOMENT.contains(name)) {
                kept.put(name, header.getValue());
            }
        }
        return status + "\n" + kept + "\n" + text();
    }

    @Override
    public String toString() {
        return status + " " + text();
    }
}
