package uk.alongside.tenant.mail;

/** Where mail is handed over, with its council bound and in the transaction of what it tells of. */
public interface Postbox {

    /**
     * Hands over a mail.
     *
     * @throws MailNotSent if it could not be handed over now; trying again later may help
     */
    void send(Mail mail) throws AddressRefused;
}
