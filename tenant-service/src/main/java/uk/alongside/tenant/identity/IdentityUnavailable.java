package uk.alongside.tenant.identity;

import org.springframework.web.client.RestClientResponseException;

/**
 * Keycloak gave no answer, or no useful one. No change is lost: the same request completes the earlier one. The message
 * names only the kind of failure, because the requested address may contain a person's e-mail address.
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
