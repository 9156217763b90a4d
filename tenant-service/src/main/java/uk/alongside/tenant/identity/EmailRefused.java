package uk.alongside.tenant.identity;

/** Keycloak does not accept this text as an e-mail address, though it looked like one. */
public final class EmailRefused extends RuntimeException {

    private static final long serialVersionUID = 1;
}
