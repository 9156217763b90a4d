package uk.alongside.tenant.mail;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.wall.CouncilSql;

/** A postbox that sends no mail and keeps it for an operator to read, while a council tries out the product. */
class KeptMails implements Postbox {

    static final int PAGE = 200;

    private final CouncilSql sql;
    private final Clock clock;

    KeptMails(CouncilSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A mail and the time at which it was kept. */
    record Kept(UUID id, Mail mail, Instant sentAt) {}

    @Override
    public void send(Mail mail) {
        sql.sql("""
                insert into app.mail (tenant_id, id, recipient, subject, body, sent_at)
                values (:council, :id, :recipient, :subject, :body, :now)""")
                .param("id", UUID.randomUUID())
                .param("recipient", mail.recipient())
                .param("subject", mail.subject())
                .param("body", mail.text())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Returns a page of the mails, the latest first. */
    @Transactional(readOnly = true)
    Page<Kept, UUID> latest(@Nullable UUID after) {
        var rest = sql.sql("""
                        select id, recipient, subject, body, sent_at from app.mail
                        where tenant_id = :council
                          and (cast(:after as uuid) is null or (sent_at, id) < (
                              select sent_at, id from app.mail where tenant_id = :council and id = :after))
                        order by sent_at desc, id desc limit :limit""")
                .param("after", after)
                .param("limit", PAGE + 1)
                .query((row, _) -> new Kept(
                        row.getObject(1, UUID.class),
                        new Mail(row.getString(2), row.getString(3), row.getString(4)),
                        row.getTimestamp(5).toInstant()))
                .list();
        return Page.ofRest(rest, Kept::id, PAGE);
    }
}
