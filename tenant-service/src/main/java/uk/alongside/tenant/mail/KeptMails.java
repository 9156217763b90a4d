package uk.alongside.tenant.mail;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.foundation.wall.CouncilSql;

/**
 * A postbox that sends no mail and keeps it for an operator to read, while a council tries out the product. A mail that
 * belongs to no council is not kept. A one-time password is kept apart from its mail, in a column that the service can write
 * and cannot read, until it is used, replaced or expired.
 */
class KeptMails implements Postbox {

    static final int PAGE = 200;

    private static final Logger LOG = LoggerFactory.getLogger(KeptMails.class);

    private final CouncilSql sql;
    private final MailTexts texts;
    private final Clock clock;

    KeptMails(CouncilSql sql, MailTexts texts, Clock clock) {
        this.sql = sql;
        this.texts = texts;
        this.clock = clock;
    }

    /** A mail and the time at which it was kept. */
    record Kept(MailId id, Mail mail, Instant sentAt) {}

    @Override
    public void send(Mail mail) {
        if (CouncilContext.ifBound().isEmpty()) {
            LOG.info("A mail that belongs to no council was neither sent nor kept");
            return;
        }
        if (mail.password() != null) {
            forgetPasswords(mail.recipient());
        }
        sql.sql("""
                insert into app.mail (tenant_id, id, recipient, subject, body, one_time_password, sent_at)
                values (:council, :id, :recipient, :subject, :body, :password, :now)""")
                .param("id", UUID.randomUUID())
                .param("recipient", mail.recipient())
                .param("subject", mail.subject())
                .param("body", mail.textWith(texts.word("password.hidden")))
                .param("password", mail.password())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    @Override
    public void forgetPasswords(String recipient) {
        sql.sql("update app.mail set one_time_password = null where tenant_id = :council and recipient = :recipient")
                .param("recipient", recipient)
                .update();
    }

    /** Returns a page of the mails, the latest first. */
    @Transactional(readOnly = true)
    Page<Kept, MailId> latest(@Nullable MailId after) {
        var rest = sql.sql("""
                        select id, recipient, subject, body, sent_at from app.mail
                        where tenant_id = :council
                          and (cast(:after as uuid) is null or (sent_at, id) < (
                              select sent_at, id from app.mail where tenant_id = :council and id = :after))
                        order by sent_at desc, id desc limit :limit""")
                .param("after", after == null ? null : after.value())
                .param("limit", PAGE + 1)
                .query((row, _) -> new Kept(
                        new MailId(row.getObject(1, UUID.class)),
                        new Mail(row.getString(2), row.getString(3), row.getString(4)),
                        row.getTimestamp(5).toInstant()))
                .list();
        return Page.ofRest(rest, Kept::id, PAGE);
    }
}
