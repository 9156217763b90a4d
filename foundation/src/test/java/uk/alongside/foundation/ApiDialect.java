package uk.alongside.foundation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The rules that the OpenAPI descriptions of both services follow, so that a reader learns one way to call them. */
public final class ApiDialect {

    private static final Pattern TAG = Pattern.compile("[A-Z][a-z]+(?:[ -][A-Z][a-z]+)*");
    private static final Pattern TECHNICAL = Pattern.compile("\\w+(?:View|Response|Request|Dto)");
    private static final Map<String, String> METHODS =
            Map.of("list", "get", "get", "get", "create", "post", "update", "put", "delete", "delete");
    private static final Pattern VERB = Pattern.compile("(list|get|create|update|delete)(?=[A-Z]).*");

    /** The other names under which a list could ask for its next page. */
    private static final Set<String> OTHER_PAGING = Set.of("before", "cursor", "limit", "offset", "page", "size");

    /**
     * The creations that take no key. No council exists yet that could keep the key of its own creation, and a lead who
     * is appointed is known by the e-mail address.
     */
    private static final Set<String> WITHOUT_KEY = Set.of("createCouncil", "appointLead");

    private final JsonNode api;
    private final List<String> breaks = new ArrayList<>();

    private ApiDialect(JsonNode api) {
        this.api = api;
    }

    private record Endpoint(String address, String method, JsonNode operation) {

        String id() {
            return operation.path("operationId").asString();
        }

        boolean takes(String parameter) {
            return parameters().anyMatch(parameter::equals);
        }

        Stream<String> parameters() {
            return operation
                    .path("parameters")
                    .valueStream()
                    .map(each -> each.path("name").asString());
        }

        boolean sends(String status, String header) {
            return operation.path("responses").path(status).path("headers").has(header);
        }

        /** Returns the name of the schema of the body that is answered with this status, or an empty text. */
        String answer(String status) {
            return operation
                    .path("responses")
                    .path(status)
                    .path("content")
                    .valueStream()
                    .map(content -> name(content.path("schema")))
                    .findFirst()
                    .orElse("");
        }
    }

    /** Returns a sentence for each break of a rule. */
    public static List<String> breaks(JsonNode api) {
        var dialect = new ApiDialect(api);
        dialect.judgeSchemas();
        dialect.judgeTags();
        dialect.endpoints().forEach(dialect::judge);
        return dialect.breaks;
    }

    /** Returns the names of all operations. */
    public static List<String> operationIds(JsonNode api) {
        return new ApiDialect(api).endpoints().map(Endpoint::id).toList();
    }

    private Stream<Endpoint> endpoints() {
        return api.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(method -> new Endpoint(path.getKey(), method.getKey(), method.getValue())));
    }

    private void judge(Endpoint endpoint) {
        var verb = VERB.matcher(endpoint.id());
        if (verb.matches()) {
            require(endpoint, endpoint.method().equals(METHODS.get(verb.group(1))), "has the method of another verb");
        }
        require(endpoint, !endpoint.operation().path("summary").asString().isEmpty(), "has no summary");
        require(
                endpoint,
                endpoint.method().equals("post")
                        || verb.matches()
                        || endpoint.id().startsWith("watch")
                        || endpoint.id().startsWith("export"),
                "has none of the verbs of its method");
        if (endpoint.id().startsWith("list")) {
            judgeList(endpoint);
        }
        judgeCreation(endpoint);
        if (endpoint.takes("If-Match")) {
            require(
                    endpoint,
                    endpoint.sends("200", "ETag")
                            || endpoint.sends("201", "ETag")
                            || endpoint.operation().path("responses").has("204"),
                    "takes If-Match and sends no ETag");
            require(
                    endpoint,
                    endpoint.operation().path("responses").has("412")
                            && endpoint.operation().path("responses").has("428"),
                    "takes If-Match and does not describe 412 and 428");
        }
        require(endpoint, !endpoint.method().equals("put") || endpoint.takes("If-Match"), "takes no If-Match");
    }

    private void judgeList(Endpoint endpoint) {
        var list = endpoint.answer("200");
        var fields = schema(list).path("properties");
        require(
                endpoint,
                fields.path("items").path("type").asString().equals("array") && fields.has("next"),
                "does not answer items and next");
        require(endpoint, endpoint.takes("after"), "does not take after");
        require(endpoint, endpoint.parameters().noneMatch(OTHER_PAGING::contains), "pages in another way");
    }

    private void judgeCreation(Endpoint endpoint) {
        var creates = endpoint.id().startsWith("create") || WITHOUT_KEY.contains(endpoint.id());
        require(endpoint, creates == endpoint.operation().path("responses").has("201"), "creates without a 201");
        if (!creates) {
            return;
        }
        require(endpoint, endpoint.sends("201", "Location"), "sends no Location");
        require(
                endpoint,
                endpoint.sends("201", "ETag")
                        || schema(endpoint.answer("201")).path("properties").has("items"),
                "sends no ETag");
        require(
                endpoint,
                endpoint.takes("Idempotency-Key") || WITHOUT_KEY.contains(endpoint.id()),
                "takes no Idempotency-Key");
        if (schema(endpoint.answer("201")).path("properties").has("items")) {
            // Several at once: Location is the address of the list.
            require(
                    endpoint,
                    endpoints()
                            .anyMatch(list -> list.address().equals(endpoint.address())
                                    && list.method().equals("get")),
                    "creates what no operation lists");
            return;
        }
        var created = new HashSet<String>();
        created.add(endpoint.answer("201"));
        schema(endpoint.answer("201")).path("properties").valueStream().forEach(field -> created.add(name(field)));
        require(
                endpoint,
                endpoints()
                        .filter(other -> other.method().equals("get"))
                        .anyMatch(other -> created.contains(other.answer("200"))),
                "creates what no operation reads");
    }

    private void judgeSchemas() {
        api.path("components").path("schemas").propertyNames().stream()
                .filter(name -> TECHNICAL.matcher(name).matches())
                .forEach(name -> breaks.add("The schema " + name + " is not named after what it holds."));
    }

    private void judgeTags() {
        api.path("paths").properties().forEach(path -> {
            var tags = new HashSet<String>();
            path.getValue()
                    .valueStream()
                    .forEach(
                            operation -> operation.path("tags").valueStream().forEach(tag -> tags.add(tag.asString())));
            if (tags.size() != 1 || !TAG.matcher(tags.iterator().next()).matches()) {
                breaks.add(path.getKey() + " needs one tag in title case and has " + tags + ".");
            }
        });
    }

    private JsonNode schema(String name) {
        return api.path("components").path("schemas").path(name);
    }

    private static String name(JsonNode schema) {
        var reference = schema.path("$ref").asString("");
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private void require(Endpoint endpoint, boolean kept, String otherwise) {
        if (!kept) {
            breaks.add(endpoint.id() + " " + otherwise + ".");
        }
    }
}
