package uk.alongside.foundation.web;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Sends the status and the headers of a {@link Versioned}, {@link Created} or {@link CreatedList} answer, and its resource as the body. */
@RestControllerAdvice
final class VersionHeaders implements ResponseBodyAdvice<Object> {

    private static final Set<Class<?>> ANSWERS = Set.of(Versioned.class, Created.class, CreatedList.class);

    @Override
    public boolean supports(MethodParameter type, Class<? extends HttpMessageConverter<?>> converter) {
        return ANSWERS.contains(type.getParameterType());
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter type,
            MediaType contentType,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        return switch (body) {
            case Versioned<?>(var resource, var version) -> {
                response.getHeaders().setETag(ETags.of(version));
                yield resource;
            }
            case Created<?>(var address, var resource, var version) -> {
                response.setStatusCode(HttpStatus.CREATED);
                response.getHeaders().setLocation(URI.create(address));
                response.getHeaders().setETag(ETags.of(version));
                yield resource;
            }
            case CreatedList<?>(var address, var resources) -> {
                response.setStatusCode(HttpStatus.CREATED);
                response.getHeaders().setLocation(URI.create(address));
                yield resources;
            }
            case null, default -> body;
        };
    }
}
