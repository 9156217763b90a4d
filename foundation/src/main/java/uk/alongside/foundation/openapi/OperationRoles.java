package uk.alongside.foundation.openapi;

import io.swagger.v3.oas.models.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import org.aopalliance.intercept.MethodInvocation;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authorization.method.PreAuthorizeAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.util.SimpleMethodInvocation;
import org.springframework.web.method.HandlerMethod;
import uk.alongside.foundation.caller.Role;

/**
 * Names in {@code x-roles} the roles that may call each operation: the words of {@link Role}, and {@code operator}. An
 * operation that is open to everyone has no such list. The rules of the endpoint itself are asked, once for each role.
 */
final class OperationRoles implements OperationCustomizer {

    private static final String EXTENSION = "x-roles";
    private static final String OPERATOR = "operator";

    private final PreAuthorizeAuthorizationManager rules = new PreAuthorizeAuthorizationManager();

    @Override
    public Operation customize(Operation operation, HandlerMethod endpoint) {
        var stranger = new AnonymousAuthenticationToken(
                "description", "anonymous", AuthorityUtils.createAuthorityList("anonymous"));
        var call = new SimpleMethodInvocation(endpoint.createWithResolvedBean().getBean(), endpoint.getMethod());
        if (!admits(call, stranger)) {
            var roles = new ArrayList<String>();
            Arrays.stream(Role.values())
                    .filter(role -> admits(call, with(role.authorities())))
                    .forEach(role -> roles.add(role.word()));
            if (admits(call, with(Set.of(Role.OPERATE)))) {
                roles.add(OPERATOR);
            }
            operation.addExtension(EXTENSION, roles);
        }
        return operation;
    }

    private boolean admits(MethodInvocation call, Authentication caller) {
        var asked = rules.authorize(() -> caller, call);
        return asked == null || asked.isGranted();
    }

    private static Authentication with(Collection<String> authorities) {
        return UsernamePasswordAuthenticationToken.authenticated(
                "caller", null, AuthorityUtils.createAuthorityList(authorities));
    }
}
