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
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls every operation of an OpenAPI file as every role, and finds the calls that its {@code x-roles} do not foretell. */
public final class RoleCalls {

    private static final Pattern PARAMETER = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final String NOT_ALLOWED = "https://alongside.example/problems/not-allowed";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String base;
    private final Map<String, String> parameters;

    /** @param parameters the values of parameters in paths; a parameter that is not named gets an id that nothing has */
    public RoleCalls(String base, Map<String, String> parameters) {
        this.base = base;
        this.parameters = parameters;
    }

    /**
     * An operation of an OpenAPI file.
     *
     * @param roles the roles that may call it; empty if it is open to everyone
     */
    public record Operation(String id, String method, String path, String body, Set<String> roles) {

        /** Returns all operations of the file, in its order. */
        public static List<Operation> of(Path openApi) throws IOException {
            var operations = new ArrayList<Operation>();
            for (var path : JsonMapper.shared()
                    .readTree(Files.readString(openApi))
                    .path("paths")
                    .properties()) {
                path.getValue()
                        .properties()
                        .forEach(method -> operations.add(new Operation(
                                method.getValue().path("operationId").asString(),
                                method.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                body(method.getValue()),
                                roles(method.getValue()))));
            }
            return operations;
        }

        private static String body(JsonNode operation) {
            var types = operation.path("requestBody").path("content").propertyNames();
            return types.isEmpty() ? "application/json" : types.iterator().next();
        }

        private static Set<String> roles(JsonNode operation) {
            var roles = new TreeSet<String>();
            operation.path("x-roles").forEach(role -> roles.add(role.asString()));
            return roles;
        }
    }

    /**
     * Sends an empty request to each operation as each role, and returns the wrong answers. The authority is checked before
     * the request is read, so a caller with the role gets another answer than a refusal, and no such request changes data.
     *
     * @param tokens returns for each role a token that is good for a few seconds more
     */
    public List<String> wrong(Path openApi, Map<String, Supplier<String>> tokens)
            throws IOException, InterruptedException {
        var wrong = new ArrayList<String>();
        var operations = Operation.of(openApi);
        for (var role : tokens.entrySet()) {
            for (var operation : operations) {
                if (operation.roles().isEmpty()) {
                    continue;
                }
                var answer = answer(operation, role.getValue().get());
                var refused = answer.statusCode() == 403 && answer.body().contains(NOT_ALLOWED);
                if (refused == operation.roles().contains(role.getKey())) {
                    wrong.add(role.getKey() + " " + operation.id() + ": " + answer.statusCode() + " " + answer.body());
                }
            }
        }
        return wrong;
    }

    /** Sends an empty request to an operation. */
    public HttpResponse<String> answer(Operation operation, String token) throws IOException, InterruptedException {
        var path = PARAMETER
                .matcher(operation.path())
                .replaceAll(name ->
                        parameters.getOrDefault(name.group(1), UUID.randomUUID().toString()));
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(base + path + (path.endsWith("/events") ? "?seconds=1" : "")))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", operation.body())
                        .method(operation.method(), BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }
}
