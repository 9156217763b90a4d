package uk.alongside.tenant.mail;

import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;

/** A postbox that hands mail to the server of {@code spring.mail}. */
final class SmtpPostbox implements Postbox {

    private final JavaMailSender server;
    private final String from;

    SmtpPostbox(JavaMailSender server, String from) {
        this.server = server;
        this.from = from;
    }

    @Override
    public void send(Mail mail) throws UndeliverableAddress {
        var message = new SimpleMailMessage();
        message.setFrom(from);
        message.setTo(mail.recipient());
        message.setSubject(mail.subject());
        message.setText(mail.textForTheRecipient());
        try {
            server.send(message);
        } catch (MailException e) {
            if (isAboutTheAddress(e)) {
                throw new UndeliverableAddress();
            }
            throw new MailNotSent(e);
        }
    }

    /** Does nothing, because this postbox keeps no mail. */
    @Override
    public void forgetPasswords(String recipient) {}

    private static boolean isAboutTheAddress(MailException e) {
        if (e instanceof MailSendException failed) {
            for (var each : failed.getMessageExceptions()) {
                if (isAboutTheAddress(each)) {
                    return true;
                }
            }
        }
        return isAboutTheAddress(e.getCause());
    }

    /**
     * Returns whether the server answered 5xx to the recipient. After 4xx the address is among the valid unsent ones.
     */
    private static boolean isAboutTheAddress(@Nullable Throwable cause) {
        return cause instanceof AddressException
                || (cause instanceof SendFailedException refused
                        && refused.getInvalidAddresses() != null
                        && refused.getInvalidAddresses().length > 0);
    }
}
