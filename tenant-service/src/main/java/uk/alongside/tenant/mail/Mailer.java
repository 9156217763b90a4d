package uk.alongside.tenant.mail;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the mail of a template and hands it over. An address that takes no mail is only logged, because another attempt
 * would not help and the mails to other addresses must not wait for it.
 */
public final class Mailer {

    private static final Logger LOG = LoggerFactory.getLogger(Mailer.class);

    private final Postbox postbox;
    private final MailTexts texts;

    public Mailer(Postbox postbox, MailTexts texts) {
        this.postbox = postbox;
        this.texts = texts;
    }

    /**
     * Sends the mail of this template. A machine client has no address and gets none.
     *
     * @throws MailNotSent if the mail could not be handed over now; a later attempt may succeed
     */
    public void send(String template, @Nullable String recipient, Map<String, String> values) {
        if (recipient == null) {
            return;
        }
        try {
            postbox.send(texts.write(template, recipient, values));
        } catch (UndeliverableAddress e) {
            LOG.warn("An address takes no mail of the template {}", template);
        }
    }
}
