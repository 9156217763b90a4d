package uk.alongside.gateway;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import org.springframework.security.web.server.header.CrossOriginOpenerPolicyServerHttpHeadersWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.server.header.CrossOriginResourcePolicyServerHttpHeadersWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.ServerHttpHeadersWriter;
import org.springframework.security.web.server.header.StaticServerHttpHeadersWriter;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter.Mode;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.security.web.server.util.matcher.AndServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import uk.alongside.gateway.limits.RateLimits;
import uk.alongside.gateway.problem.ErrorResponses;
import uk.alongside.gateway.problem.Refusal;
import uk.alongside.gateway.session.PageTokenFilter;
import uk.alongside.gateway.session.Person;
import uk.alongside.gateway.session.StaffSessions;
import uk.alongside.gateway.settings.GatewaySettings;
import uk.alongside.gateway.signin.SignInFilters;

/**
 * Configures two security chains: one for machine clients with their own token, one for browsers with or without a
 * cookie.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String BEARER = "Bearer ";

    private final GatewaySettings settings;
    private final ErrorResponses errors;
    private final RateLimits limits;

    SecurityConfiguration(GatewaySettings settings, ErrorResponses errors, RateLimits limits) {
        this.settings = settings;
        this.errors = errors;
        this.limits = limits;
    }

    /**
     * No address of this product contains encoded letters. A path in another spelling would reach its route but bypass
     * the filters here that compare spellings. Headers are checked by the firewall's own rule without its regular
     * expression, which took a twelfth of the processor time of a request.
     */
    @Bean
    static ServerWebExchangeFirewall firewall() {
        var firewall = new StrictServerWebExchangeFirewall();
        firewall.getEncodedUrlBlocklist().add("%");
        firewall.setAllowedHeaderNames(SecurityConfiguration::isAllowedName);
        firewall.setAllowedHeaderValues(SecurityConfiguration::isAllowedValue);
        return firewall;
    }

    /** The firewall also asks about a header that a request does not have. */
    private static boolean isAllowedName(@Nullable String name) {
        return name == null
                || name.codePoints().allMatch(letter -> Character.isDefined(letter) && !Character.isISOControl(letter));
    }

    private static boolean isAllowedValue(@Nullable String value) {
        return value == null || isAllowedName(value.replace('\t', ' '));
    }

    /** Answers what the firewall refuses in words; by default the answer has no body. */
    @Bean
    ServerExchangeRejectedHandler refusedByFirewall() {
        return (exchange, _) -> errors.refuse(exchange, Refusal.BAD_REQUEST);
    }

    /** Measuring each security filter costs a tenth of a request, and nothing reads the measurements. */
    @Bean
    SecurityObservationSettings filtersAreNotObserved() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(1)
    SecurityWebFilterChain machineClients(ServerHttpSecurity http, ReactiveJwtDecoder bearerTokens) {
        return common(http)
                .securityMatcher(new AndServerWebExchangeMatcher(
                        new PathPatternParserServerWebExchangeMatcher("/api/**"),
                        SecurityConfiguration::carriesBearerToken))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .oauth2ResourceServer(bearer -> bearer.jwt(jwt -> jwt.jwtDecoder(bearerTokens))
                        .bearerTokenConverter(SecurityConfiguration::bearerToken)
                        .authenticationEntryPoint((exchange, _) -> errors.refuse(exchange, Refusal.INVALID_TOKEN))
                        .accessDeniedHandler((exchange, _) -> errors.refuse(exchange, Refusal.NO_COUNCIL)))
                .authorizeExchange(all -> all.anyExchange()
                        .access((caller, _) -> caller.map(SecurityConfiguration::mayCall)
                                .defaultIfEmpty(new AuthorizationDecision(false))))
                .addFilterAfter(limits.perCaller(), SecurityWebFiltersOrder.AUTHORIZATION)
                .build();
    }

    @Bean
    @Order(2)
    SecurityWebFilterChain people(ServerHttpSecurity http, SignInFilters signIn, StaffSessions sessions) {
        return common(http)
                .securityContextRepository(sessions)
                .authorizeExchange(all -> all.pathMatchers("/api/**")
                        .authenticated()
                        .anyExchange()
                        .permitAll())
                .addFilterAt(limits.perAddress(), SecurityWebFiltersOrder.FIRST)
                .addFilterAt(signIn.toKeycloak(), SecurityWebFiltersOrder.HTTP_BASIC)
                .addFilterAt(signIn.fromKeycloak(), SecurityWebFiltersOrder.AUTHENTICATION)
                .addFilterAfter(limits.perCaller(), SecurityWebFiltersOrder.AUTHORIZATION)
                .addFilterAt(new PageTokenFilter(sessions), SecurityWebFiltersOrder.LAST)
                .build();
    }

    /**
     * Spring Security's own CSRF check is off, because {@link PageTokenFilter} ties the token to the chosen council.
     */
    private ServerHttpSecurity common(ServerHttpSecurity http) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(
                                (exchange, _) -> errors.refuse(exchange, Refusal.SIGNED_OUT))
                        .accessDeniedHandler((exchange, _) -> errors.refuse(exchange, Refusal.NO_COUNCIL)))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(contentPolicy()))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .frameOptions(frames -> frames.mode(Mode.DENY))
                        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                        .permissionsPolicy(permissions ->
                                permissions.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()"))
                        .hsts(ServerHttpSecurity.HeaderSpec.HstsSpec::disable)
                        .writer(strictTransportSecurity()));
    }

    /**
     * Asks browsers to use HTTPS only, for a year, if the product's address is an HTTPS address. Spring Security's own
     * writer looks at the request, which is plain HTTP behind a proxy that ends TLS.
     */
    private ServerHttpHeadersWriter strictTransportSecurity() {
        return settings.publicUrl("").startsWith("https:")
                ? StaticServerHttpHeadersWriter.builder()
                        .header("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
                        .build()
                : _ -> Mono.empty();
    }

    private String contentPolicy() {
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                + " connect-src 'self'; manifest-src 'self'; form-action 'self' "
                + settings.keycloak().origin() + "; frame-ancestors 'none'; base-uri 'none'";
    }

    private static Mono<MatchResult> carriesBearerToken(ServerWebExchange exchange) {
        var authorization = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? MatchResult.match()
                : MatchResult.notMatch();
    }

    /**
     * Takes whatever follows "Bearer". The decoder refuses what is no token, so the regular expression of Spring
     * Security's own converter adds nothing. It took another twelfth of the time of a request.
     */
    private static Mono<Authentication> bearerToken(ServerWebExchange exchange) {
        return Mono.justOrEmpty(exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION))
                .map(authorization -> authorization.substring(BEARER.length()).strip())
                .filter(token -> !token.isEmpty())
                .switchIfEmpty(Mono.error(() -> new InvalidBearerTokenException("The token is empty")))
                .map(BearerTokenAuthenticationToken::new);
    }

    /**
     * Accepts a token for one council, or for none if it is an operator's. The service decides whether the caller
     * belongs to that council.
     */
    private static AuthorizationResult mayCall(Authentication caller) {
        return new AuthorizationDecision(caller instanceof JwtAuthenticationToken bearer
                && switch (Person.councils(bearer.getToken()).size()) {
                    case 0 -> Person.isOperator(bearer.getToken());
                    case 1 -> true;
                    default -> false;
                });
    }
}
