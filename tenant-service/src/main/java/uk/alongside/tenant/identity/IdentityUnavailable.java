package uk.alongside.tenant.identity;

import org.springframework.web.client.RestClientResponseException;

/**
 * Keycloak did not answer, or not usefully. Nothing is half done: the same request completes what it began. Says no more
 * than the kind of failure, because the address that was asked may hold somebody's e-mail.
 */
public final class IdentityUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    public IdentityUnavailable(String reason) {
        super(reason);
    }

    static IdentityUnavailable because(Exception e) {
        return new IdentityUnavailable(
                e instanceof RestClientResponseException answer
                        ? "answered " + answer.getStatusCode().value()
                        : e.getClass().getSimpleName());
    }
}
