package uk.alongside.tenant.mail;

/** The place where mail is handed over, with its council bound, if it has one, and in the transaction of the change that caused it. */
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
