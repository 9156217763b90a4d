package uk.alongside.gateway.signin;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import uk.alongside.gateway.session.StaffSession;
import uk.alongside.gateway.settings.GatewaySettings;

/**
 * Ends sign-ins at Keycloak, so that a browser does not get a new session without a password. The gateway itself sends
 * Keycloak the ID token; a redirect would put that token into a browser's address.
 */
@Component
class KeycloakSignOut {

    /** The page after a sign-out, which Keycloak's client must allow. */
    static final String SIGNED_OUT = "/signed-out";

    private static final Logger log = LoggerFactory.getLogger(KeycloakSignOut.class);

    private final WebClient keycloak;
    private final GatewaySettings settings;

    KeycloakSignOut(WebClient keycloak, GatewaySettings settings) {
        this.keycloak = keycloak;
        this.settings = settings;
    }

    /** Returns false if Keycloak did not end the sign-in. A sign-in that has ended already counts as ended. */
    Mono<Boolean> end(StaffSession staff) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("id_token_hint", staff.idToken());
        form.add("post_logout_redirect_uri", settings.publicUrl(SIGNED_OUT));
        return keycloak.post()
                .uri(settings.keycloak().forGateway("logout"))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(form)
                .exchangeToMono(response ->
                        response.releaseBody().thenReturn(response.statusCode().is3xxRedirection()))
                .timeout(Duration.ofSeconds(5))
                .onErrorResume(away -> {
                    log.warn(
                            "Keycloak did not answer a sign-out: {}",
                            away.getClass().getName());
                    return Mono.just(false);
                });
    }
}
