package uk.alongside.foundation.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a request whose body, or whose wanted answer, is in a format that the endpoint does not use. An endpoint uses
 * JSON unless its mapping names other formats. Spring looks at the wanted answer only after the endpoint has done its
 * work.
 */
final class BodyTypes implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotSupportedException, HttpMediaTypeNotAcceptableException {
        if (handler instanceof HandlerMethod endpoint && request.getDispatcherType() != DispatcherType.ERROR) {
            if (!mapping(endpoint, true)) {
                refuseOtherBodies(request);
            }
            if (!mapping(endpoint, false) && answersWithBody(endpoint)) {
                refuseOtherAnswers(request);
            }
        }
        return true;
    }

    private static void refuseOtherBodies(HttpServletRequest request) throws HttpMediaTypeNotSupportedException {
        var type = request.getContentType();
        boolean hasBody =
                request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        if (type == null ? hasBody : !isJson(type)) {
            throw new HttpMediaTypeNotSupportedException((MediaType) null, List.of(MediaType.APPLICATION_JSON));
        }
    }

    private static boolean isJson(String type) {
        try {
            return MediaType.parseMediaType(type).equalsTypeAndSubtype(MediaType.APPLICATION_JSON);
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }

    private static void refuseOtherAnswers(HttpServletRequest request) throws HttpMediaTypeNotAcceptableException {
        var wanted = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
        if (!wanted.isEmpty() && !acceptsJson(wanted)) {
            throw new HttpMediaTypeNotAcceptableException(List.of(MediaType.APPLICATION_JSON));
        }
    }

    private static boolean acceptsJson(List<String> wanted) {
        try {
            return MediaType.parseMediaTypes(wanted).stream()
                    .anyMatch(type -> type.getQualityValue() > 0 && type.includes(MediaType.APPLICATION_JSON));
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }

    /** Returns true if the mapping itself names the formats of the body or of the answer; Spring then checks them. */
    private static boolean mapping(HandlerMethod endpoint, boolean body) {
        return List.of(endpoint.getMethod(), endpoint.getBeanType()).stream()
                .map(element -> AnnotatedElementUtils.findMergedAnnotation(element, RequestMapping.class))
                .anyMatch(mapping -> mapping != null && (body ? mapping.consumes() : mapping.produces()).length > 0);
    }

    private static boolean answersWithBody(HandlerMethod endpoint) {
        return AnnotatedElementUtils.hasAnnotation(endpoint.getBeanType(), ResponseBody.class)
                || endpoint.hasMethodAnnotation(ResponseBody.class)
                || HttpEntity.class.isAssignableFrom(endpoint.getReturnType().getParameterType());
    }
}
