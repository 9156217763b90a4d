package uk.alongside.tenant.mail;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.foundation.wall.CouncilContext;

/** Mail that goes nowhere: it is kept for an operator to look at, while the product is tried out. */
class KeptMails implements Postbox {

    private static final int SHOWN = 200;

    private final JdbcClient sql;
    private final Clock clock;

    KeptMails(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A mail and when it was kept. */
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

    /** The latest first. */
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
