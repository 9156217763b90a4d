package uk.alongside.conversations.evidence;

import static uk.alongside.foundation.wall.SqlTimes.at;
import static uk.alongside.foundation.wall.SqlTimes.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.evidence.EvidenceNote.Content;
import uk.alongside.foundation.encryption.EncryptedColumn;
import uk.alongside.foundation.encryption.TextEncryption;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.wall.CouncilSql;

/** Stores the notes of evidence, with their words encrypted for the council. */
@Repository
@Transactional(propagation = Propagation.MANDATORY, noRollbackFor = Refused.class)
class EvidenceNotes {

    /** The name of a note in the audit. */
    static final String KIND = "evidence-note";

    private static final EncryptedColumn WORDS = new EncryptedColumn("app.evidence_note", "words");

    private static final String SELECT = """
            select n.id, n.version, n.statement, n.kind, n.type, n.words, n.written_at, n.written_by_id, n.changed_at,
                   n.changed_by_id
            from app.evidence_note n
            where n.tenant_id = :council
            """;

    private final CouncilSql sql;
    private final TextEncryption encryption;

    EvidenceNotes(CouncilSql sql, TextEncryption encryption) {
        this.sql = sql;
        this.encryption = encryption;
    }

    /** Declares the encrypted column, so that a new key reaches its texts. */
    @Configuration(proxyBeanMethods = false)
    static class Columns {

        @Bean
        EncryptedColumn evidenceNoteWords() {
            return WORDS;
        }
    }

    /** Lists all notes in the order of writing. */
    List<EvidenceNote> all() {
        return sql.sql(SELECT + " order by n.written_at, n.id")
                .query(this::note)
                .list();
    }

    int count() {
        return sql.sql("select count(*) from app.evidence_note n where n.tenant_id = :council")
                .query(Integer.class)
                .single();
    }

    Optional<EvidenceNote> find(EvidenceNoteId id) {
        return one(id, "");
    }

    /** Finds the note, and makes other changes of it wait until this one is done. */
    Optional<EvidenceNote> findForChange(EvidenceNoteId id) {
        return one(id, " for update");
    }

    void insert(EvidenceNote note) {
        written(sql.sql("""
                        insert into app.evidence_note
                            (tenant_id, id, version, statement, kind, type, words, written_at, written_by_id)
                        values (:council, :id, 0, :statement, :kind, :type, :words, :at, :by)"""), note.id(), note.content(), note.written());
    }

    void update(EvidenceNoteId id, Content content, Change change) {
        written(sql.sql("""
                        update app.evidence_note set version = version + 1, statement = :statement, kind = :kind,
                            type = :type, words = :words, changed_at = :at, changed_by_id = :by
                        where tenant_id = :council and id = :id"""), id, content, change);
    }

    private void written(StatementSpec statement, EvidenceNoteId id, Content content, Change change) {
        statement
                .param("id", id.value())
                .param("statement", content.statement())
                .param("kind", content.kind())
                .param("type", content.type().name())
                .param("words", encryption.encrypt(WORDS, id.value(), content.words()))
                .param("at", at(change.at()))
                .param("by", change.by().value())
                .update();
    }

    void delete(EvidenceNoteId id) {
        sql.sql("delete from app.evidence_note where tenant_id = :council and id = :id")
                .param("id", id.value())
                .update();
    }

    private Optional<EvidenceNote> one(EvidenceNoteId id, String lock) {
        return sql.sql(SELECT + " and n.id = :id" + lock)
                .param("id", id.value())
                .query(this::note)
                .optional();
    }

    private EvidenceNote note(ResultSet row, int number) throws SQLException {
        return new EvidenceNote(
                new EvidenceNoteId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                new Content(
                        row.getString("statement"),
                        row.getString("kind"),
                        EvidenceNote.Type.valueOf(row.getString("type")),
                        encryption.decrypt(WORDS, row)),
                new Change(instant(row, "written_at"), new MemberId(row.getObject("written_by_id", UUID.class))),
                row.getObject("changed_at") == null
                        ? null
                        : new Change(
                                instant(row, "changed_at"), new MemberId(row.getObject("changed_by_id", UUID.class))));
    }
}
