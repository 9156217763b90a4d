package uk.alongside.conversations.capacity;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.foundation.wall.AcrossCouncils;
import uk.alongside.foundation.wall.CouncilSql;

/**
 * Stores the errors that the capacity check found, until they are corrected. They are in the database because any
 * replica may find them, and all replicas must report them.
 */
@Component
class CapacityFindings {

    private final CouncilSql sql;
    private final JdbcClient jdbc;
    private final Clock clock;

    CapacityFindings(CouncilSql sql, JdbcClient jdbc, Clock clock) {
        this.sql = sql;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Records the number of wrong slots of this council. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(int slots) {
        if (slots == 0) {
            sql.sql("delete from ops.capacity_finding where council_id = :council")
                    .update();
        } else {
            sql.sql("""
                            insert into ops.capacity_finding (council_id, slots, found_at) values (:council, :slots, :now)
                            on conflict (council_id) do update set slots = excluded.slots, found_at = excluded.found_at""")
                    .param("slots", slots)
                    .param("now", OffsetDateTime.now(clock))
                    .update();
        }
    }

    /** Counts the councils with wrong slots. */
    @AcrossCouncils
    @Transactional(readOnly = true, timeout = 5)
    public int councils() {
        return jdbc.sql("select count(*) from ops.capacity_finding")
                .query(Integer.class)
                .single();
    }
}
