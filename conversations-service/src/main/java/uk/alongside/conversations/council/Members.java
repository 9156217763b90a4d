package uk.alongside.conversations.council;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import uk.alongside.foundation.wall.CouncilSql;

/** Stores the council's members, which foundation reads in every request. */
@Repository
public class Members {

    private final CouncilSql sql;

    Members(CouncilSql sql) {
        this.sql = sql;
    }

    /** Finds the stored member, and makes other deliveries wait until this one is done. */
    public Optional<Member> findForUpdate(UUID id) {
        return sql.sql("""
                        select id, version, issuer, subject, name, roles, status, ends_at, machine
                        from app.member where tenant_id = :council and id = :id for update""").param("id", id).query(Members::member).optional();
    }

    /**
     * Adds the row, and returns false if there is one already. The conflict clause names no key: if two arrive at once,
     * the second may conflict on the key of issuer and subject before it conflicts on the id.
     */
    public boolean insert(Member member) {
        return write("""
                insert into app.member (tenant_id, id, version, issuer, subject, name, roles, status, ends_at,
                    machine)
                values (:council, :id, :version, :issuer, :subject, :name, :roles, :status, :endsAt, :machine)
                on conflict do nothing""", member);
    }

    public void update(Member member) {
        write("""
                update app.member
                set version = :version, issuer = :issuer, subject = :subject, name = :name, roles = :roles,
                    status = :status, ends_at = :endsAt, machine = :machine
                where tenant_id = :council and id = :id""", member);
    }

    private boolean write(String statement, Member member) {
        var endsAt = member.endsAt() == null ? null : member.endsAt().atOffset(ZoneOffset.UTC);
        return sql.sql(statement)
                        .param("id", member.id())
                        .param("version", member.version())
                        .param("issuer", member.issuer())
                        .param("subject", member.subject())
                        .param("name", member.name())
                        .param("roles", member.roles().toArray(String[]::new))
                        .param("status", member.status().name().toLowerCase(Locale.ROOT))
                        .param("endsAt", endsAt, Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("machine", member.machine())
                        .update()
                == 1;
    }

    private static Member member(ResultSet row, int number) throws SQLException {
        var endsAt = row.getObject("ends_at", OffsetDateTime.class);
        return new Member(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getString("issuer"),
                row.getString("subject"),
                row.getString("name"),
                new TreeSet<>(List.of((String[]) row.getArray("roles").getArray())),
                Member.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                endsAt == null ? null : endsAt.toInstant(),
                row.getBoolean("machine"));
    }
}
