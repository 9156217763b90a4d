package uk.alongside.tenant.mail;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.foundation.wall.CouncilContext;

/** A postbox that sends no mail and keeps it for an operator to read, while a council tries out the product. */
class KeptMails implements Postbox {

    private static final int SHOWN = 200;

    private final JdbcClient sql;
    private final Clock clock;

    KeptMails(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A mail and the time at which it was kept. */
    record Kept(UUID id, Mail mail, Instant sentAt) {}

    @Override
    public void send(Mail mail) {
        sql.sql("insert into app.mail (tenant_id, id, recipient, subject, body, sent_at) values (?, ?, ?, ?, ?, ?)")
                .params(
                        CouncilContext.council(),
                        UUID.randomUUID(),
                        mail.recipient(),
                        mail.subject(),
                        mail.text(),
                        Timestamp.from(clock.instant()))
                .update();
    }

    /** Returns all mails, the latest first. */
    @Transactional(readOnly = true)
    List<Kept> latest() {
        return sql.sql("""
                        select id, recipient, subject, body, sent_at from app.mail
                        where tenant_id = ? order by sent_at desc, id limit ?""")
                .params(CouncilContext.council(), SHOWN)
                .query((row, _) -> new Kept(
                        row.getObject(1, UUID.class),
                        new Mail(row.getString(2), row.getString(3), row.getString(4)),
                        row.getTimestamp(5).toInstant()))
                .list();
    }
}
