package uk.alongside.gateway.session;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.keygen.StringKeyGenerator;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.session.ReactiveSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import uk.alongside.gateway.cookie.Cookies;
import uk.alongside.gateway.memory.BoundedMap;
import uk.alongside.gateway.problem.Refusal;
import uk.alongside.gateway.problem.Refused;
import uk.alongside.gateway.redis.RedisMemory;
import uk.alongside.gateway.settings.GatewaySettings;

/** Reads and writes signed-in people in the Redis session. A browser without our cookie never causes work in Redis. */
@Component
public class StaffSessions implements ServerSecurityContextRepository {

    private static final StringKeyGenerator PAGE_TOKENS =
            new Base64StringKeyGenerator(java.util.Base64.getUrlEncoder().withoutPadding(), 32);

    private final GatewaySettings settings;
    private final ReactiveSessionRepository<? extends Session> stored;
    private final Clock clock;
    private final BoundedMap<String, Tokens> unsaved = new BoundedMap<>(10_000);

    StaffSessions(GatewaySettings settings, ReactiveSessionRepository<? extends Session> stored, Clock clock) {
        this.settings = settings;
        this.stored = stored;
        this.clock = clock;
    }

    /**
     * Returns the signed-in person's session, or empty. A session whose council has not named the person for too long is
     * over: they may have left.
     */
    public Mono<StaffSession> find(ServerWebExchange exchange) {
        return this.<StaffSession>attribute(exchange, StaffSession.ATTRIBUTE)
                .filter(staff -> timeOf(staff)
                        .map(named -> clock.instant()
                                .isBefore(named.plus(throughCouncil().atMost())))
                        .orElse(true));
    }

    /**
     * Returns the time until the council's own provider should be asked for this person again, which may be negative, or
     * empty after a sign-in with a password.
     */
    public Optional<Duration> untilRenewal(StaffSession staff) {
        return timeOf(staff).map(this::untilRenewal);
    }

    /**
     * Returns the address at which the council's own provider is asked for the person again, if it named them too long
     * ago. It leads back to this page.
     */
    public Optional<URI> renewal(StaffSession staff, String returnTo) {
        return untilRenewal(staff)
                .filter(left -> !left.isPositive())
                .flatMap(_ -> staff.provider())
                .map(provider -> renewal(provider, returnTo));
    }

    /** Returns this address for a sign-in that Keycloak remembered, and did not ask the provider for. */
    public Optional<URI> renewal(OidcIdToken idToken, String returnTo) {
        return Optional.ofNullable(namedByCouncil(idToken))
                .filter(named -> !untilRenewal(named).isPositive())
                .map(_ -> renewal(Objects.requireNonNull(idToken.getClaimAsString(StaffSession.PROVIDER)), returnTo));
    }

    private static URI renewal(String provider, String returnTo) {
        return UriComponentsBuilder.fromPath("/oauth2/authorization/sign-in")
                .queryParam("through", "{council}")
                .queryParam("renew")
                .queryParam("return", "{return}")
                .encode()
                .buildAndExpand(provider.replaceFirst("^council-", ""), returnTo)
                .toUri();
    }

    private Duration untilRenewal(Instant named) {
        return Duration.between(clock.instant(), named.plus(throughCouncil().renewAfter()));
    }

    private GatewaySettings.ThroughCouncil throughCouncil() {
        return settings.session().throughCouncil();
    }

    private static Optional<Instant> timeOf(StaffSession staff) {
        return Optional.ofNullable(staff.signIn()).map(SignIn::namedByCouncil);
    }

    private @Nullable Instant namedByCouncil(OidcIdToken idToken) {
        if (!idToken.hasClaim(StaffSession.PROVIDER)) {
            return null;
        }
        var at = idToken.getAuthenticatedAt();
        return at == null ? clock.instant() : at;
    }

    /**
     * Returns how long the session lasts unless it is used, or empty if there is none.
     */
    public Mono<Duration> timeLeft(ServerWebExchange exchange) {
        HttpCookie cookie = exchange.getRequest().getCookies().getFirst(Cookies.SESSION);
        if (cookie == null) {
            return Mono.empty();
        }
        return stored.findById(cookie.getValue())
                .filter(session -> session.getAttribute(StaffSession.ATTRIBUTE) != null)
                .map(session -> Duration.between(
                        clock.instant(), session.getLastAccessedTime().plus(session.getMaxInactiveInterval())));
    }

    /**
     * Reading a request's session normally counts as use of it. A browser sends some requests automatically all day; their
     * session is read without extending it.
     */
    private <T> Mono<T> attribute(ServerWebExchange exchange, String name) {
        HttpCookie cookie = exchange.getRequest().getCookies().getFirst(Cookies.SESSION);
        if (cookie == null) {
            return Mono.empty();
        }
        return UnattendedRequests.includes(exchange)
                ? stored.findById(cookie.getValue()).flatMap(session -> Mono.justOrEmpty(session.<T>getAttribute(name)))
                : exchange.getSession().flatMap(session -> Mono.justOrEmpty(session.<T>getAttribute(name)));
    }

    boolean hasCookie(ServerWebExchange exchange) {
        HttpCookie cookie = exchange.getRequest().getCookies().getFirst(Cookies.SESSION);
        return cookie != null;
    }

    /** Begins a signed-in session with a new session id, and removes everything of the previous person. */
    public Mono<StaffSession> begin(ServerWebExchange exchange, OAuth2LoginAuthenticationToken signIn) {
        var idToken = ((OidcUser) Objects.requireNonNull(signIn.getPrincipal())).getIdToken();
        var userAgent = exchange.getRequest().getHeaders().getFirst(HttpHeaders.USER_AGENT);
        var staff = new StaffSession(
                Person.of(idToken),
                idToken.getTokenValue(),
                PAGE_TOKENS.generateKey(),
                null,
                new SignIn(
                        clock.instant(), Device.browser(userAgent), Device.system(userAgent), namedByCouncil(idToken)));
        return exchange.getSession().flatMap(session -> {
            var attributes = session.getAttributes();
            List.copyOf(attributes.keySet()).forEach(attributes::remove);
            attributes.put(StaffSession.ATTRIBUTE, staff);
            session.setMaxIdleTime(settings.session().idle());
            return session.changeSessionId().thenReturn(staff);
        });
    }

    /** Stores the person's choice. From now on only this choice's tokens are relayed. */
    public Mono<StaffSession> choose(ServerWebExchange exchange, WorkContext acting, Tokens tokens) {
        return exchange.getSession().map(session -> {
            var before = Objects.requireNonNull(staffIn(session));
            var after = before.actingFor(acting, PAGE_TOKENS.generateKey());
            session.getAttributes().remove(before.tokensAttribute());
            session.getAttributes().put(after.tokensAttribute(), tokens);
            session.getAttributes().put(StaffSession.ATTRIBUTE, after);
            return after;
        });
    }

    /** Returns the newest tokens, which are in memory if Redis refused them. */
    public Mono<Tokens> tokens(ServerWebExchange exchange, StaffSession staff) {
        return this.<Tokens>attribute(exchange, staff.tokensAttribute()).map(kept -> newest(staff, kept));
    }

    /**
     * Returns the tokens that are kept at this moment, which may be newer than those at the beginning of the request.
     * Refuses if the session has ended, or if another council was chosen.
     */
    public Mono<Tokens> newestTokens(ServerWebExchange exchange, StaffSession staff) {
        return Mono.justOrEmpty(exchange.getRequest().getCookies().getFirst(Cookies.SESSION))
                .flatMap(cookie -> stored.findById(cookie.getValue()))
                .switchIfEmpty(Mono.error(new Refused(Refusal.SIGNED_OUT)))
                .flatMap(session -> Mono.justOrEmpty(session.<Tokens>getAttribute(staff.tokensAttribute())))
                .switchIfEmpty(Mono.error(new Refused(Refusal.STALE_PAGE)))
                .map(kept -> newest(staff, kept));
    }

    /** Prefers the tokens in memory, which were got later, also if both end in the same second. */
    private Tokens newest(StaffSession staff, Tokens kept) {
        var newer = unsaved.get(staff.tokensAttribute());
        return newer == null || newer.expiresAt().isBefore(kept.expiresAt()) ? kept : newer;
    }

    /**
     * Saves immediately, so that requests that arrive at the same time do not refresh too. If Redis is full, the tokens
     * stay in memory and the request goes on.
     */
    public Mono<Tokens> keep(ServerWebExchange exchange, StaffSession staff, Tokens tokens) {
        return keepIn(stored, exchange, staff, tokens)
                .doOnSuccess(_ -> unsaved.remove(staff.tokensAttribute()))
                .onErrorResume(RedisMemory::refusesToWrite, _ -> {
                    unsaved.put(staff.tokensAttribute(), tokens);
                    return Mono.empty();
                })
                .thenReturn(tokens);
    }

    /** Writes to a copy of the session. Otherwise the server would write the tokens again at the end of the request. */
    private static <S extends Session> Mono<Void> keepIn(
            ReactiveSessionRepository<S> stored, ServerWebExchange exchange, StaffSession staff, Tokens tokens) {
        return Mono.justOrEmpty(exchange.getRequest().getCookies().getFirst(Cookies.SESSION))
                .flatMap(cookie -> stored.findById(cookie.getValue()))
                .switchIfEmpty(Mono.error(new Refused(Refusal.SIGNED_OUT)))
                .flatMap(session -> {
                    session.setAttribute(staff.tokensAttribute(), tokens);
                    return stored.save(session);
                });
    }

    public Mono<Void> end(ServerWebExchange exchange) {
        return exchange.getSession().flatMap(WebSession::invalidate);
    }

    /** Gives Spring Security the signed-in person. */
    @Override
    public Mono<SecurityContext> load(ServerWebExchange exchange) {
        return find(exchange)
                .map(staff -> new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                        staff.person().subject(), null, List.of())));
    }

    /** Does nothing: {@link #begin} and {@link #choose} have already written the session. */
    @Override
    public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
        return Mono.empty();
    }

    private static @Nullable StaffSession staffIn(WebSession session) {
        return session.getAttribute(StaffSession.ATTRIBUTE);
    }
}
