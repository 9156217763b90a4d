package uk.alongside.gateway.signin;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.server.OAuth2AuthorizationRequestRedirectWebFilter;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.stereotype.Component;
import org.springframework.web.server.WebFilter;
import uk.alongside.gateway.problem.ErrorResponses;
import uk.alongside.gateway.session.StaffSessions;

/** The two filters of a sign-in: one sends the browser to Keycloak, the other handles its return. */
@Component
public class SignInFilters {

    private final OAuth2AuthorizationRequestRedirectWebFilter toKeycloak;
    private final SignInCallback fromKeycloak;

    SignInFilters(
            ReactiveAuthenticationManager keycloak,
            ReactiveClientRegistrationRepository registrations,
            SignInRequests requests,
            PendingSignIns pending,
            StaffSessions sessions,
            CouncilRoles roles,
            ErrorResponses errors,
            MeterRegistry meters) {
        toKeycloak = new OAuth2AuthorizationRequestRedirectWebFilter(requests);
        toKeycloak.setAuthorizationRequestRepository(pending);
        toKeycloak.setRequestCache(NoOpServerRequestCache.getInstance());
        fromKeycloak = new SignInCallback(keycloak, registrations, pending, sessions, roles, errors, meters);
    }

    public WebFilter toKeycloak() {
        return toKeycloak;
    }

    public WebFilter fromKeycloak() {
        return fromKeycloak;
    }
}
