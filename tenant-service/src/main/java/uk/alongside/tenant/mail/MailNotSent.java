package uk.alongside.tenant.mail;

/** The mail could not be handed over. Says the kind of failure only: what a mail server answers may hold an address. */
public final class MailNotSent extends RuntimeException {

    private static final long serialVersionUID = 1;

    MailNotSent(Exception why) {
        super("not handed over: " + why.getClass().getSimpleName());
    }
}
