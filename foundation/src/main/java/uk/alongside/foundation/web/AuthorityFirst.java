package uk.alongside.foundation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authorization.method.PreAuthorizeAuthorizationManager;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.util.SimpleMethodInvocation;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Checks the endpoint's authority before any part of the request is read. {@code @PreAuthorize} alone is checked after
 * the arguments are resolved, so a caller without the authority would learn from the errors what a valid body looks
 * like.
 */
final class AuthorityFirst implements HandlerInterceptor {

    private final PreAuthorizeAuthorizationManager rules = new PreAuthorizeAuthorizationManager();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod endpoint) {
            var asked = rules.authorize(
                    () -> SecurityContextHolder.getContext().getAuthentication(),
                    new SimpleMethodInvocation(endpoint.getBean(), endpoint.getMethod()));
            if (asked != null && !asked.isGranted()) {
                throw new AuthorizationDeniedException("Access Denied", asked);
            }
        }
        return true;
    }
}
