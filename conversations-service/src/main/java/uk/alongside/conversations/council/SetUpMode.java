package uk.alongside.conversations.council;

import org.springframework.stereotype.Repository;
import uk.alongside.foundation.wall.CouncilSql;

/** Says whether the council is in set-up mode: the time before it is live, in which its team tries the product out. */
@Repository
public class SetUpMode {

    /** The most people that a council may add in set-up mode: enough to practise with, real or made up. */
    public static final int MOST_PEOPLE = 50;

    private final CouncilSql sql;

    SetUpMode(CouncilSql sql) {
        this.sql = sql;
    }

    /**
     * Says whether set-up mode is on. While it is on, other callers wait until the transaction ends, so that counts are
     * safe.
     */
    public boolean isOn() {
        return sql.sql("""
                        select 1 from app.council
                        where tenant_id = :council and id = :council and status = 'setting-up' for update""").query(Integer.class).optional().isPresent();
    }
}
