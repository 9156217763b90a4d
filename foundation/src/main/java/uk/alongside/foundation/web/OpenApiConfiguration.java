package uk.alongside.foundation.web;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Says in the API's description what the code knows: what is never absent, and what a refusal looks like. */
@AutoConfiguration
@ConditionalOnClass(OpenApiCustomizer.class)
class OpenApiConfiguration {

    @Bean
    ModelConverter recordFieldsAreRequired() {
        return new RecordFieldsAreRequired();
    }

    @Bean
    OpenApiCustomizer problemsAreAnswered() {
        return api -> {
            var components = api.getComponents();
            if (components == null || api.getPaths() == null) {
                return;
            }
            components.addSchemas("Problem", problem());
            api.getPaths().forEach((_, path) -> path.readOperationsMap().forEach(OpenApiConfiguration::addProblems));
        };
    }

    private static void addProblems(HttpMethod method, Operation operation) {
        var parameters = operation.getParameters() == null ? List.<Parameter>of() : operation.getParameters();
        if (operation.getRequestBody() != null || !parameters.isEmpty()) {
            addProblem(operation, "400", "Something of the request is missing or not right");
        }
        addProblem(operation, "401", "Not signed in");
        addProblem(operation, "403", "Not a member, or without the role");
        if (parameters.stream().anyMatch(parameter -> "path".equals(parameter.getIn()))) {
            addProblem(operation, "404", "There is nothing here");
        }
        if (method != HttpMethod.GET) {
            addProblem(operation, "409", "As things stand this cannot be done; the type says why");
        }
        if (parameters.stream().anyMatch(parameter -> "If-Match".equals(parameter.getName()))) {
            addProblem(operation, "412", "Somebody else has changed it since it was read");
            addProblem(operation, "428", "If-Match is missing");
        }
        if (operation.getRequestBody() != null) {
            addProblem(operation, "413", "Too large");
        }
        addProblem(operation, "429", "Too many requests in a short time; Retry-After says when to try again");
        addProblem(operation, "503", "Try again soon");
    }

    private static void addProblem(Operation operation, String status, String description) {
        var response =
                operation.getResponses().computeIfAbsent(status, _ -> new ApiResponse().description(description));
        response.setContent(new Content()
                .addMediaType(
                        "application/problem+json",
                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
    }

    private static Schema<?> problem() {
        Schema<?> error = new ObjectSchema();
        error.addProperty("pointer", new StringSchema());
        error.addProperty("code", new StringSchema());
        error.setRequired(List.of("pointer", "code"));
        Schema<?> problem = new ObjectSchema();
        problem.addProperty("type", new StringSchema().format("uri"));
        problem.addProperty("title", new StringSchema());
        problem.addProperty("status", new IntegerSchema());
        problem.addProperty("detail", new StringSchema());
        problem.addProperty("errors", new ArraySchema().items(error));
        problem.addProperty("traceId", new StringSchema());
        problem.setRequired(List.of("type", "title", "status"));
        return problem;
    }

    /** The fields of a record are there unless they are {@code @Nullable}; springdoc takes all for optional. */
    private static final class RecordFieldsAreRequired implements ModelConverter {

        @Override
        public @Nullable Schema<?> resolve(
                AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
            if (!chain.hasNext()) {
                return null;
            }
            var schema = chain.next().resolve(type, context, chain);
            var raw = Json.mapper().constructType(type.getType()).getRawClass();
            if (schema != null && raw.isRecord()) {
                Schema<?> defined = schema.get$ref() == null
                        ? schema
                        : context.getDefinedModels()
                                .get(schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1));
                if (defined != null && defined.getProperties() != null) {
                    defined.setRequired(required(raw, defined));
                }
            }
            return schema;
        }

        private static List<String> required(Class<?> raw, Schema<?> schema) {
            return Arrays.stream(raw.getRecordComponents())
                    .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                    .map(component -> component.getName())
                    .filter(schema.getProperties()::containsKey)
                    .toList();
        }
    }
}
