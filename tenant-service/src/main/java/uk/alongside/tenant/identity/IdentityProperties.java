package uk.alongside.tenant.identity;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The addresses of Keycloak.
 *
 * @param url the realm, as {@code http://keycloak:8080/realms/alongside}
 */
@ConfigurationProperties("alongside.identity")
record IdentityProperties(
        URI url,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("5s") Duration readTimeout) {

    /** Returns the address of the realm's administration. */
    String admin() {
        return url.toString().replaceFirst("/realms/([^/]+)/?$", "/admin/realms/$1");
    }
}
