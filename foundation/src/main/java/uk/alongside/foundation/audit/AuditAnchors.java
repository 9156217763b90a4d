package uk.alongside.foundation.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.foundation.audit.AuditChain.Anchor;
import uk.alongside.foundation.wall.CouncilSql;
import uk.alongside.foundation.wall.SqlTimes;

/** Keeps anchors: the ends of the bound council's audit chain at the other service, received every minute. */
public class AuditAnchors {

    private final CouncilSql sql;
    private final AuditSealer sealer;

    AuditAnchors(CouncilSql sql, AuditSealer sealer) {
        this.sql = sql;
        this.sealer = sealer;
    }

    /**
     * Keeps an anchor. If a different anchor is already kept for this position, the other service's chain was rewritten.
     * This is damage, and is reported.
     */
    @Transactional
    public void keep(Anchor anchor) {
        sql.sql("""
                        insert into app.audit_anchor (tenant_id, seq, hash, received_at)
                        values (:council, :seq, :hash, clock_timestamp()) on conflict (tenant_id, seq) do nothing""")
                .param("seq", anchor.seq())
                .param("hash", anchor.hash().bytes())
                .update();
        boolean isAsBefore = sql.sql(
                        "select hash = :hash from app.audit_anchor where tenant_id = :council and seq = :seq")
                .param("seq", anchor.seq())
                .param("hash", anchor.hash().bytes())
                .query(Boolean.class)
                .single();
        if (!isAsBefore) {
            sealer.alarm(
                    "The audit of council {} at the other service was rewritten. It has another entry than before: {}",
                    anchor);
        }
    }

    /** Returns the anchor with the highest position in the chain. */
    @Transactional(readOnly = true)
    public Optional<Anchor> newest() {
        return sql.sql("""
                        select seq, hash from app.audit_anchor where tenant_id = :council order by seq desc limit 1""").query((row, _) -> anchor(row)).optional();
    }

    /** An anchor and the time when it was received. */
    record Kept(Anchor anchor, Instant at) {}

    /** Returns the anchors, newest first, or those behind the anchor at the position {@code after}. */
    @Transactional(readOnly = true)
    List<Kept> kept(@Nullable Long after, int atMost) {
        return sql.sql("""
                        select seq, hash, received_at from app.audit_anchor
                        where tenant_id = :council and (:after::bigint is null or seq < :after::bigint)
                        order by seq desc limit :most""")
                .param("after", after)
                .param("most", atMost)
                .query((row, _) -> new Kept(anchor(row), SqlTimes.instant(row, "received_at")))
                .list();
    }

    private static Anchor anchor(ResultSet row) throws SQLException {
        return new Anchor(row.getLong("seq"), new Digest(row.getBytes("hash")));
    }
}
