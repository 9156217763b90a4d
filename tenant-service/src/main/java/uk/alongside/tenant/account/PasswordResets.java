package uk.alongside.tenant.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import uk.alongside.foundation.wall.CouncilSql;

/** Stores what the members of the bound council have asked for. */
@Repository
class PasswordResets {

    /** The number of mails for one member in {@link #HOUR}, so that no stranger fills a mailbox. */
    static final int MAILS = 3;

    static final Duration HOUR = Duration.ofHours(1);

    private static final String SELECT = """
            select r.id, r.version, r.mailed_version, r.expires_at, r.used_at from app.password_reset r
            where r.tenant_id = :council""";

    private final CouncilSql sql;

    PasswordResets(CouncilSql sql) {
        this.sql = sql;
    }

    /** Adds a request, and returns its version, or nothing if the member has asked too often. */
    OptionalLong ask(UUID member, Instant now) {
        var version = sql.sql("""
                        insert into app.password_reset as r (tenant_id, id, version, asks, counted_since, mailed_version)
                        values (:council, :member, 1, 1, :now, 0)
                        on conflict (tenant_id, id) do update set
                            version = r.version + 1,
                            asks = case when r.counted_since <= :anHourAgo then 1 else r.asks + 1 end,
                            counted_since = case when r.counted_since <= :anHourAgo then :now else r.counted_since end
                        where r.counted_since <= :anHourAgo or r.asks < :mails
                        returning r.version""")
                .param("member", member)
                .param("now", Timestamp.from(now))
                .param("anHourAgo", Timestamp.from(now.minus(HOUR)))
                .param("mails", MAILS)
                .query(Long.class)
                .optional();
        return version.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    /** Returns the member's request, whose row stays locked until the present transaction ends. */
    Optional<PasswordReset> lock(UUID member) {
        return sql.sql(SELECT + " and r.id = :member for update")
                .param("member", member)
                .query(PasswordResets::reset)
                .optional();
    }

    /** Returns the request to which a link belongs. */
    Optional<PasswordReset> find(byte[] tokenHash) {
        return sql.sql(SELECT + " and r.token_hash = :hash")
                .param("hash", tokenHash)
                .query(PasswordResets::reset)
                .optional();
    }

    /** Returns the request to which a link belongs, whose row stays locked until the present transaction ends. */
    Optional<PasswordReset> lock(byte[] tokenHash) {
        return sql.sql(SELECT + " and r.token_hash = :hash for update")
                .param("hash", tokenHash)
                .query(PasswordResets::reset)
                .optional();
    }

    /** Notes that the mail of this request is on its way. The link of an earlier mail works no more. */
    void mailed(PasswordReset reset, byte @Nullable [] tokenHash, @Nullable Instant until) {
        sql.sql("""
                        update app.password_reset r set mailed_version = r.version, token_hash = :hash, expires_at = :until,
                            used_at = null
                        where r.tenant_id = :council and r.id = :member""")
                .param("hash", tokenHash)
                .param("until", until == null ? null : Timestamp.from(until))
                .param("member", reset.id())
                .update();
    }

    void used(PasswordReset reset, Instant now) {
        sql.sql("update app.password_reset r set used_at = :now where r.tenant_id = :council and r.id = :member")
                .param("now", Timestamp.from(now))
                .param("member", reset.id())
                .update();
    }

    private static PasswordReset reset(ResultSet row, int number) throws SQLException {
        return new PasswordReset(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getLong("mailed_version"),
                instant(row.getTimestamp("expires_at")),
                instant(row.getTimestamp("used_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
