package uk.alongside.foundation;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/**
 * Sends texts with odd characters as every text, and values of another shape as every field, of every operation of an
 * OpenAPI file, and finds answers that are failures and rows with characters that no reader sees.
 */
public final class NastyTexts {

    private static final List<String> TEXTS = List.of(
            "a\u0000b",
            "\ud800",
            "a\udc00b",
            "Ann\u202eevil\u2066",
            "\u200bA\u00adnn\ufeff",
            "👩‍👩‍👧",
            "Ty\u0302 W\u0302yn",
            "Tŷ Ŵyn",
            "  Ann  ",
            "\u00a0Ann\u00a0",
            "one\ntwo",
            "one\u0085two\u2028three",
            "\u200b",
            "\ufffd",
            "\uffff",
            "' or 1=1 --",
            "x".repeat(1024 * 1024));

    /** JSON of another shape than most fields have, null first. */
    private static final List<String> SHAPES =
            List.of("null", "[]", "{}", "[null]", "[[]]", "[{}]", "\"\"", "true", "-1", "1.5", "1e400");

    /** Matches characters that no kind of text keeps. */
    private static final String INVISIBLE =
            "[\\u0001-\\u0008\\u000B\\u000C\\u000D\\u000E-\\u001F\\u007F-\\u009F\\u00AD\\u200B\\u2028-\\u202E\\u2060-\\u2064"
                    + "\\u2066-\\u2069\\uFEFF\\uFFFD-\\uFFFF]";

    private static final Set<String> NOT_TYPED = Set.of("date", "date-time", "time-local", "uuid", "byte", "binary");
    private static final Set<Integer> EXPLAINED = Set.of(400, 403, 404, 409, 410, 412, 413, 422, 503);
    /** Writes an unpaired surrogate as an escape, because UTF-8 cannot hold it. */
    private static final JsonMapper ASCII =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final String PROBLEM = "application/problem+json";

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonNode openApi;
    private final Map<String, String> ids;
    private final Map<String, JsonNode> values;
    private final String base;
    private final Function<String, String> tokens;
    private final List<String> failures = new ArrayList<>();
    private final Set<String> accepted = new TreeSet<>();
    private final Set<String> fields = new TreeSet<>();

    private NastyTexts(
            JsonNode openApi,
            Map<String, String> ids,
            Map<String, JsonNode> values,
            String base,
            Function<String, String> tokens) {
        this.openApi = openApi;
        this.ids = ids;
        this.values = values;
        this.base = base;
        this.tokens = tokens;
    }

    /** An operation to which bodies are sent. */
    private record Sent(String method, String path, String id, boolean needsVersion) {}

    /**
     * The result.
     *
     * @param failures the calls whose answer was neither a success nor a problem
     * @param accepted the ids of the operations that succeeded with at least one of the texts
     * @param fields all texts that were tried, by operation
     */
    public record Report(List<String> failures, Set<String> accepted, Set<String> fields) {}

    /**
     * Sends every text as every field.
     *
     * @param ids the ids of resources that exist, by the name of the path parameter
     * @param values values for properties of bodies, by name; other properties get their example or the simplest value
     * @param tokens returns a fresh token for a path; it is used for a few seconds
     */
    public static Report send(
            Path openApi,
            Map<String, String> ids,
            Map<String, JsonNode> values,
            String base,
            Function<String, String> tokens)
            throws IOException, InterruptedException {
        var texts = new NastyTexts(JsonMapper.shared().readTree(Files.readString(openApi)), ids, values, base, tokens);
        texts.sendAll();
        return new Report(texts.failures, texts.accepted, texts.fields);
    }

    /** Returns the tables that hold a character which no reader sees, among the rows of this council. */
    public static List<String> tablesWithInvisibleCharacters(JdbcClient superuser, UUID council) {
        return superuser.sql("""
                        select c.table_name from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where c.table_schema = 'app' and c.column_name = 'tenant_id' and t.table_type = 'BASE TABLE'
                        order by 1""").query((row, _) -> Objects.requireNonNull(row.getString("table_name"))).list().stream()
                .filter(table -> superuser
                        .sql("select exists (select from app." + table
                                + " t where t.tenant_id = :council and t::text ~ :invisible)")
                        .param("council", council)
                        .param("invisible", INVISIBLE)
                        .query(Boolean.class)
                        .single())
                .toList();
    }

    private void sendAll() throws IOException, InterruptedException {
        for (var path : openApi.path("paths").properties()) {
            if (path.getKey().startsWith("/internal/")) {
                continue;
            }
            for (var operation : path.getValue().properties()) {
                var method = operation.getKey().toUpperCase(Locale.ROOT);
                var id = operation.getValue().path("operationId").asString();
                for (var parameter : operation.getValue().path("parameters")) {
                    if (parameter.path("in").asString().equals("query") && isText(parameter.path("schema"))) {
                        sendQuery(
                                method,
                                path.getKey(),
                                id,
                                parameter.path("name").asString());
                    }
                }
                var schema =
                        operation.getValue().path("requestBody").path("content").path("application/json");
                if (!schema.isMissingNode()) {
                    var body = resolved(schema.path("schema"));
                    var sent = new Sent(method, path.getKey(), id, needsVersion(operation.getValue()));
                    for (var field : fields(body).toList()) {
                        sendBody(sent, body, field);
                    }
                    for (var field : allFields(body).toList()) {
                        sendShapes(sent, body, field);
                    }
                }
            }
        }
    }

    private void sendQuery(String method, String path, String id, String name)
            throws IOException, InterruptedException {
        fields.add(id + " ?" + name);
        var token = tokens.apply(path);
        for (var text : TEXTS) {
            if (text.length() < 1000) {
                var query = "?" + name + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
                judge(
                        id + " ?" + name,
                        text,
                        id,
                        answer(request(address(path) + query, token).method(method, BodyPublishers.noBody())));
            }
        }
    }

    private void sendBody(Sent sent, JsonNode schema, List<String> field) throws IOException, InterruptedException {
        var name = sent.id() + " " + String.join("/", field);
        fields.add(name);
        var bodies = new ArrayList<String>();
        for (var text : TEXTS) {
            bodies.add(body(schema, field, JsonNodeFactory.instance.stringNode(text)));
        }
        send(sent, name, TEXTS, bodies);
    }

    private void sendShapes(Sent sent, JsonNode schema, List<String> field) throws IOException, InterruptedException {
        var bodies = new ArrayList<String>();
        for (var shape : SHAPES) {
            bodies.add(body(schema, field, JsonNodeFactory.instance.rawValueNode(new RawValue(shape))));
        }
        send(sent, sent.id() + " " + String.join("/", field), SHAPES, bodies);
    }

    private String body(JsonNode schema, List<String> field, JsonNode value) {
        var body = (ObjectNode) example("", schema);
        put(body, schema, field, value);
        return ASCII.writeValueAsString(body);
    }

    /** Sends these bodies, each with the version that the resource has at that moment. */
    private void send(Sent sent, String name, List<String> shown, List<String> bodies)
            throws IOException, InterruptedException {
        var token = tokens.apply(sent.path());
        var address = address(sent.path());
        var version = sent.needsVersion() ? etag(address, token) : "";
        for (int nth = 0; nth < bodies.size(); nth++) {
            var request = request(address, token).header("Content-Type", "application/json");
            if (sent.needsVersion()) {
                request.header("If-Match", version);
            }
            var answer = answer(request.method(sent.method(), BodyPublishers.ofString(bodies.get(nth))));
            judge(name, shown.get(nth), sent.id(), answer);
            if (sent.needsVersion() && answer.statusCode() < 300) {
                version = etag(address, token);
            }
        }
    }

    private static boolean needsVersion(JsonNode operation) {
        return operation
                .path("parameters")
                .valueStream()
                .anyMatch(parameter -> parameter.path("name").asString().equals("If-Match"));
    }

    private void judge(String field, String text, String operation, HttpResponse<String> answer) {
        if (answer.statusCode() < 300) {
            accepted.add(operation);
            return;
        }
        boolean isProblem =
                answer.headers().firstValue("Content-Type").orElse("").startsWith(PROBLEM)
                        && answer.body().contains("\"type\":\"https://alongside.example/problems/");
        if (!EXPLAINED.contains(answer.statusCode()) || !isProblem) {
            var shown = (text.length() > 100 ? "a long text" : text)
                    .chars()
                    .mapToObj(each -> each > ' ' && each <= '~' ? Character.toString(each) : "\\u%04x".formatted(each))
                    .collect(Collectors.joining());
            failures.add(field + " " + shown + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    private HttpRequest.Builder request(String path, String token) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Idempotency-Key", UUID.randomUUID().toString());
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** Returns the version of the resource, or of the resource that it is a part of. */
    private String etag(String path, String token) throws IOException, InterruptedException {
        for (var at = path; at.lastIndexOf('/') > 1; at = at.substring(0, at.lastIndexOf('/'))) {
            var request = HttpRequest.newBuilder(URI.create(base + at));
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            }
            var tag = http.send(request.build(), BodyHandlers.discarding())
                    .headers()
                    .firstValue("ETag");
            if (tag.isPresent()) {
                return tag.get();
            }
        }
        return "\"0\"";
    }

    private String address(String path) {
        var address = path;
        for (var id : ids.entrySet()) {
            address = address.replace("{" + id.getKey() + "}", id.getValue());
        }
        return address.replaceAll("\\{\\w+}", UUID.randomUUID().toString());
    }

    private JsonNode resolved(JsonNode schema) {
        var reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : openApi.at(reference.substring(1));
    }

    private static boolean isText(JsonNode schema) {
        return schema.path("type").asString("").equals("string")
                && schema.path("enum").isMissingNode()
                && !NOT_TYPED.contains(schema.path("format").asString(""));
    }

    private Stream<List<String>> fields(JsonNode schema) {
        if (isText(schema)) {
            return Stream.of(List.of());
        }
        if (schema.path("type").asString("").equals("array")) {
            return fields(resolved(schema.path("items"))).map(rest -> prefixed("0", rest));
        }
        return schema.path("properties").properties().stream()
                .flatMap(property ->
                        fields(resolved(property.getValue())).map(rest -> prefixed(property.getKey(), rest)));
    }

    /** Returns every field, also those that hold no text, and the lists and objects themselves. */
    private Stream<List<String>> allFields(JsonNode schema) {
        if (schema.path("type").asString("").equals("array")) {
            return within("0", resolved(schema.path("items")));
        }
        return schema.path("properties").properties().stream()
                .flatMap(property -> within(property.getKey(), resolved(property.getValue())));
    }

    private Stream<List<String>> within(String name, JsonNode schema) {
        return Stream.concat(Stream.of(List.of(name)), allFields(schema).map(rest -> prefixed(name, rest)));
    }

    private static List<String> prefixed(String first, List<String> rest) {
        return Stream.concat(Stream.of(first), rest.stream()).toList();
    }

    private JsonNode example(String name, JsonNode schema) {
        var own = values.get(name);
        if (own != null) {
            return own.deepCopy();
        }
        var nodes = JsonNodeFactory.instance;
        if (schema.has("example") && !schema.path("example").isNull()) {
            return schema.path("example").deepCopy();
        }
        return switch (schema.path("type").asString("object")) {
            case "string" ->
                schema.has("enum")
                        ? schema.path("enum").get(0)
                        : nodes.stringNode(
                                switch (schema.path("format").asString("")) {
                                    case "uuid" -> UUID.randomUUID().toString();
                                    case "email" -> "made-up@people.example";
                                    case "time-local" -> "10:00";
                                    default -> "Text";
                                });
            case "integer", "number" ->
                nodes.numberNode(Math.max(1, schema.path("minimum").asInt(1)));
            case "boolean" -> nodes.booleanNode(true);
            case "array" -> nodes.arrayNode().add(example(name + "/0", resolved(schema.path("items"))));
            default -> {
                var body = nodes.objectNode();
                for (var property : schema.path("properties").properties()) {
                    boolean required = schema.path("required")
                            .valueStream()
                            .anyMatch(each -> each.asString().equals(property.getKey()));
                    if (required || values.containsKey(property.getKey())) {
                        body.set(property.getKey(), example(property.getKey(), resolved(property.getValue())));
                    }
                }
                yield body;
            }
        };
    }

    /** Puts the value into the body. Objects and lists on the way are added if they are missing. */
    private void put(JsonNode at, JsonNode schema, List<String> field, JsonNode value) {
        var name = field.getFirst();
        var rest = field.subList(1, field.size());
        if (at instanceof ArrayNode list) {
            var items = resolved(schema.path("items"));
            if (list.isEmpty()) {
                list.add(example("", items));
            }
            if (rest.isEmpty()) {
                list.set(0, value);
            } else {
                put(list.get(0), items, rest, value);
            }
        } else if (at instanceof ObjectNode object) {
            var child = resolved(schema.path("properties").path(name));
            if (rest.isEmpty()) {
                object.set(name, value);
            } else {
                if (!object.has(name)) {
                    object.set(name, example(name, child));
                }
                put(object.path(name), child, rest, value);
            }
        }
    }
}
