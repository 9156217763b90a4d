package uk.alongside.foundation.wall;

import java.sql.Timestamp;
import java.time.Clock;

/**
 * Says and keeps whether the bound council is suspended. While it is, {@code app.member_of} admits none of its members
 * (docs/adr/0069). Work without a request asks here whether it goes on.
 */
public final class CouncilSuspension {

    private final GuardedDataSource dataSource;
    private final CouncilSql sql;
    private final Clock clock;

    CouncilSuspension(GuardedDataSource dataSource, CouncilSql sql, Clock clock) {
        this.dataSource = dataSource;
        this.sql = sql;
        this.clock = clock;
    }

    /** Returns whether the council is suspended, in one statement outside any transaction. */
    public boolean isOn() {
        return dataSource.isCouncilSuspended();
    }

    /** Suspends or resumes the council in the caller's transaction. To do it a second time changes nothing. */
    public void set(boolean suspended) {
        if (suspended) {
            sql.sql("""
                            insert into app.suspended_council (tenant_id, id, since) values (:council, :council, :now)
                            on conflict (tenant_id, id) do nothing""").param("now", Timestamp.from(clock.instant())).update();
        } else {
            sql.sql("delete from app.suspended_council where tenant_id = :council")
                    .update();
        }
    }
}
