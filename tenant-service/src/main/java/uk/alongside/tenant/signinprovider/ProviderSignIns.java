package uk.alongside.tenant.signinprovider;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.alongside.foundation.wall.CouncilSql;
import uk.alongside.foundation.wall.SqlTimes;
import uk.alongside.tenant.membership.MembershipService.Followed;

/** The latest sign-in of each person through the bound council's own sign-in. */
@Component
class ProviderSignIns {

    private final CouncilSql sql;

    ProviderSignIns(CouncilSql sql) {
        this.sql = sql;
    }

    /**
     * A person's latest sign-in.
     *
     * @param groups the number of groups that the sign-in named
     * @param withoutRole true if they give no role, so that the sign-in is refused
     * @param suspendedVersion the version of the member's row in which missing groups suspended the member, or 0
     * @param delivered true when conversations-service has what came of it
     */
    record Latest(
            String subject, Instant at, int groups, boolean withoutRole, long suspendedVersion, boolean delivered) {

        /** Returns true if a sign-in at this time is another and later one, or if the recorded time is not believable. */
        boolean isBefore(Instant other, Instant latestBelievable) {
            return other.isAfter(at) || (at.isAfter(latestBelievable) && !at.equals(other));
        }

        Latest with(Followed followed) {
            return new Latest(subject, at, groups, followed.withoutRole(), followed.suspendedVersion(), false);
        }
    }

    Optional<Latest> find(String subject) {
        return sql.sql("""
                        select s.subject, s.signed_in_at, s.groups, s.without_role, s.suspended_version, s.delivered
                        from app.provider_sign_in s where s.tenant_id = :council and s.subject = :subject""")
                .param("subject", subject)
                .query(ProviderSignIns::latest)
                .optional();
    }

    /** Returns true if the person has come through the council's own sign-in before, and it is on. */
    boolean isNeeded(String subject) {
        return sql.sql("""
                        select exists (
                            select from app.provider_sign_in s
                            join app.sign_in_provider p on p.tenant_id = s.tenant_id
                            where s.tenant_id = :council and s.subject = :subject and p.enabled)""").param("subject", subject).query(Boolean.class).single();
    }

    /** Returns the subjects of all people who have come through the council's own sign-in. */
    Set<String> subjects() {
        return Set.copyOf(sql.sql("select s.subject from app.provider_sign_in s where s.tenant_id = :council")
                .query(String.class)
                .list());
    }

    /** Returns the latest sign-ins, the last one first. */
    List<Latest> list(int most) {
        return sql.sql("""
                        select s.subject, s.signed_in_at, s.groups, s.without_role, s.suspended_version, s.delivered
                        from app.provider_sign_in s
                        where s.tenant_id = :council order by s.signed_in_at desc, s.subject limit :most""").param("most", most).query(ProviderSignIns::latest).list();
    }

    private static Latest latest(ResultSet row, int number) throws SQLException {
        return new Latest(
                row.getString("subject"),
                SqlTimes.instant(row, "signed_in_at"),
                row.getInt("groups"),
                row.getBoolean("without_role"),
                row.getLong("suspended_version"),
                row.getBoolean("delivered"));
    }

    /**
     * Records a sign-in and locks its row, and returns false if this or a later one of the person is recorded already.
     * Its result follows by {@link #finish}.
     *
     * @param latestBelievable a later recorded time counts as none
     */
    boolean begin(String subject, Instant at, int groups, Instant latestBelievable) {
        return sql.sql("""
                        insert into app.provider_sign_in as s
                            (tenant_id, subject, signed_in_at, groups, without_role, suspended_version, delivered)
                        values (:council, :subject, :at, :groups, true, 0, false)
                        on conflict (tenant_id, subject) do update
                        set signed_in_at = excluded.signed_in_at, groups = excluded.groups, delivered = false
                        where s.tenant_id = :council
                          and (s.signed_in_at < excluded.signed_in_at
                            or (s.signed_in_at > :latestBelievable and s.signed_in_at <> excluded.signed_in_at))""")
                        .param("subject", subject)
                        .param("at", SqlTimes.at(at))
                        .param("groups", groups)
                        .param("latestBelievable", SqlTimes.at(latestBelievable))
                        .update()
                == 1;
    }

    /** Records that conversations-service has what came of this sign-in, unless there was a later one since. */
    void delivered(Latest latest) {
        sql.sql("""
                        update app.provider_sign_in s set delivered = true
                        where s.tenant_id = :council and s.subject = :subject and s.signed_in_at = :at""")
                .param("subject", latest.subject())
                .param("at", SqlTimes.at(latest.at()))
                .update();
    }

    /** Records what came of a sign-in, in the transaction that began it. */
    void finish(Latest latest) {
        sql.sql("""
                        update app.provider_sign_in s
                        set without_role = :withoutRole, suspended_version = :suspendedVersion
                        where s.tenant_id = :council and s.subject = :subject""")
                .param("withoutRole", latest.withoutRole())
                .param("suspendedVersion", latest.suspendedVersion())
                .param("subject", latest.subject())
                .update();
    }
}
