package uk.alongside.tenant.secondfactor;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.foundation.wall.CouncilSql;

/** Stores the rule of the bound council. */
@Repository
public class SecondFactorRules {

    private final CouncilSql sql;

    SecondFactorRules(CouncilSql sql) {
        this.sql = sql;
    }

    /** Returns true if every member of the bound council signs in with a second factor. */
    @Transactional(readOnly = true)
    public boolean askEverybody() {
        return get().everybody();
    }

    @Transactional(readOnly = true)
    SecondFactorRule get() {
        return sql.sql("select r.everybody, r.version from app.second_factor_rule r where r.tenant_id = :council")
                .query((row, _) -> new SecondFactorRule(row.getBoolean("everybody"), row.getLong("version")))
                .optional()
                .orElse(SecondFactorRule.NOT_DECIDED);
    }

    /** Replaces the rule, and returns false if {@code expected} is not its version any more. */
    boolean change(long expected, boolean everybody) {
        var statement = expected == 0 ? """
                insert into app.second_factor_rule as r (tenant_id, id, version, everybody)
                values (:council, :council, 1, :everybody)
                on conflict (tenant_id, id) do update set version = 1, everybody = excluded.everybody
                where r.version = :version""" : """
                update app.second_factor_rule r set version = r.version + 1, everybody = :everybody
                where r.tenant_id = :council and r.version = :version""";
        return sql.sql(statement)
                        .param("everybody", everybody)
                        .param("version", expected)
                        .update()
                == 1;
    }

    /** Notes that the members from before were queued to be asked, and returns false if that was noted already. */
    boolean noteSweep(Instant now) {
        return sql.sql("""
                        insert into app.second_factor_rule as r (tenant_id, id, version, everybody, swept_at)
                        values (:council, :council, 0, false, :now)
                        on conflict (tenant_id, id) do update set swept_at = excluded.swept_at
                        where r.swept_at is null""").param("now", Timestamp.from(now)).update() == 1;
    }
}
