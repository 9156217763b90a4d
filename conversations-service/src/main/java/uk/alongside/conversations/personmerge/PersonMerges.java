package uk.alongside.conversations.personmerge;

import static uk.alongside.foundation.wall.SqlTimes.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.conversations.personmerge.PersonMerge.Act;
import uk.alongside.conversations.personmerge.PersonMerge.Status;
import uk.alongside.foundation.encryption.EncryptedColumn;
import uk.alongside.foundation.encryption.TextEncryption;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.wall.CouncilSql;
import uk.alongside.foundation.wall.SqlTimes;

/** Stores suggested and decided merges, with their reasons encrypted for the council. */
@Repository
@Transactional(propagation = Propagation.MANDATORY, noRollbackFor = Refused.class)
class PersonMerges {

    private static final EncryptedColumn REASON = new EncryptedColumn("app.person_merge", "reason");
    private static final EncryptedColumn UNDO_REASON = new EncryptedColumn("app.person_merge", "undo_reason");

    private static final String SELECT = """
            select m.id, m.merged_id, m.kept_id, m.status, m.reason, m.suggested_at, m.suggested_by_id, m.decided_at,
                   m.decided_by_id, m.undo_reason, m.undone_at, m.undone_by_id
            from app.person_merge m
            where m.tenant_id = :council
            """;

    private final CouncilSql sql;
    private final TextEncryption encryption;

    PersonMerges(CouncilSql sql, TextEncryption encryption) {
        this.sql = sql;
        this.encryption = encryption;
    }

    /** Declares the encrypted columns, so that a new key reaches their texts. */
    @Configuration(proxyBeanMethods = false)
    static class Columns {

        @Bean
        EncryptedColumn personMergeReason() {
            return REASON;
        }

        @Bean
        EncryptedColumn personMergeUndoReason() {
            return UNDO_REASON;
        }
    }

    /** Adds a suggestion, and returns false if a lead has still to decide about the same two people. */
    boolean insert(PersonMergeId id, PersonId merged, PersonId kept, Act suggested) {
        var reason = suggested.reason();
        return sql.sql("""
                        insert into app.person_merge
                            (tenant_id, id, merged_id, kept_id, status, reason, suggested_at, suggested_by_id)
                        values (:council, :id, :merged, :kept, 'SUGGESTED', :reason, :at, :by)
                        on conflict (tenant_id, least(merged_id, kept_id), greatest(merged_id, kept_id))
                            where status = 'SUGGESTED' do nothing""")
                        .param("id", id.value())
                        .param("merged", merged.value())
                        .param("kept", kept.value())
                        .param("reason", encryption.encrypt(REASON, id.value(), reason == null ? "" : reason))
                        .param("at", at(suggested.at()))
                        .param("by", suggested.by().value())
                        .update()
                == 1;
    }

    void decide(PersonMergeId id, Status status, Act decided) {
        sql.sql("""
                        update app.person_merge set status = :status, decided_at = :at, decided_by_id = :by
                        where tenant_id = :council and id = :id""")
                .param("id", id.value())
                .param("status", status.name())
                .param("at", at(decided.at()))
                .param("by", decided.by().value())
                .update();
    }

    void undo(PersonMergeId id, Act undone) {
        var reason = undone.reason();
        sql.sql("""
                        update app.person_merge
                        set status = 'UNDONE', undone_at = :at, undone_by_id = :by, undo_reason = :reason
                        where tenant_id = :council and id = :id""")
                .param("id", id.value())
                .param("at", at(undone.at()))
                .param("by", undone.by().value())
                .param("reason", encryption.encrypt(UNDO_REASON, id.value(), reason == null ? "" : reason))
                .update();
    }

    Optional<PersonMerge> find(PersonMergeId id) {
        return find(id, "");
    }

    /** Finds the merge, and makes other decisions about it wait until this one is done. */
    Optional<PersonMerge> findForChange(PersonMergeId id) {
        return find(id, " for update");
    }

    private Optional<PersonMerge> find(PersonMergeId id, String lock) {
        return sql.sql(SELECT + " and m.id = :id" + lock)
                .param("id", id.value())
                .query(this::merge)
                .optional();
    }

    /** Lists the merges with this status, the last one suggested first. */
    List<PersonMerge> list(Status status, @Nullable PersonMergeId after, int atMost) {
        return sql.sql(SELECT + """
                          and m.status = :status
                          and (cast(:after as uuid) is null or (m.suggested_at, m.id) <
                               (select a.suggested_at, a.id from app.person_merge a
                                where a.tenant_id = :council and a.id = :after))
                        order by m.suggested_at desc, m.id desc limit :most""")
                .param("status", status.name())
                .param("after", after == null ? null : after.value(), Types.OTHER)
                .param("most", atMost)
                .query(this::merge)
                .list();
    }

    /** Lists the merges of one of these people that were not declined, the last one suggested first. */
    List<PersonMerge> about(Collection<PersonId> people) {
        return sql.sql(SELECT + """
                          and (m.merged_id in (:people) or m.kept_id in (:people)) and m.status <> 'DECLINED'
                        order by m.suggested_at desc, m.id desc""")
                .param("people", people.stream().map(PersonId::value).toList())
                .query(this::merge)
                .list();
    }

    private PersonMerge merge(ResultSet row, int number) throws SQLException {
        return new PersonMerge(
                new PersonMergeId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("merged_id", UUID.class)),
                new PersonId(row.getObject("kept_id", UUID.class)),
                Status.valueOf(row.getString("status")),
                act(row, "suggested", encryption.decrypt(REASON, row)),
                isNull(row, "decided_at") ? null : act(row, "decided", null),
                isNull(row, "undone_at") ? null : act(row, "undone", encryption.decrypt(UNDO_REASON, row)));
    }

    private static boolean isNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null;
    }

    private static Act act(ResultSet row, String what, @Nullable String reason) throws SQLException {
        return new Act(
                SqlTimes.instant(row, what + "_at"), new MemberId(row.getObject(what + "_by_id", UUID.class)), reason);
    }
}
