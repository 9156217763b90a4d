package uk.alongside.gateway.signin;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizationCodeAuthenticationTokenConverter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.AuthenticationWebFilter;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import uk.alongside.gateway.keycloak.Registration;
import uk.alongside.gateway.problem.ErrorResponses;
import uk.alongside.gateway.problem.Page;
import uk.alongside.gateway.problem.Refusal;
import uk.alongside.gateway.problem.Refused;
import uk.alongside.gateway.session.Person;
import uk.alongside.gateway.session.StaffSession;
import uk.alongside.gateway.session.StaffSessions;
import uk.alongside.gateway.session.Tokens;
import uk.alongside.gateway.session.WorkContext;

/**
 * Handles a person's return from Keycloak. The first authorization identifies the person; if they have only one choice,
 * the second follows automatically. The second returns the narrow token.
 *
 * <p>Spring Security's own sign-in is not used, because it would keep the first, wide token and treat the second
 * authorization as a new sign-in.
 *
 * <p>A person who came through their council's own sign-in, and is in no other council, needs no second authorization:
 * the first token names this council only. Keycloak would send a person without a password of ours to the council again.
 */
class SignInCallback extends AuthenticationWebFilter {

    /**
     * The metric of people who came back from Keycloak. A wrong password is not among them, because Keycloak asks for it
     * again; Keycloak counts these. Neither is a person who went back or gave up.
     */
    private static final String SIGN_INS = "alongside.sign.ins";

    private static final Set<String> HARMLESS = Set.of(
            "login_required",
            "interaction_required",
            "authorization_request_not_found",
            "access_denied",
            "invalid_scope");

    private final StaffSessions sessions;
    private final CouncilRoles roles;
    private final ErrorResponses errors;
    private final Counter succeeded;
    private final Counter failed;

    SignInCallback(
            ReactiveAuthenticationManager keycloak,
            ReactiveClientRegistrationRepository registrations,
            PendingSignIns pending,
            StaffSessions sessions,
            CouncilRoles roles,
            ErrorResponses errors,
            MeterRegistry meters) {
        super(keycloak);
        this.succeeded = meters.counter(SIGN_INS, "result", "succeeded");
        this.failed = meters.counter(SIGN_INS, "result", "failed");
        this.sessions = sessions;
        this.roles = roles;
        this.errors = errors;
        setRequiresAuthenticationMatcher(
                new PathPatternParserServerWebExchangeMatcher("/login/oauth2/code/{registration}", HttpMethod.GET));
        setServerAuthenticationConverter(exchange -> pending.loadAuthorizationRequest(exchange)
                .doOnNext(asked -> exchange.getAttributes().put(OAuth2AuthorizationRequest.class.getName(), asked))
                .then(read(registrations, pending, exchange)));
        setAuthenticationFailureHandler((at, failure) -> failed(at.getExchange(), failure));
    }

    private static Mono<Authentication> read(
            ReactiveClientRegistrationRepository registrations, PendingSignIns pending, ServerWebExchange exchange) {
        var converter = new ServerOAuth2AuthorizationCodeAuthenticationTokenConverter(registrations);
        converter.setAuthorizationRequestRepository(pending);
        return converter
                .convert(exchange)
                .onErrorMap(OAuth2AuthorizationException.class, e -> new OAuth2AuthenticationException(e.getError()));
    }

    @Override
    protected Mono<Void> onAuthenticationSuccess(Authentication authentication, WebFilterExchange at) {
        var signIn = (OAuth2LoginAuthenticationToken) authentication;
        var exchange = at.getExchange();
        return switch (registrationOf(signIn)) {
            case SIGN_IN ->
                renewal(exchange, idTokenOf(signIn))
                        .map(provider -> redirect(exchange, provider))
                        .orElseGet(() -> begin(exchange, signIn));
            case COUNCIL, OPERATOR ->
                sessions.find(exchange)
                        .switchIfEmpty(Mono.error(new Refused(Refusal.SIGN_IN_UNFINISHED)))
                        .flatMap(staff -> choose(exchange, staff, signIn));
        };
    }

    /**
     * Returns the address of the council's own provider, if it named the person too long ago: Keycloak remembers a sign-in
     * for ten hours. It is asked once, also if the answer is no newer.
     */
    private Optional<URI> renewal(ServerWebExchange exchange, OidcIdToken idToken) {
        var asked = asked(exchange);
        return asked != null && asked.getAttribute(SignInRequests.RENEW) != null
                ? Optional.empty()
                : sessions.renewal(idToken, returnTo(asked));
    }

    private Mono<Void> begin(ServerWebExchange exchange, OAuth2LoginAuthenticationToken signIn) {
        return sessions.begin(exchange, signIn)
                .doOnSuccess(_ -> succeeded.increment())
                .flatMap(staff -> CouncilRoles.only(idTokenOf(signIn), staff.person())
                        .map(own -> open(exchange, new WorkContext.ForCouncil(own), signIn, staff.person()))
                        .orElseGet(() -> redirect(exchange, next(exchange, staff.person(), asked(exchange)))));
    }

    private Mono<Void> choose(ServerWebExchange exchange, StaffSession staff, OAuth2LoginAuthenticationToken chosen) {
        var idToken = idTokenOf(chosen);
        if (!staff.person().subject().equals(idToken.getSubject())) {
            // Another person has signed in to Keycloak in this browser since then.
            return sessions.end(exchange).then(Mono.error(new Refused(Refusal.SIGN_IN_UNFINISHED)));
        }
        var councils = Person.councils(idToken);
        var asked = asked(exchange);
        var council = asked == null ? null : asked.<String>getAttribute(SignInRequests.COUNCIL);
        WorkContext acting = switch (registrationOf(chosen)) {
            case COUNCIL ->
                councils.size() == 1 && councils.getFirst().alias().equals(council)
                        ? new WorkContext.ForCouncil(councils.getFirst())
                        : null;
            case OPERATOR -> councils.isEmpty() && Person.isOperator(idToken) ? new WorkContext.AsOperator() : null;
            case SIGN_IN -> null;
        };
        if (acting == null) {
            return Mono.error(new Refused(Refusal.NO_COUNCIL));
        }
        return open(exchange, acting, chosen, staff.person());
    }

    /** Keeps the tokens of this choice, after tenant-service has the roles of a sign-in through a council. */
    private Mono<Void> open(
            ServerWebExchange exchange, WorkContext acting, OAuth2LoginAuthenticationToken chosen, Person person) {
        var tokens = Tokens.of(Objects.requireNonNull(chosen.getAccessToken()), chosen.getRefreshToken());
        var open = sessions.choose(exchange, acting, tokens)
                .then(redirect(exchange, URI.create(afterChange(exchange, asked(exchange)))));
        return roles.refusal(idTokenOf(chosen), tokens.access(), person, acting)
                .map(page -> refuse(exchange, page))
                .defaultIfEmpty(open)
                .flatMap(Function.identity());
    }

    private static OidcIdToken idTokenOf(OAuth2LoginAuthenticationToken signIn) {
        return ((OidcUser) Objects.requireNonNull(signIn.getPrincipal())).getIdToken();
    }

    private Mono<Void> refuse(ServerWebExchange exchange, Page page) {
        exchange.getResponse().setStatusCode(HttpStatus.FORBIDDEN);
        return errors.write(exchange, page);
    }

    /** A person with only one choice is not asked. */
    private static URI next(ServerWebExchange exchange, Person person, @Nullable OAuth2AuthorizationRequest asked) {
        var returnTo = afterChange(exchange, asked);
        if (asked != null && asked.getAttribute(SignInRequests.CHOOSE) != null) {
            return URI.create(returnTo);
        }
        var council = asked == null ? null : asked.<String>getAttribute(SignInRequests.COUNCIL);
        var only = person.choices().size() == 1 && !person.operator()
                ? person.choices().getFirst()
                : null;
        var choice = council == null ? only : person.choice(council);
        if (choice != null) {
            return UriComponentsBuilder.fromPath("/oauth2/authorization/council")
                    .queryParam("council", "{council}")
                    .queryParam("return", "{return}")
                    .encode()
                    .buildAndExpand(choice.alias(), returnTo)
                    .toUri();
        }
        if (person.operator() && person.choices().isEmpty()) {
            return UriComponentsBuilder.fromPath("/oauth2/authorization/operator")
                    .queryParam("return", "{return}")
                    .encode()
                    .buildAndExpand(returnTo)
                    .toUri();
        }
        return URI.create(returnTo);
    }

    /** Returns the address of the page, which then says that the person completed the change of their account. */
    private static String afterChange(ServerWebExchange exchange, @Nullable OAuth2AuthorizationRequest asked) {
        var returnTo = returnTo(asked);
        var change = asked == null ? null : asked.<String>getAttribute(SignInRequests.CHANGE);
        var status = exchange.getRequest().getQueryParams().getFirst(AccountChange.STATUS);
        return change != null && AccountChange.COMPLETED.equals(status) && !returnTo.contains("?")
                ? returnTo + "?changed=" + change
                : returnTo;
    }

    private Mono<Void> failed(ServerWebExchange exchange, AuthenticationException failure) {
        if (!isHarmless(failure)) {
            failed.increment();
        }
        if (!(failure instanceof OAuth2AuthenticationException refused)) {
            return errors.handle(exchange, failure);
        }
        return switch (refused.getError().getErrorCode()) {
            case "login_required", "interaction_required" ->
                // Keycloak's session ended before ours, or the person left this council. Start again
                // and let them choose; an automatic choice could loop for ever.
                sessions.end(exchange)
                        .then(redirect(
                                exchange,
                                UriComponentsBuilder.fromPath("/oauth2/authorization/sign-in")
                                        .queryParam("return", "{return}")
                                        .queryParam(SignInRequests.CHOOSE)
                                        .encode()
                                        .buildAndExpand(returnTo(asked(exchange)))
                                        .toUri()));
            case "authorization_request_not_found" ->
                // The person went back in the browser or clicked twice. A person who is signed in
                // already has nothing to do.
                sessions.find(exchange)
                        .hasElement()
                        .flatMap(signedIn -> signedIn
                                ? redirect(exchange, URI.create(ReturnPath.START))
                                : errors.refuse(exchange, Refusal.SIGN_IN_UNFINISHED));
            case "invalid_scope" -> errors.refuse(exchange, Refusal.NO_COUNCIL);
            case "server_error", "invalid_token_response" -> errors.refuse(exchange, Refusal.UNAVAILABLE);
            default -> errors.refuse(exchange, Refusal.SIGN_IN_UNFINISHED);
        };
    }

    /** Returns true for what people cause who go back, give up or have no council. No operator can mend it. */
    private static boolean isHarmless(AuthenticationException failure) {
        return failure instanceof OAuth2AuthenticationException refused
                && HARMLESS.contains(refused.getError().getErrorCode());
    }

    private static Registration registrationOf(OAuth2LoginAuthenticationToken signIn) {
        return Registration.of(signIn.getClientRegistration().getRegistrationId())
                .orElseThrow();
    }

    private static @Nullable OAuth2AuthorizationRequest asked(ServerWebExchange exchange) {
        return exchange.getAttribute(OAuth2AuthorizationRequest.class.getName());
    }

    private static String returnTo(@Nullable OAuth2AuthorizationRequest asked) {
        return ReturnPath.of(asked == null ? null : asked.<String>getAttribute(SignInRequests.RETURN_TO));
    }

    private static Mono<Void> redirect(ServerWebExchange exchange, URI to) {
        return Mono.fromRunnable(() -> {
            exchange.getResponse().setStatusCode(HttpStatus.FOUND);
            exchange.getResponse().getHeaders().setLocation(to);
        });
    }
}
