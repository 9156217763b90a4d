package uk.alongside.tenant.mail;

/** The mail server accepts no mail for this address, now or later. */
public final class UndeliverableAddress extends Exception {

    private static final long serialVersionUID = 1;
}
