package uk.alongside.gateway.keycloak;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.SignedJWT;
import io.netty.channel.ChannelOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.ReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeReactiveAuthenticationManager;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcReactiveOAuth2UserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;
import uk.alongside.gateway.settings.GatewaySettings;

/**
 * Configures how the gateway talks to Keycloak. The addresses are settings, not discovered: without Keycloak the
 * gateway still starts and serves everything that needs no sign-in.
 */
@Configuration(proxyBeanMethods = false)
class KeycloakConfiguration {

    private static final String CLIENT = "gateway";
    private static final int MOST_BYTES_OF_KEYS = 100_000;
    private static final JWKSelector ANY_KEY = new JWKSelector(new JWKMatcher.Builder().build());

    @Bean
    ReactiveClientRegistrationRepository registrations(GatewaySettings settings) {
        return new InMemoryReactiveClientRegistrationRepository(Arrays.stream(Registration.values())
                .map(registration -> registration(registration, settings))
                .toList());
    }

    private static ClientRegistration registration(Registration registration, GatewaySettings settings) {
        var scopes = switch (registration) {
            case SIGN_IN -> List.of("openid", "profile", "email", "organization:*");
            case COUNCIL, OPERATOR -> List.of("openid");
        };
        return ClientRegistration.withRegistrationId(registration.id())
                .clientId(CLIENT)
                .clientSecret(settings.keycloak().clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .redirectUri(settings.publicUrl("/login/oauth2/code/" + registration.id()))
                .scope(scopes)
                .issuerUri(settings.keycloak().issuer().toString())
                .authorizationUri(settings.keycloak().forBrowser("auth"))
                .tokenUri(settings.keycloak().forGateway("token"))
                .jwkSetUri(settings.keycloak().forGateway("certs"))
                .userNameAttributeName("sub")
                .build();
    }

    @Bean
    WebClient keycloakClient() {
        return WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(HttpClient.create()
                        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 2000)
                        .responseTimeout(Duration.ofSeconds(10))))
                .build();
    }

    @Bean
    ReactiveAuthenticationManager signIn(WebClient keycloakClient) {
        var codes = new WebClientReactiveAuthorizationCodeTokenResponseClient();
        codes.setWebClient(keycloakClient);
        return new OidcAuthorizationCodeReactiveAuthenticationManager(codes, new OidcReactiveOAuth2UserService());
    }

    @Bean
    ReactiveOAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refreshes(WebClient keycloakClient) {
        var refreshes = new WebClientReactiveRefreshTokenTokenResponseClient();
        refreshes.setWebClient(keycloakClient);
        return refreshes;
    }

    /**
     * Decodes the tokens of machine clients. It rejects the gateway's own tokens: no caller has those, so one that
     * arrives was stolen.
     */
    @Bean
    ReactiveJwtDecoder bearerTokens(GatewaySettings settings, Clock clock) {
        var known = JWKSourceBuilder.create(
                        settings.keycloak().keys(), new DefaultResourceRetriever(2000, 5000, MOST_BYTES_OF_KEYS))
                .outageTolerant(Duration.ofHours(1).toMillis())
                .build();
        var decoder = NimbusReactiveJwtDecoder.withJwkSource(token -> Mono.fromCallable(() -> keys(known, token))
                        .subscribeOn(Schedulers.boundedElastic())
                        .onErrorMap(KeySourceException.class, KeysUnreachable::new)
                        .flatMapIterable(Function.identity()))
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<Jwt>(
                new JwtTimestampValidator(Duration.ofSeconds(5)),
                new JwtIssuerValidator(settings.keycloak().issuer().toString()),
                new JwtClaimValidator<List<String>>(
                        "aud",
                        audience -> audience != null
                                && (audience.contains("tenant-service") || audience.contains("conversations-service"))),
                new JwtClaimValidator<String>("azp", client -> client != null && !client.equals(CLIENT)),
                new JwtClaimValidator<String>("typ", "Bearer"::equals)));
        return new VerifiedTokens(token -> decoder.decode(token).onErrorMap(KeycloakConfiguration::failure), clock);
    }

    /** Keys that cannot be fetched are not the token's fault. Every other failure is, such as an unknown algorithm. */
    private static RuntimeException failure(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                        .limit(10)
                        .anyMatch(KeysUnreachable.class::isInstance)
                ? new AuthenticationServiceException("Keycloak's keys could not be fetched", failure)
                : new BadJwtException("The token is not accepted", failure);
    }

    private static final class KeysUnreachable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        KeysUnreachable(Throwable cause) {
            super(cause);
        }
    }

    /**
     * Asks Keycloak again for an unknown key, but at most twice in half a minute: any caller can invent key ids, and
     * everyone's sign-in depends on Keycloak.
     */
    private static List<JWK> keys(JWKSource<SecurityContext> known, SignedJWT token) throws KeySourceException {
        var matcher = JWKMatcher.forJWSHeader(token.getHeader());
        if (matcher == null) {
            return List.of(); // no key is for this algorithm
        }
        var wanted = new JWKSelector(matcher);
        try {
            return known.get(wanted, null);
        } catch (RateLimitReachedException e) {
            return wanted.select(new JWKSet(known.get(ANY_KEY, null)));
        }
    }
}
