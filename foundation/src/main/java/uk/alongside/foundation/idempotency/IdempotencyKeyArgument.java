package uk.alongside.foundation.idempotency;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads the {@code Idempotency-Key} header into an argument marked {@link IdempotencyKey}. */
public final class IdempotencyKeyArgument implements HandlerMethodArgumentResolver {

    /** The name of the header. */
    public static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 100;

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(IdempotencyKey.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var key = request.getHeader(HEADER);
        if (key == null || key.isBlank() || key.length() > LONGEST) {
            throw new KeyMissing().refused();
        }
        return key;
    }
}
