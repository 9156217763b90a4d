package uk.alongside.tenant.mail;

/** The server refuses mail for this address, now and later. */
public final class AddressRefused extends Exception {

    private static final long serialVersionUID = 1;
}
