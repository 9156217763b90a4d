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

    AuditAnchors(CouncilSql sql) {
        this.sql = sql;
    }

    /**
     * Keeps an anchor. Returns false if a different anchor is already kept for this position, which means that the
     * other service's chain was rewritten.
     */
    @Transactional
    public boolean keep(Anchor anchor) {
        sql.sql("""
                        insert into app.audit_anchor (tenant_id, seq, hash, received_at)
                        values (:council, :seq, :hash, clock_timestamp()) on conflict (tenant_id, seq) do nothing""")
                .param("seq", anchor.seq())
                .param("hash", anchor.hash().bytes())
                .update();
        return sql.sql("select hash = :hash from app.audit_anchor where tenant_id = :council and seq = :seq")
                .param("seq", anchor.seq())
                .param("hash", anchor.hash().bytes())
                .query(Boolean.class)
                .single();
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
