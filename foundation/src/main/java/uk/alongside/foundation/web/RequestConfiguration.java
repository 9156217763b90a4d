package uk.alongside.foundation.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.foundation.idempotency.IdempotencyKeyArgument;
import uk.alongside.foundation.problem.Problem;
import uk.alongside.foundation.wall.MemberLookup;

/**
 * Configures security for {@code /api/**} and closes every other path. A service may add a chain of its own for {@code
 * /internal/**} only.
 */
@AutoConfiguration(before = {OAuth2ResourceServerAutoConfiguration.class, ErrorMvcAutoConfiguration.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableMethodSecurity
@Import({ProblemAdvice.class, ErrorProblems.class, VersionHeaders.class})
class RequestConfiguration {

    /** The tolerance for clocks that differ between machines. A token lives for a minute. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(5);

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int MOST_TOKENS = 2_000;

    @Bean
    ProblemResponses problemResponses(JsonMapper json, ObjectProvider<MeterRegistry> meters) {
        return new ProblemResponses(json, meters);
    }

    @Bean
    WebMvcConfigurer arguments() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new IfMatchArgument());
                resolvers.add(new IdempotencyKeyArgument());
            }
        };
    }

    @Bean
    WebMvcConfigurer checksBeforeEndpoints() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(new BodyTypes());
                interceptors.addInterceptor(new AuthorityFirst());
            }
        };
    }

    /**
     * Refuses a request with a control character in a header before any part of the product reads the header. Spring's
     * firewall refuses such a header only when it is read, which may be after the answer has begun.
     */
    @Bean
    HttpFirewall headerFirewall() {
        return new StrictHttpFirewall() {
            @Override
            public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
                var guarded = super.getFirewalledRequest(request);
                guarded.getHeaderNames()
                        .asIterator()
                        .forEachRemaining(
                                name -> guarded.getHeaders(name).asIterator().forEachRemaining(_ -> {}));
                return guarded;
            }
        };
    }

    /** Answers what the firewall refuses. Spring's own answer passes the firewall again, which leaves it without a body. */
    @Bean
    RequestRejectedHandler refusedByFirewall(ProblemResponses problems) {
        return (_, response, _) -> problems.write(response, ProblemAdvice.plain(HttpStatus.BAD_REQUEST));
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> malformedRequests() {
        return tomcat -> tomcat.addContextCustomizers(context ->
                ((StandardHost) context.getParent()).setErrorReportValveClass(MalformedRequests.class.getName()));
    }

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder jwtDecoder(OAuth2ResourceServerProperties properties) {
        var jwt = properties.getJwt();
        var issuer = jwt.getIssuerUri();
        var keys = jwt.getJwkSetUri();
        if (issuer == null || keys == null || jwt.getAudiences().isEmpty()) {
            throw new IllegalStateException("Issuer, key set and audience of tokens must all be configured.");
        }
        // Timeouts keep a Keycloak that hangs from blocking every request.
        var http = new SimpleClientHttpRequestFactory();
        http.setConnectTimeout(Duration.ofSeconds(2));
        http.setReadTimeout(Duration.ofSeconds(5));
        var decoder = NimbusJwtDecoder.withJwkSetUri(keys)
                .restOperations(new RestTemplate(http))
                .build();
        decoder.setJwtValidator(validator(issuer, jwt.getAudiences()));
        return remembering(decoder);
    }

    /**
     * Remembers a verified token for a minute and never longer than it lives. A key that Keycloak has withdrawn verifies no
     * token after this time. What a token permits is looked up for each request all the same.
     */
    static JwtDecoder remembering(JwtDecoder verification) {
        var verified = Caffeine.newBuilder()
                .maximumSize(MOST_TOKENS)
                .expireAfter(Expiry.creating((String _, Jwt token) -> remembered(token)))
                .build();
        return token -> verified.get(token, verification::decode);
    }

    private static Duration remembered(Jwt token) {
        var left = Duration.between(Instant.now(), token.getExpiresAt());
        return left.isNegative() ? Duration.ZERO : left.compareTo(LONGEST) < 0 ? left : LONGEST;
    }

    /** Measuring each security filter costs a tenth of a request, and nothing reads the measurements. */
    @Bean
    SecurityObservationSettings filtersAreNotObserved() {
        return SecurityObservationSettings.noObservations();
    }

    static OAuth2TokenValidator<Jwt> validator(String issuer, List<String> audiences) {
        return new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(CLOCK_SKEW),
                new JwtIssuerValidator(issuer),
                new JwtClaimValidator<List<String>>(
                        "aud", audience -> audience != null && !Collections.disjoint(audience, audiences)),
                new JwtClaimValidator<Object>("exp", expiry -> expiry != null),
                new JwtClaimValidator<String>("azp", client -> client != null && !client.isBlank()),
                new JwtClaimValidator<String>("sub", subject -> subject != null && !subject.isBlank()),
                new JwtClaimValidator<String>("typ", "Bearer"::equals));
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE - 10)
    SecurityFilterChain apiSecurity(
            HttpSecurity http,
            ProblemResponses problems,
            MemberLookup members,
            ObjectProvider<CouncilSignIn> signIns,
            Clock clock) {
        CouncilSignIn rule = signIns.getIfAvailable(() -> _ -> {});
        return stateless(http)
                .securityMatcher("/api/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .oauth2ResourceServer(server -> server.jwt(_ -> {})
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems)
                        .withObjectPostProcessor(answeringWith(problems)))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .addFilterAfter(
                        new CouncilFilter(new Members(members, clock), rule, problems),
                        BearerTokenAuthenticationFilter.class)
                .build();
    }

    /**
     * Answers 404 to every path that no other chain matches, except the cluster's health checks and measurements.
     * Measurements are exposed only where a setting says so. This chain runs last.
     */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain everythingElseIsClosed(HttpSecurity http, ProblemResponses problems) {
        return stateless(http)
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/actuator/health",
                                "/actuator/health/liveness",
                                "/actuator/health/readiness",
                                "/actuator/prometheus",
                                "/v3/api-docs/**",
                                "/error")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (_, response, _) -> problems.write(response, Problem.notFound()))
                        .accessDeniedHandler((_, response, _) -> problems.write(response, Problem.notFound())))
                .build();
    }

    private static HttpSecurity stateless(HttpSecurity http) {
        return http.csrf(AbstractHttpConfigurer::disable) // bearer tokens only: no cookie is read
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                        .addHeaderWriter(new StaticHeadersWriter("Cache-Control", "no-store")));
    }

    /** Answers with 503 if Keycloak's key set cannot be fetched; by default the answer is a bare 500. */
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> answeringWith(ProblemResponses problems) {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                filter.setAuthenticationFailureHandler(problems::commence);
                return filter;
            }
        };
    }
}
