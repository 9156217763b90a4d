package uk.alongside.foundation.openapi;

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
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

    private final Set<Class<? extends Refusal>> answered = ConcurrentHashMap.newKeySet();

    @Override
    public Operation customize(Operation operation, HandlerMethod endpoint) {
        var refusals = refusals(endpoint);
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
                answered.addAll(same);
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
                .sorted(Comparator.comparing(Class::getName))
                .collect(Collectors.groupingBy(Refusals::type, TreeMap::new, Collectors.toList()))
                .forEach((type, same) -> components.addSchemas(schemaName(type), schema(type, same, components)));
    }

    /** Returns the schema of a type. If its refusals have an extension of different types, it has any one of them. */
    private static Schema<?> schema(String type, List<Class<? extends Refusal>> refusals, Components components) {
        var extensions = new TreeMap<String, List<Schema<?>>>();
        var required = new TreeSet<String>();
        for (var refusal : refusals) {
            for (var extension : Refusals.extensions(refusal)) {
                var resolved = ModelConverters.getInstance(true)
                        .resolveAsResolvedSchema(new AnnotatedType(extension.getGenericType()).resolveAsRef(true));
                resolved.referencedSchemas.forEach(components::addSchemas);
                var schemas = extensions.computeIfAbsent(extension.getName(), _ -> new ArrayList<>());
                if (!schemas.contains(resolved.schema)) {
                    schemas.add(resolved.schema);
                }
                if (!extension.getAnnotatedType().isAnnotationPresent(org.jspecify.annotations.Nullable.class)) {
                    required.add(extension.getName());
                }
            }
        }
        var own = new ObjectSchema();
        own.addProperty(
                "type", new StringSchema()._enum(List.of(Problem.uri(type).toString())));
        extensions.forEach((name, schemas) -> own.addProperty(name, anyOf(schemas)));
        own.setRequired(Stream.concat(Stream.of("type"), required.stream()).toList());
        Schema<?> schema = new Schema<>();
        schema.addAllOfItem(reference("Problem"));
        schema.addAllOfItem(own);
        return schema;
    }

    private static Schema<?> anyOf(List<Schema<?>> schemas) {
        if (schemas.size() == 1) {
            return schemas.getFirst();
        }
        Schema<?> any = new Schema<>();
        schemas.forEach(any::addOneOfItem);
        return any;
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
