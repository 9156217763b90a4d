package uk.alongside.tenant.mail;

/**
 * The place where mail is handed over, in the transaction of the change that caused it. Its council is bound, except for a
 * mail about an account of no council.
 */
public interface Postbox {

    /**
     * Hands over a mail.
     *
     * @throws MailNotSent if the mail could not be handed over now; a later attempt may succeed
     */
    void send(Mail mail) throws UndeliverableAddress;

    /** Deletes the one-time passwords of earlier mails to this address, where the product keeps mail. */
    void forgetPasswords(String recipient);
}
