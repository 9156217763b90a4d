package uk.alongside.conversations.hub;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.alongside.foundation.CouncilContext;

/** The closures of a hub, which are written and taken away whole. */
@Repository
class Closures {

    private final JdbcClient jdbc;

    Closures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that touch any day from one to another, in order. */
    List<HubClosure> between(UUID hub, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select id, first_day, last_day, reason from app.hub_closure
                        where tenant_id = :council and hub_id = :hub and first_day <= :to and last_day >= :from
                        order by first_day, id""")
                .param("council", CouncilContext.council())
                .param("hub", hub)
                .param("from", from)
                .param("to", to)
                .query((row, _) -> new HubClosure(
                        row.getObject("id", UUID.class),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        row.getString("reason")))
                .list();
    }
}
