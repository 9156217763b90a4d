package uk.alongside.foundation.openapi;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.media.UUIDSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.id.Id;
import uk.alongside.foundation.idempotency.IdempotencyKey;
import uk.alongside.foundation.idempotency.IdempotencyKeyArgument;
import uk.alongside.foundation.text.EnumWords;
import uk.alongside.foundation.web.Created;
import uk.alongside.foundation.web.CreatedList;
import uk.alongside.foundation.web.IfMatch;
import uk.alongside.foundation.web.Versioned;

/** Adds facts from the code to the OpenAPI description: required fields, headers, and how refusals are answered. */
@AutoConfiguration
@ConditionalOnClass(OpenApiCustomizer.class)
class OpenApiConfiguration {

    private static final String SESSION_COOKIE = "__Host-alongside";
    /** The answers whose schema is the schema of their body. */
    private static final List<Class<?>> ANSWERS = List.of(Versioned.class, Created.class, CreatedList.class);

    private static final String PROBLEM = "application/problem+json";

    @Bean
    ModelConverter recordFieldsAreRequired() {
        return new RecordFieldsAreRequired();
    }

    @Bean
    AnsweredProblems answeredProblems() {
        SpringDocUtils.getConfig().addAnnotationsToIgnore(IfMatch.class, IdempotencyKey.class);
        return new AnsweredProblems();
    }

    @Bean
    AnswerHeaders answerHeaders() {
        ANSWERS.forEach(SpringDocUtils.getConfig()::addResponseWrapperToIgnore);
        return new AnswerHeaders();
    }

    @Bean
    OperationCustomizer operationRoles() {
        return new OperationRoles();
    }

    /**
     * Gives the audit's operations the name of this service's record, because both services have these operations and
     * an operation's name occurs once in the product.
     */
    @Bean
    OperationCustomizer auditOperationsNameTheirRecord(@Value("${alongside.audit.record:Audit}") String record) {
        return (operation, endpoint) -> {
            if (endpoint.getBeanType().getPackageName().equals(Audit.class.getPackageName())) {
                operation.setOperationId(operation.getOperationId().replace("Audit", record));
            }
            return operation;
        };
    }

    /** Describes the headers that {@link IfMatch} and {@link IdempotencyKey} read. */
    @Bean
    OperationCustomizer headersAreNamed() {
        return (operation, endpoint) -> {
            for (var parameter : endpoint.getMethodParameters()) {
                if (parameter.hasParameterAnnotation(IfMatch.class)) {
                    operation.addParametersItem(header("If-Match", "The ETag of what was read", "\"0\""));
                }
                if (parameter.hasParameterAnnotation(IdempotencyKey.class)) {
                    operation.addParametersItem(header(
                            IdempotencyKeyArgument.HEADER,
                            "1 to 100 characters, new for each resource that is created. The same request under the same"
                                    + " key within a day creates nothing more and gets the same answer",
                            "5b1f6d0c-8f0e-4c57-9c0e-3d1a4d1c9b11"));
                }
            }
            return operation;
        };
    }

    private static Parameter header(String name, String description, String example) {
        return new HeaderParameter()
                .name(name)
                .description(description)
                .required(true)
                .example(example)
                .schema(new StringSchema());
    }

    @Bean
    OpenApiCustomizer problemsAreAnswered(AnsweredProblems answered) {
        return api -> {
            var components = api.getComponents();
            if (components == null || api.getPaths() == null) {
                return;
            }
            components.addSchemas("Problem", problem());
            answered.addSchemas(components);
            api.getPaths().forEach((_, path) -> path.readOperations().forEach(OpenApiConfiguration::addProblems));
        };
    }

    /**
     * Describes the paging of lists, which is the same everywhere: {@code next} of one page is {@code after} of the
     * following page.
     */
    @Bean
    OpenApiCustomizer listsArePaged() {
        return api -> {
            api.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .filter(operation -> operation.getParameters() != null)
                    .flatMap(operation -> operation.getParameters().stream())
                    .filter(parameter -> "after".equals(parameter.getName()))
                    .forEach(parameter -> parameter.setDescription("What the last page gave as `next`"));
            if (api.getComponents() != null && api.getComponents().getSchemas() != null) {
                api.getComponents().getSchemas().forEach((_, schema) -> {
                    if (schema.getProperties() != null
                            && schema.getProperties().containsKey("items")
                            && schema.getProperties().get("next") instanceof Schema<?> next) {
                        next.setDescription("Send this as `after` to get the next page; absent on the last page");
                    }
                });
            }
        };
    }

    /** Describes how a caller signs in: a program with a token, a page with the gateway's cookie. */
    @Bean
    OpenApiCustomizer callersSignIn() {
        return api -> {
            if (api.getComponents() == null) {
                return;
            }
            api.getComponents()
                    .addSecuritySchemes(
                            "bearer",
                            new SecurityScheme()
                                    .type(SecurityScheme.Type.HTTP)
                                    .scheme("bearer")
                                    .bearerFormat("JWT")
                                    .description("An access token for one council, for programs"))
                    .addSecuritySchemes(
                            "cookie",
                            new SecurityScheme()
                                    .type(SecurityScheme.Type.APIKEY)
                                    .in(SecurityScheme.In.COOKIE)
                                    .name(SESSION_COOKIE)
                                    .description("The session at the gateway, for the pages. Each change also needs the"
                                            + " header X-CSRF-Token"));
            api.addSecurityItem(new SecurityRequirement().addList("bearer"));
            api.addSecurityItem(new SecurityRequirement().addList("cookie"));
            // Operations outside /api are open to everyone.
            api.getPaths().forEach((address, path) -> {
                if (!address.startsWith("/api/")) {
                    path.readOperations().forEach(operation -> operation.setSecurity(List.of()));
                }
            });
        };
    }

    private static void addProblems(Operation operation) {
        var parameters = operation.getParameters() == null ? List.<Parameter>of() : operation.getParameters();
        if (operation.getRequestBody() != null || !parameters.isEmpty()) {
            addProblem(operation, "400", "The request is invalid");
        }
        addProblem(operation, "401", "Not signed in");
        addProblem(operation, "403", "Not a member, or without the role");
        if (parameters.stream().anyMatch(parameter -> "path".equals(parameter.getIn()))) {
            addProblem(operation, "404", "There is nothing here");
        }
        if (parameters.stream().anyMatch(parameter -> "If-Match".equals(parameter.getName()))) {
            addProblem(operation, "412", "The resource has changed since it was read");
            addProblem(operation, "428", "If-Match is missing");
        }
        if (operation.getRequestBody() != null) {
            addProblem(operation, "413", "Too large");
        }
        addProblem(operation, "429", "Too many requests in a short time; Retry-After says when to try again");
        addProblem(operation, "503", "Try again soon");
    }

    private static void addProblem(Operation operation, String status, String description) {
        var known = operation.getResponses().get(status);
        if (known != null && known.getContent() != null && known.getContent().containsKey(PROBLEM)) {
            return;
        }
        var response =
                operation.getResponses().computeIfAbsent(status, _ -> new ApiResponse().description(description));
        response.setContent(new Content()
                .addMediaType(PROBLEM, new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
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

    /**
     * Marks a record's fields as required unless they are {@code @Nullable}; springdoc would list all of them as
     * optional.
     */
    private static final class RecordFieldsAreRequired implements ModelConverter {

        @Override
        public @Nullable Schema<?> resolve(
                AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
            var own = Json.mapper().constructType(type.getType());
            if (own != null && Id.class.isAssignableFrom(own.getRawClass())) {
                return new UUIDSchema();
            }
            if (own != null
                    && own.isEnumType()
                    && EnumWords.writes(own.getRawClass())
                    && Arrays.stream(own.getRawClass().getMethods())
                            .noneMatch(method -> method.isAnnotationPresent(JsonValue.class))) {
                var words = new StringSchema();
                for (var constant : own.getRawClass().getEnumConstants()) {
                    words.addEnumItem(EnumWords.of((Enum<?>) constant));
                }
                return words;
            }
            if (!chain.hasNext()) {
                return null;
            }
            var schema = chain.next().resolve(type, context, chain);
            var raw = Json.mapper().constructType(type.getType()).getRawClass();
            if (schema != null && raw.isRecord() && !ANSWERS.contains(raw)) {
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
