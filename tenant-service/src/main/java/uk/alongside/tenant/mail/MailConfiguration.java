package uk.alongside.tenant.mail;

import java.time.Clock;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import uk.alongside.foundation.wall.CouncilSql;

/** The choice between the two ways of mail. A wrong setting fails at the start. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    @Bean
    Links links(MailProperties properties) {
        return new Links(properties.links());
    }

    @Bean
    Postbox postbox(MailProperties properties, ObjectProvider<JavaMailSender> server, KeptMails keptMails) {
        return switch (properties.mode()) {
            case null ->
                throw new IllegalStateException(
                        "alongside.mail.mode is not set. smtp sends mail; outbox keeps it, links"
                                + " included, where the operator reads it, and is for trying the product out.");
            case OUTBOX -> keptMails;
            case SMTP -> {
                var sender = server.getIfAvailable();
                if (sender == null) {
                    throw new IllegalStateException("alongside.mail.mode is smtp, and spring.mail.host is not set.");
                }
                yield new SmtpPostbox(sender, properties.from());
            }
        };
    }

    /** The texts of mail, for now in English for all councils. */
    @Bean
    MailTexts mailTexts() {
        return new MailTexts(Locale.UK);
    }

    @Bean
    Mailer mailer(Postbox postbox, MailTexts texts) {
        return new Mailer(postbox, texts);
    }

    @Bean
    KeptMails keptMails(CouncilSql sql, MailTexts texts, Clock clock) {
        return new KeptMails(sql, texts, clock);
    }
}
