package uk.alongside.foundation;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls every operation of an OpenAPI file with every media type that its description does not name, once as the type of
 * the body and once as the wanted type of the answer.
 */
public final class OtherTypes {

    private static final String JSON = "application/json";
    private static final String STREAM = "text/event-stream";

    private static final List<String> TYPES = List.of(
            JSON,
            "application/yaml",
            "application/x-yaml",
            "text/yaml",
            "application/xml",
            "text/xml",
            "application/cbor",
            "application/x-jackson-smile",
            "application/x-protobuf",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/octet-stream",
            "application/problem+json",
            "application/merge-patch+json",
            "application/vnd.alongside+json",
            "application/x-ndjson",
            "application/pdf",
            "application/x-java-serialized-object",
            "image/png",
            "image/svg+xml",
            "text/csv",
            STREAM,
            "text/html",
            "text/plain",
            "not a type");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private OtherTypes() {}

    /**
     * One call that must be refused.
     *
     * @param header the header that names the type: Content-Type or Accept
     * @param body the type of the body, or of an empty body
     * @param status the status that a refusal has
     */
    public record Call(String method, String path, String header, String type, String body, int status) {}

    /** Returns the calls for an OpenAPI file, with this id in the place of each parameter of a path. */
    public static List<Call> of(Path openApi) throws IOException {
        var calls = new ArrayList<Call>();
        for (var path : JsonMapper.shared()
                .readTree(Files.readString(openApi))
                .path("paths")
                .properties()) {
            for (var operation : path.getValue().properties()) {
                var method = operation.getKey().toUpperCase(Locale.ROOT);
                var address = path.getKey()
                        .replaceAll("\\{(date|day)}", "2026-11-30")
                        .replaceAll("\\{[a-zA-Z]+}", "5b1f6d0c-8f0e-4c57-9c0e-3d1a4d1c9b11");
                var bodies = bodies(operation.getValue());
                var answers = answers(operation.getValue());
                for (var type : TYPES) {
                    if (!bodies.contains(type)) {
                        calls.add(new Call(method, address, "Content-Type", type, type, 415));
                    }
                    if (!answers.contains(type) && !(type.equals(STREAM) && address.endsWith("/events"))) {
                        calls.add(new Call(
                                method,
                                address,
                                "Accept",
                                type,
                                bodies.iterator().next(),
                                406));
                    }
                }
            }
        }
        return calls;
    }

    /**
     * Sends each call, and returns those that were not refused with a problem of the right type.
     *
     * @param tokens returns a token that is still good for a few seconds
     */
    public static List<String> notRefused(List<Call> calls, String base, Supplier<String> tokens)
            throws IOException, InterruptedException {
        var wrong = new ArrayList<String>();
        var token = "";
        for (int i = 0; i < calls.size(); i++) {
            token = i % 200 == 0 ? tokens.get() : token;
            var call = calls.get(i);
            var request = HttpRequest.newBuilder(URI.create(base + call.path()))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", call.body());
            if (call.header().equals("Accept")) {
                request.header("Accept", call.type());
            }
            request.method(
                    call.method(),
                    call.header().equals("Accept") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"));
            var answer = HTTP.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != call.status() || !isProblem(answer)) {
                wrong.add(call + ": " + answer.statusCode() + " " + answer.body());
            }
        }
        return wrong;
    }

    private static boolean isProblem(HttpResponse<String> answer) {
        var expected = answer.statusCode() == 415 ? "unsupported-media-type" : "not-acceptable";
        return answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json")
                && JsonMapper.shared()
                        .readTree(answer.body())
                        .path("type")
                        .asString()
                        .equals("https://alongside.example/problems/" + expected);
    }

    /** Returns the named types of the body. A body that is not described may be empty JSON. */
    private static Set<String> bodies(JsonNode operation) {
        var content = operation.path("requestBody").path("content");
        return content.isMissingNode() ? Set.of(JSON) : new TreeSet<>(content.propertyNames());
    }

    /** Returns the named types of a successful answer. An answer without a body is announced as JSON. */
    private static Set<String> answers(JsonNode operation) {
        var types = new TreeSet<String>();
        for (var response : operation.path("responses").properties()) {
            if (response.getKey().startsWith("2")) {
                types.addAll(response.getValue().path("content").propertyNames());
            }
        }
        return types.isEmpty() ? Set.of(JSON) : types;
    }
}
