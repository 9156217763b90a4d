package uk.alongside.foundation.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.web.method.HandlerMethod;
import uk.alongside.foundation.web.Created;
import uk.alongside.foundation.web.CreatedList;
import uk.alongside.foundation.web.Versioned;

/** Describes the status and the headers of {@link Created}, {@link CreatedList} and {@link Versioned} answers. */
final class AnswerHeaders implements OperationCustomizer {

    private static final String OK = "200";
    private static final String CREATED = "201";

    @Override
    public Operation customize(Operation operation, HandlerMethod endpoint) {
        var answer = endpoint.getReturnType().getParameterType();
        if (answer == Created.class || answer == CreatedList.class) {
            var created = operation.getResponses().remove(OK);
            if (created != null) {
                operation.getResponses().addApiResponse(CREATED, created.description("Created"));
                created.addHeaderObject(
                        "Location", header("The address at which the answer can be read", "uri-reference"));
                if (answer == Created.class) {
                    addETag(created);
                }
            }
        } else if (answer == Versioned.class) {
            addETag(operation.getResponses().computeIfAbsent(OK, _ -> new ApiResponse()));
        }
        return operation;
    }

    private static void addETag(ApiResponse response) {
        response.addHeaderObject("ETag", header("The version. A change of it sends this back as `If-Match`", null));
    }

    private static Header header(String description, @Nullable String format) {
        var header = new Header().description(description).schema(new StringSchema().format(format));
        header.setRequired(true);
        return header;
    }
}
