package uk.alongside.tenant.mail;

/** The server takes no mail for this address, and will not later. */
public final class AddressRefused extends Exception {

    private static final long serialVersionUID = 1;
}
