package uk.alongside.gateway.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.server.ServerAuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.gateway.cookie.Cookies;
import uk.alongside.gateway.memory.Digest;
import uk.alongside.gateway.settings.GatewaySettings;

/**
 * The sign-ins in progress in one browser, each in a sealed cookie of its own. The server keeps nothing until Keycloak has
 * named the person. There can be several, because people open several tabs and each must be able to finish.
 */
@Component
class PendingSignIns implements ServerAuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    /** The beginning of a cookie's name. The rest depends on the state, so that tabs do not overwrite each other. */
    static final String COOKIE = Cookies.SIGN_IN;

    private static final int AT_MOST = 5;

    private final ReactiveClientRegistrationRepository registrations;
    private final SealedText seal;
    private final Duration life;
    private final Clock clock;
    private final JsonMapper json;

    PendingSignIns(
            ReactiveClientRegistrationRepository registrations,
            GatewaySettings settings,
            Clock clock,
            JsonMapper json) {
        this.registrations = registrations;
        this.seal = new SealedText(settings.session().cookieKey());
        this.life = settings.session().signingIn();
        this.clock = clock;
        this.json = json;
    }

    /** The part of a sign-in that a browser keeps until Keycloak answers. */
    private record Pending(
            String registration,
            String state,
            @Nullable String nonce,
            @Nullable String verifier,
            @Nullable String returnTo,
            @Nullable String council,
            boolean choose,
            boolean renew,
            @Nullable String change,
            long endsAt) {}

    @Override
    public Mono<Void> saveAuthorizationRequest(OAuth2AuthorizationRequest request, ServerWebExchange exchange) {
        return Mono.fromRunnable(() -> {
            var pending = new Pending(
                    Objects.requireNonNull(request.<String>getAttribute(OAuth2ParameterNames.REGISTRATION_ID)),
                    Objects.requireNonNull(request.getState()),
                    request.getAttribute(OidcParameterNames.NONCE),
                    request.getAttribute(PkceParameterNames.CODE_VERIFIER),
                    request.getAttribute(SignInRequests.RETURN_TO),
                    request.getAttribute(SignInRequests.COUNCIL),
                    request.getAttribute(SignInRequests.CHOOSE) != null,
                    request.getAttribute(SignInRequests.RENEW) != null,
                    request.getAttribute(SignInRequests.CHANGE),
                    clock.instant().plus(life).getEpochSecond());
            removeOldest(exchange);
            var name = nameFor(pending.state());
            exchange.getResponse().addCookie(Cookies.of(name, seal.seal(name, json.writeValueAsString(pending)), life));
        });
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> loadAuthorizationRequest(ServerWebExchange exchange) {
        return Mono.justOrEmpty(asked(exchange))
                .flatMap(pending -> registrations
                        .findByRegistrationId(pending.registration())
                        .map(registration -> request(registration, pending)));
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> removeAuthorizationRequest(ServerWebExchange exchange) {
        return loadAuthorizationRequest(exchange)
                .doOnNext(request -> remove(exchange, nameFor(Objects.requireNonNull(request.getState()))));
    }

    private Optional<Pending> asked(ServerWebExchange exchange) {
        var state = exchange.getRequest().getQueryParams().getFirst(OAuth2ParameterNames.STATE);
        return state == null
                ? Optional.empty()
                : Optional.ofNullable(exchange.getRequest().getCookies().getFirst(nameFor(state)))
                        .flatMap(this::open)
                        .filter(pending -> pending.state().equals(state));
    }

    /** Opens a cookie that this gateway sealed and that has not expired. */
    private Optional<Pending> open(HttpCookie cookie) {
        return seal.open(cookie.getName(), cookie.getValue())
                .flatMap(this::read)
                .filter(pending -> clock.instant().isBefore(Instant.ofEpochSecond(pending.endsAt())));
    }

    private Optional<Pending> read(String text) {
        try {
            return Optional.of(json.readValue(text, Pending.class));
        } catch (JacksonException e) {
            // Another version of the product sealed it.
            return Optional.empty();
        }
    }

    private static OAuth2AuthorizationRequest request(ClientRegistration registration, Pending pending) {
        var attributes = new HashMap<String, Object>();
        attributes.put(OAuth2ParameterNames.REGISTRATION_ID, registration.getRegistrationId());
        put(attributes, OidcParameterNames.NONCE, pending.nonce());
        put(attributes, PkceParameterNames.CODE_VERIFIER, pending.verifier());
        put(attributes, SignInRequests.RETURN_TO, pending.returnTo());
        put(attributes, SignInRequests.COUNCIL, pending.council());
        put(attributes, SignInRequests.CHANGE, pending.change());
        if (pending.renew()) {
            attributes.put(SignInRequests.RENEW, true);
        }
        if (pending.choose()) {
            attributes.put(SignInRequests.CHOOSE, true);
        }
        return OAuth2AuthorizationRequest.authorizationCode()
                .clientId(registration.getClientId())
                .authorizationUri(
                        Objects.requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
                .redirectUri(registration.getRedirectUri())
                .scopes(registration.getScopes())
                .state(pending.state())
                .attributes(all -> all.putAll(attributes))
                .build();
    }

    private static void put(Map<String, Object> attributes, String name, @Nullable Object value) {
        if (value != null) {
            attributes.put(name, value);
        }
    }

    /** Removes cookies until there is room for one more. A cookie that cannot be opened goes first. */
    private void removeOldest(ServerWebExchange exchange) {
        var known = exchange.getRequest().getCookies().values().stream()
                .map(cookies -> cookies.getFirst())
                .filter(cookie -> cookie.getName().startsWith(COOKIE))
                .sorted(Comparator.comparing(
                        cookie -> open(cookie).map(Pending::endsAt).orElse(0L)))
                .toList();
        known.subList(0, Math.max(0, known.size() - AT_MOST + 1)).forEach(cookie -> remove(exchange, cookie.getName()));
    }

    private static void remove(ServerWebExchange exchange, String name) {
        exchange.getResponse().addCookie(Cookies.removed(name));
    }

    private static String nameFor(String state) {
        return COOKIE + Digest.of(state).substring(0, 16);
    }
}
