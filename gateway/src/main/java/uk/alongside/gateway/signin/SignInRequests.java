package uk.alongside.gateway.signin;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.server.DefaultServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import uk.alongside.gateway.keycloak.Registration;
import uk.alongside.gateway.problem.Refusal;
import uk.alongside.gateway.problem.Refused;
import uk.alongside.gateway.session.StaffSessions;
import uk.alongside.gateway.session.WorkContext;

/**
 * Builds authorization requests to Keycloak: first to identify the person, then silently for the narrow token of their
 * choice. A person who asks for a council without being signed in signs in first.
 */
@Component
class SignInRequests implements ServerOAuth2AuthorizationRequestResolver {

    /** The page to open afterwards. It is kept in the session, never in an address that others could write. */
    static final String RETURN_TO = "alongside.return";
    /** The alias of the requested council. */
    static final String COUNCIL = "alongside.council";

    /** The change of the person's own account that comes with this sign-in. */
    static final String CHANGE = "change";

    /** The id of the passkey that a change removes. */
    private static final String PASSKEY = "passkey";

    /** Asks the council's own provider again, also if Keycloak remembers the sign-in. */
    static final String RENEW = "renew";

    /** The age in seconds up to which a sign-in counts as one of this moment. */
    private static final String JUST_NOW_SECONDS = "60";

    /** Asks for the page on which people choose, even if there is only one choice. */
    static final String CHOOSE = "choose";

    /** Names the council, by its id, whose own sign-in opens at once. A council puts this link on its intranet. */
    private static final String THROUGH = "through";

    private static final ServerWebExchangeMatcher ADDRESSES =
            new PathPatternParserServerWebExchangeMatcher("/oauth2/authorization/{registration}", HttpMethod.GET);

    private static final Pattern COUNCIL_ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final DefaultServerOAuth2AuthorizationRequestResolver requests;
    private final StaffSessions sessions;

    SignInRequests(ReactiveClientRegistrationRepository registrations, StaffSessions sessions) {
        this.requests = new DefaultServerOAuth2AuthorizationRequestResolver(registrations);
        this.sessions = sessions;
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange) {
        return ADDRESSES
                .matches(exchange)
                .filter(ServerWebExchangeMatcher.MatchResult::isMatch)
                .flatMap(match -> resolve(
                        exchange,
                        String.valueOf(
                                Objects.requireNonNull(match.getVariables()).get("registration"))));
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange, String id) {
        return switch (Registration.of(id).orElse(null)) {
            case SIGN_IN -> signIn(exchange);
            case COUNCIL ->
                council(exchange, exchange.getRequest().getQueryParams().getFirst("council"));
            case OPERATOR ->
                sessions.find(exchange)
                        .flatMap(staff -> staff.person().operator()
                                ? ask(exchange, Registration.OPERATOR, null)
                                : Mono.error(new Refused(Refusal.NO_COUNCIL)))
                        .switchIfEmpty(Mono.defer(() -> signIn(exchange, null)));
            case null -> Mono.error(new Refused(Refusal.NOT_FOUND));
        };
    }

    private Mono<OAuth2AuthorizationRequest> signIn(ServerWebExchange exchange) {
        var change = exchange.getRequest().getQueryParams().getFirst(CHANGE);
        if (change != null) {
            return AccountChange.of(change)
                    .map(known -> change(exchange, known))
                    .orElseGet(() -> Mono.error(new Refused(Refusal.NOT_FOUND)));
        }
        return exchange.getRequest().getQueryParams().containsKey(RENEW)
                ? councilOfSession(exchange).flatMap(council -> signIn(exchange, council.orElse(null)))
                : sessions.find(exchange)
                        .hasElement()
                        .flatMap(signedIn -> signedIn ? Mono.empty() : signIn(exchange, null));
    }

    /** Returns the alias of the council for which the person acts in their present session, if there is one. */
    private Mono<Optional<String>> councilOfSession(ServerWebExchange exchange) {
        return sessions.find(exchange)
                .map(staff -> Optional.ofNullable(
                        staff.acting() instanceof WorkContext.ForCouncil(var council) ? council.alias() : null))
                .defaultIfEmpty(Optional.empty());
    }

    /**
     * Signs a person in again, who then meets the page for this change. Keycloak asks for password and second factor first
     * if they were entered more than five minutes ago. The person goes on in the council of their present session. A
     * person who came through their council's own sign-in has no password to change.
     */
    private Mono<OAuth2AuthorizationRequest> change(ServerWebExchange exchange, AccountChange change) {
        var action = change.action(exchange.getRequest().getQueryParams().getFirst(PASSKEY));
        if (action.isEmpty()) {
            return Mono.error(new Refused(Refusal.NOT_FOUND));
        }
        return sessions.find(exchange)
                .flatMap(staff -> change == AccountChange.PASSWORD && staff.throughCouncil()
                        ? Mono.error(new Refused(Refusal.NOT_FOUND))
                        : Mono.just(staff))
                .then(councilOfSession(exchange))
                .flatMap(council -> signIn(exchange, council.orElse(null)))
                .map(request -> OAuth2AuthorizationRequest.from(request)
                        .attributes(attributes -> attributes.put(CHANGE, change.word()))
                        .additionalParameters(parameters -> parameters.put(AccountChange.ASKED, action.get()))
                        .build());
    }

    private Mono<OAuth2AuthorizationRequest> council(ServerWebExchange exchange, @Nullable String alias) {
        return sessions.find(exchange)
                .flatMap(staff -> alias != null && staff.person().choice(alias) != null
                        ? ask(exchange, Registration.COUNCIL, alias)
                        : Mono.error(new Refused(Refusal.NO_COUNCIL)))
                .switchIfEmpty(Mono.defer(() -> signIn(exchange, alias)));
    }

    private Mono<OAuth2AuthorizationRequest> signIn(ServerWebExchange exchange, @Nullable String council) {
        return ask(exchange, Registration.SIGN_IN, council);
    }

    private Mono<OAuth2AuthorizationRequest> ask(
            ServerWebExchange exchange, Registration registration, @Nullable String council) {
        var returnTo = ReturnPath.of(exchange.getRequest().getQueryParams().getFirst("return"));
        return requests.resolve(exchange, registration.id()).map(request -> {
            var asked = OAuth2AuthorizationRequest.from(request).attributes(attributes -> {
                attributes.put(RETURN_TO, returnTo);
                if (exchange.getRequest().getQueryParams().containsKey(RENEW)) {
                    attributes.put(RENEW, true);
                }
                if (council != null) {
                    attributes.put(COUNCIL, council);
                }
                if (exchange.getRequest().getQueryParams().containsKey(CHOOSE)) {
                    attributes.put(CHOOSE, true);
                }
            });
            if (registration == Registration.SIGN_IN) {
                provider(exchange)
                        .ifPresent(provider ->
                                asked.additionalParameters(parameters -> parameters.put("kc_idp_hint", provider)));
                if (exchange.getRequest().getQueryParams().containsKey(RENEW)) {
                    asked.additionalParameters(parameters -> parameters.put("max_age", JUST_NOW_SECONDS));
                }
            } else {
                // A silent request: Keycloak either recognises the person or answers with an error, and
                // never shows a page.
                asked.additionalParameters(parameters -> parameters.put("prompt", "none"));
            }
            if (registration == Registration.COUNCIL) {
                asked.scope("openid", "organization:" + council);
            }
            return asked.build();
        });
    }

    /** Returns the alias of the council's identity provider in the realm. Keycloak ignores one that does not exist. */
    private static Optional<String> provider(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getRequest().getQueryParams().getFirst(THROUGH))
                .filter(id -> COUNCIL_ID.matcher(id).matches())
                .map(id -> "council-" + id);
    }
}
