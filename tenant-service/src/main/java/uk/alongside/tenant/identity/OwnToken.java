package uk.alongside.tenant.identity;

import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * The service's own tokens, by client credentials, which act for no caller. One token is for the peer; the other, of
 * another client, administers Keycloak. So a person who sees the first token cannot use it at Keycloak.
 */
@Component
public class OwnToken {

    private static final String FOR_PEER = "keycloak";
    private static final String FOR_ADMINISTRATION = "administration";

    /**
     * The time before expiry at which a token is renewed. Tokens live for a minute, and so does Spring's default, which
     * would fetch one for every call.
     */
    private static final Duration SKEW = Duration.ofSeconds(10);

    private static final Authentication ANONYMOUS = new AnonymousAuthenticationToken(
            "tenant-service", "tenant-service", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));

    private final AuthorizedClientServiceOAuth2AuthorizedClientManager manager;
    private final OAuth2AuthorizedClientService tokens;

    OwnToken(
            ClientRegistrationRepository registrations,
            OAuth2AuthorizedClientService tokens,
            IdentityProperties properties) {
        var answers = new RestClientClientCredentialsTokenResponseClient();
        answers.setRestClient(RestClient.builder()
                .requestFactory(requests(properties.connectTimeout(), properties.readTimeout()))
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        this.manager = new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, tokens);
        this.manager.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                .clientCredentials(
                        token -> token.accessTokenResponseClient(answers).clockSkew(SKEW))
                .build());
        this.tokens = tokens;
    }

    /** Returns a client whose calls carry the token for the other service. */
    public RestClient peer(String baseUrl, Duration connectTimeout, Duration readTimeout) {
        return client(FOR_PEER, baseUrl, connectTimeout, readTimeout);
    }

    /** Returns a client whose calls carry the token that administers Keycloak. */
    RestClient administration(String baseUrl, Duration connectTimeout, Duration readTimeout) {
        return client(FOR_ADMINISTRATION, baseUrl, connectTimeout, readTimeout);
    }

    private RestClient client(String registration, String baseUrl, Duration connectTimeout, Duration readTimeout) {
        var bearer = new OAuth2ClientHttpRequestInterceptor(manager);
        bearer.setClientRegistrationIdResolver(_ -> registration);
        bearer.setPrincipalResolver(_ -> ANONYMOUS);
        bearer.setAuthorizationFailureHandler(OAuth2ClientHttpRequestInterceptor.authorizationFailureHandler(tokens));
        return RestClient.builder()
                .baseUrl(baseUrl)
                .requestFactory(requests(connectTimeout, readTimeout))
                .requestInterceptor(bearer)
                .build();
    }

    private static ClientHttpRequestFactory requests(Duration connectTimeout, Duration readTimeout) {
        var factory = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connectTimeout)
                .build());
        factory.setReadTimeout(readTimeout);
        return factory;
    }
}
