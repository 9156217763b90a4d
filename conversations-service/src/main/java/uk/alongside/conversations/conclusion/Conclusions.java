package uk.alongside.conversations.conclusion;

import static uk.alongside.foundation.wall.SqlTimes.at;
import static uk.alongside.foundation.wall.SqlTimes.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.conversations.conclusion.Conclusion.Addendum;
import uk.alongside.conversations.conclusion.Conclusion.Correction;
import uk.alongside.conversations.conclusion.Decisions.ExplainedAs;
import uk.alongside.conversations.conclusion.Decisions.Kind;
import uk.alongside.conversations.conclusion.Decisions.Support;
import uk.alongside.conversations.conclusion.Decisions.Words;
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.foundation.encryption.EncryptedColumn;
import uk.alongside.foundation.encryption.TextEncryption;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.wall.CouncilSql;

/** Stores what was decided at the end of records, and what was added since, with their texts encrypted for the council. */
@Repository
@Transactional(propagation = Propagation.MANDATORY, noRollbackFor = Refused.class)
class Conclusions {

    private static final EncryptedColumn WORDS = new EncryptedColumn("app.conclusion", "words");
    private static final EncryptedColumn ADDENDUM = new EncryptedColumn("app.addendum", "text");
    private static final EncryptedColumn REASON = new EncryptedColumn("app.conclusion_correction", "reason");
    private static final EncryptedColumn BEFORE = new EncryptedColumn("app.conclusion_correction", "before");

    private final CouncilSql sql;
    private final TextEncryption encryption;
    private final JsonMapper json;

    Conclusions(CouncilSql sql, TextEncryption encryption, JsonMapper json) {
        this.sql = sql;
        this.encryption = encryption;
        this.json = json;
    }

    /** Declares the encrypted columns, so that a new key reaches their texts. */
    @Configuration(proxyBeanMethods = false)
    static class Columns {

        @Bean
        EncryptedColumn conclusionWords() {
            return WORDS;
        }

        @Bean
        EncryptedColumn addendumText() {
            return ADDENDUM;
        }

        @Bean
        EncryptedColumn conclusionCorrectionReason() {
            return REASON;
        }

        @Bean
        EncryptedColumn conclusionCorrectionBefore() {
            return BEFORE;
        }
    }

    /** Finds the end of a record of this day. */
    Optional<Conclusion> find(ConversationId record, LocalDate day) {
        return sql.sql("""
                        select c.id, c.version, c.kind, c.explained_as, c.assessment_asked_on, c.assessment_offered_on,
                               c.assessment_declined_on, c.outcome, c.support, c.words, c.tool_text_read, c.finished_at,
                               c.finished_by_id
                        from app.conclusion c where c.tenant_id = :council and c.conversation_id = :record""")
                .param("record", record.value())
                .query((row, _) -> new Conclusion(
                        row.getObject("id", UUID.class),
                        row.getLong("version"),
                        decisions(row, day),
                        row.getBoolean("tool_text_read"),
                        instant(row, "finished_at"),
                        new MemberId(row.getObject("finished_by_id", UUID.class)),
                        addenda(record),
                        corrections(record)))
                .optional();
    }

    void insert(UUID id, ConversationId record, Decisions decisions, boolean toolTextRead, Instant at, MemberId by) {
        decided(sql.sql("""
                        insert into app.conclusion
                            (tenant_id, id, conversation_id, version, kind, explained_as, assessment_asked_on,
                             assessment_offered_on, assessment_declined_on, outcome, support, words, tool_text_read,
                             finished_at, finished_by_id)
                        values (:council, :id, :record, 0, :kind, :explainedAs, :askedOn, :offeredOn, :declinedOn,
                                :outcome, :support, :words, :toolTextRead, :at, :by)"""), id, decisions)
                .param("record", record.value())
                .param("toolTextRead", toolTextRead)
                .param("at", at(at))
                .param("by", by.value())
                .update();
    }

    void insert(ConversationId record, Addendum addendum) {
        sql.sql("""
                        insert into app.addendum (tenant_id, id, conversation_id, text, added_at, added_by_id)
                        values (:council, :id, :record, :text, :at, :by)""")
                .param("id", addendum.id())
                .param("record", record.value())
                .param("text", encryption.encrypt(ADDENDUM, addendum.id(), addendum.text()))
                .param("at", at(addendum.at()))
                .param("by", addendum.by().value())
                .update();
    }

    /** Replaces what was decided, and keeps what was decided before. */
    void correct(ConversationId record, Conclusion before, Decisions decisions, Correction correction) {
        var id = UUID.randomUUID();
        sql.sql("""
                        insert into app.conclusion_correction
                            (tenant_id, id, conversation_id, reason, before, corrected_at, corrected_by_id)
                        values (:council, :id, :record, :reason, :before, :at, :by)""")
                .param("id", id)
                .param("record", record.value())
                .param("reason", encryption.encrypt(REASON, id, correction.reason()))
                .param("before", encryption.encrypt(BEFORE, id, json.writeValueAsString(correction.before())))
                .param("at", at(correction.at()))
                .param("by", correction.by().value())
                .update();
        decided(sql.sql("""
                        update app.conclusion
                        set version = version + 1, kind = :kind, explained_as = :explainedAs,
                            assessment_asked_on = :askedOn, assessment_offered_on = :offeredOn,
                            assessment_declined_on = :declinedOn, outcome = :outcome, support = :support, words = :words
                        where tenant_id = :council and id = :id"""), before.id(), decisions).update();
    }

    private StatementSpec decided(StatementSpec statement, UUID id, Decisions decisions) {
        return statement
                .param("id", id)
                .param("kind", decisions.kind().name())
                .param("explainedAs", name(decisions.explainedAs()))
                .param("askedOn", decisions.assessmentAskedOn(), Types.DATE)
                .param("offeredOn", decisions.assessmentOfferedOn(), Types.DATE)
                .param("declinedOn", decisions.assessmentDeclinedOn(), Types.DATE)
                .param("outcome", name(decisions.outcome()))
                .param("support", name(decisions.support()))
                .param("words", encryption.encrypt(WORDS, id, json.writeValueAsString(decisions.words())));
    }

    private List<Addendum> addenda(ConversationId record) {
        return sql.sql("""
                        select a.id, a.text, a.added_at, a.added_by_id from app.addendum a
                        where a.tenant_id = :council and a.conversation_id = :record order by a.added_at, a.id""")
                .param("record", record.value())
                .query((row, _) -> new Addendum(
                        row.getObject("id", UUID.class),
                        encryption.decrypt(ADDENDUM, row),
                        instant(row, "added_at"),
                        new MemberId(row.getObject("added_by_id", UUID.class))))
                .list();
    }

    private List<Correction> corrections(ConversationId record) {
        return sql.sql("""
                        select c.id, c.reason, c.before, c.corrected_at, c.corrected_by_id
                        from app.conclusion_correction c
                        where c.tenant_id = :council and c.conversation_id = :record
                        order by c.corrected_at, c.id""")
                .param("record", record.value())
                .query((row, _) -> new Correction(
                        encryption.decrypt(REASON, row),
                        json.readValue(encryption.decrypt(BEFORE, row), Decisions.class),
                        instant(row, "corrected_at"),
                        new MemberId(row.getObject("corrected_by_id", UUID.class))))
                .list();
    }

    private Decisions decisions(ResultSet row, LocalDate day) throws SQLException {
        var words = json.readValue(encryption.decrypt(WORDS, row), Words.class);
        var explainedAs = row.getString("explained_as");
        var outcome = row.getString("outcome");
        var support = row.getString("support");
        return new Decisions(
                Kind.valueOf(row.getString("kind")),
                day,
                explainedAs == null ? null : ExplainedAs.valueOf(explainedAs),
                row.getObject("assessment_asked_on", LocalDate.class),
                row.getObject("assessment_offered_on", LocalDate.class),
                row.getObject("assessment_declined_on", LocalDate.class),
                outcome == null ? null : Outcome.valueOf(outcome),
                words.outcomeReason(),
                support == null ? null : Support.valueOf(support),
                words.supporterName(),
                words.shares());
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
