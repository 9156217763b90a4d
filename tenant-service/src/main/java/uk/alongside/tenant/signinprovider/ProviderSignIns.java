package uk.alongside.tenant.signinprovider;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.alongside.foundation.wall.CouncilSql;
import uk.alongside.foundation.wall.SqlTimes;

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
     * @param withoutRole true if they give no role, so that the member's row is suspended
     */
    record Latest(String subject, Instant at, int groups, boolean withoutRole) {}

    Optional<Latest> find(String subject) {
        return sql.sql("""
                        select s.subject, s.signed_in_at, s.groups, s.without_role from app.provider_sign_in s
                        where s.tenant_id = :council and s.subject = :subject""")
                .param("subject", subject)
                .query((row, _) -> new Latest(
                        row.getString("subject"),
                        SqlTimes.instant(row, "signed_in_at"),
                        row.getInt("groups"),
                        row.getBoolean("without_role")))
                .optional();
    }

    /** Returns the latest sign-ins, the last one first. */
    List<Latest> list(int most) {
        return sql.sql("""
                        select s.subject, s.signed_in_at, s.groups, s.without_role from app.provider_sign_in s
                        where s.tenant_id = :council order by s.signed_in_at desc, s.subject limit :most""")
                .param("most", most)
                .query((row, _) -> new Latest(
                        row.getString("subject"),
                        SqlTimes.instant(row, "signed_in_at"),
                        row.getInt("groups"),
                        row.getBoolean("without_role")))
                .list();
    }

    /** Records a sign-in, and returns false if this or a later one of the person is recorded already. */
    boolean record(Latest latest) {
        return sql.sql("""
                        insert into app.provider_sign_in as s (tenant_id, subject, signed_in_at, groups, without_role)
                        values (:council, :subject, :at, :groups, :withoutRole)
                        on conflict (tenant_id, subject) do update
                        set signed_in_at = excluded.signed_in_at, groups = excluded.groups,
                            without_role = excluded.without_role
                        where s.tenant_id = :council and s.signed_in_at < excluded.signed_in_at""")
                        .param("subject", latest.subject())
                        .param("at", SqlTimes.at(latest.at()))
                        .param("groups", latest.groups())
                        .param("withoutRole", latest.withoutRole())
                        .update()
                == 1;
    }
}
