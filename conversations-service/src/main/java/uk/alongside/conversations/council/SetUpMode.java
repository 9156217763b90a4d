package uk.alongside.conversations.council;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.alongside.foundation.wall.CouncilContext;

/** The time before a council is live, in which its team tries things out. */
@Repository
public class SetUpMode {

    /** Enough to practise with, real or made up. */
    public static final int MOST_PEOPLE = 50;

    private final JdbcClient jdbc;

    SetUpMode(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** While it is on, who asks keeps others who ask waiting until their transaction ends, so that counting is safe. */
    public boolean isOn() {
        return jdbc.sql("""
                        select 1 from app.council
                        where tenant_id = :council and id = :council and status = 'setting-up' for update""")
                .param("council", CouncilContext.council())
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
