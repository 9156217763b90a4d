package uk.alongside.tenant.mail;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of outgoing mail.
 *
 * @param mode kept in the database for an operator to see, or sent through the server of {@code spring.mail}; there is
 *     no default, because neither is right for every deployment
 * @param from the sender of the mail
 * @param links the base address of links in a mail: the product as browsers reach it
 */
@ConfigurationProperties("alongside.mail")
record MailProperties(@Nullable Mode mode, String from, URI links) {

    enum Mode {
        OUTBOX,
        SMTP
    }
}
