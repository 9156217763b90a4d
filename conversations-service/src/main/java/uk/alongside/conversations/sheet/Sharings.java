package uk.alongside.conversations.sheet;

import static uk.alongside.foundation.wall.SqlTimes.at;
import static uk.alongside.foundation.wall.SqlTimes.instant;

import java.util.UUID;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.sheet.Sharing.Change;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.wall.CouncilSql;

/** Stores whether the council shares sheets. */
@Repository
@Transactional(propagation = Propagation.MANDATORY, noRollbackFor = Refused.class)
class Sharings {

    private final CouncilSql sql;

    Sharings(CouncilSql sql) {
        this.sql = sql;
    }

    Sharing find() {
        return sql.sql("""
                        select s.version, s.shares, s.changed_at, s.changed_by_id from app.sheet_sharing s
                        where s.tenant_id = :council""")
                .query((row, _) -> new Sharing(
                        row.getLong("version"),
                        row.getBoolean("shares"),
                        new Change(
                                instant(row, "changed_at"), new MemberId(row.getObject("changed_by_id", UUID.class)))))
                .optional()
                .orElse(Sharing.NEVER);
    }

    /** Stores the decision as the next version. The caller holds the lock on the sheets. */
    void save(boolean shares, Change change) {
        sql.sql("""
                        insert into app.sheet_sharing (tenant_id, version, shares, changed_at, changed_by_id)
                        values (:council, 1, :shares, :at, :by)
                        on conflict (tenant_id) do update
                        set version = sheet_sharing.version + 1, shares = excluded.shares,
                            changed_at = excluded.changed_at, changed_by_id = excluded.changed_by_id""")
                .param("shares", shares)
                .param("at", at(change.at()))
                .param("by", change.by().value())
                .update();
    }
}
