package uk.alongside.foundation.web;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import uk.alongside.foundation.idempotency.IdempotencyKey;
import uk.alongside.foundation.idempotency.KeyMissing;
import uk.alongside.foundation.idempotency.KeyReused;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.InvalidField;
import uk.alongside.foundation.problem.Problem;
import uk.alongside.foundation.problem.Refusal;
import uk.alongside.foundation.problem.Refusals;

/**
 * Describes the problems that each operation names by {@link Answers}: one schema for each type, with its extension
 * members, and one response for each status.
 */
final class AnsweredProblems implements OperationCustomizer {

    /** Marks an operation that names its problems. The mark is removed before the description is written. */
    static final String NAMED = "x-problems-named";

    private final Set<Class<? extends Refusal>> answered = ConcurrentHashMap.newKeySet();

    @Override
    public Operation customize(Operation operation, HandlerMethod endpoint) {
        var refusals = refusals(endpoint);
        if (endpoint.hasMethodAnnotation(Answers.class)
                || endpoint.getBeanType().isAnnotationPresent(Answers.class)) {
            operation.addExtension(NAMED, true);
        }
        var byStatus =
                refusals.stream().collect(Collectors.groupingBy(Refusals::status, TreeMap::new, Collectors.toList()));
        byStatus.forEach((status, types) ->
                operation.getResponses().put(String.valueOf(status.value()), response(status, types)));
        return operation;
    }

    private static List<Class<? extends Refusal>> refusals(HandlerMethod endpoint) {
        var named = Stream.of(
                        endpoint.getMethodAnnotation(Answers.class),
                        endpoint.getBeanType().getAnnotation(Answers.class))
                .filter(answers -> answers != null)
                .flatMap(answers -> Arrays.stream(answers.value()));
        boolean creates = Arrays.stream(endpoint.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(IdempotencyKey.class));
        return Stream.concat(
                        named,
                        creates ? Stream.<Class<? extends Refusal>>of(KeyMissing.class, KeyReused.class) : Stream.of())
                .distinct()
                .toList();
    }

    private ApiResponse response(HttpStatus status, List<Class<? extends Refusal>> refusals) {
        var byType = new TreeMap<String, List<Class<? extends Refusal>>>(
                refusals.stream().collect(Collectors.groupingBy(Refusals::type)));
        var description = new ArrayList<String>();
        var schemas = new ArrayList<Schema<?>>();
        byType.forEach((type, same) -> {
            if (type.equals("invalid")) {
                description.add("The request is invalid: "
                        + same.stream().map(AnsweredProblems::error).sorted().collect(Collectors.joining(", ")));
                schemas.add(reference("Problem"));
            } else {
                description.add("`" + type + "`: " + Refusals.template(same.getFirst()));
                answered.add(same.getFirst());
                schemas.add(reference(schemaName(type)));
            }
        });
        if (status == HttpStatus.BAD_REQUEST && !byType.containsKey("invalid")) {
            description.add("The request is invalid");
            schemas.add(reference("Problem"));
        }
        Schema<?> schema = schemas.size() == 1 ? schemas.getFirst() : new Schema<>();
        if (schemas.size() > 1) {
            schemas.forEach(schema::addOneOfItem);
        }
        return new ApiResponse()
                .description(String.join("\n\n", description))
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
    }

    private static String error(Class<? extends Refusal> refusal) {
        var field = refusal.getAnnotation(InvalidField.class).field();
        return "`" + Refusals.code(refusal) + "`" + (field.isEmpty() ? "" : " at `#/" + field + "`");
    }

    /** Adds a schema for each problem type that an operation names. */
    void addSchemas(Components components) {
        answered.stream()
                .sorted((one, other) -> Refusals.type(one).compareTo(Refusals.type(other)))
                .forEach(refusal ->
                        components.addSchemas(schemaName(Refusals.type(refusal)), schema(refusal, components)));
    }

    private static Schema<?> schema(Class<? extends Refusal> refusal, Components components) {
        var own = new ObjectSchema();
        own.addProperty(
                "type",
                new StringSchema()
                        ._enum(List.of(Problem.uri(Refusals.type(refusal)).toString())));
        var required = new ArrayList<>(List.of("type"));
        for (var extension : Refusals.extensions(refusal)) {
            var resolved = ModelConverters.getInstance(true)
                    .resolveAsResolvedSchema(new AnnotatedType(extension.getGenericType()).resolveAsRef(true));
            own.addProperty(extension.getName(), resolved.schema);
            resolved.referencedSchemas.forEach(components::addSchemas);
            if (!extension.getAnnotatedType().isAnnotationPresent(org.jspecify.annotations.Nullable.class)) {
                required.add(extension.getName());
            }
        }
        own.setRequired(required);
        Schema<?> schema = new Schema<>();
        schema.addAllOfItem(reference("Problem"));
        schema.addAllOfItem(own);
        return schema;
    }

    private static Schema<?> reference(String name) {
        return new Schema<>().$ref("#/components/schemas/" + name);
    }

    /** Returns the schema's name: {@code SlotFullProblem} for {@code slot-full}. */
    private static String schemaName(String type) {
        return Arrays.stream(type.split("-"))
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .collect(Collectors.joining())
                + "Problem";
    }
}
