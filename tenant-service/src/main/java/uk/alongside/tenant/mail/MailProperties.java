package uk.alongside.tenant.mail;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How mail goes out.
 *
 * @param mode kept in the database for an operator to see, or sent through the server of {@code spring.mail}; neither
 *     is right unless somebody said so
 * @param from what stands as the sender
 * @param links where links in a mail lead: the product as browsers reach it
 */
@ConfigurationProperties("alongside.mail")
record MailProperties(@Nullable Mode mode, String from, URI links) {

    enum Mode {
        OUTBOX,
        SMTP
    }
}
