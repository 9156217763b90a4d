package uk.alongside.tenant.mail;

/**
 * A mail could not be handed over. The message names only the kind of failure, because a mail server's answer may
 * contain an address.
 */
public final class MailNotSent extends RuntimeException {

    private static final long serialVersionUID = 1;

    MailNotSent(Exception why) {
        super("not handed over: " + why.getClass().getSimpleName());
    }
}
