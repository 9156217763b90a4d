package uk.alongside.tenant.agreement;

import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.wall.CouncilSql;

/** The council's acceptances, each with the text of that time. Rows are only added. */
@Repository
class Acceptances {

    private final CouncilSql sql;

    Acceptances(CouncilSql sql) {
        this.sql = sql;
    }

    /** Returns all acceptances, the latest first. */
    List<Acceptance> all() {
        return sql.sql("""
                        select version, hash, name, email, role, member_id, at from app.agreement_acceptance
                        where tenant_id = :council order by at desc""")
                .query((row, _) -> new Acceptance(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        new MemberId(row.getObject(6, UUID.class)),
                        row.getTimestamp(7).toInstant()))
                .list();
    }

    /** Returns the text of a version that was accepted. */
    String text(String version) {
        return sql.sql("select text from app.agreement_acceptance where tenant_id = :council and version = :version")
                .param("version", version)
                .query(String.class)
                .single();
    }

    /** Adds an acceptance. Returns false if this version was accepted before, even a moment ago. */
    boolean add(Acceptance acceptance, String text) {
        return sql.sql("""
                        insert into app.agreement_acceptance
                            (tenant_id, id, version, hash, text, name, email, role, member_id, at)
                        values (:council, :id, :version, :hash, :text, :name, :email, :role, :member, :at)
                        on conflict (tenant_id, version) do nothing""")
                        .param("id", UUID.randomUUID())
                        .param("version", acceptance.version())
                        .param("hash", acceptance.hash())
                        .param("text", text)
                        .param("name", acceptance.name())
                        .param("email", acceptance.email())
                        .param("role", acceptance.role())
                        .param("member", acceptance.member().value())
                        .param("at", Timestamp.from(acceptance.at()))
                        .update()
                == 1;
    }
}
