package uk.alongside.conversations.evidence;

import static uk.alongside.foundation.wall.SqlTimes.at;
import static uk.alongside.foundation.wall.SqlTimes.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.foundation.encryption.EncryptedColumn;
import uk.alongside.foundation.encryption.TextEncryption;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.wall.CouncilSql;

/**
 * Stores the draft of the next report, encrypted for the council, and the published reports. The service may add a
 * published report and has no right to change or remove one.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY, noRollbackFor = Refused.class)
class Reports {

    /** The names of a draft and of a published report in the audit. */
    static final String DRAFT = "evidence-draft";

    static final String REPORT = "evidence-report";

    private static final EncryptedColumn CONTENT = new EncryptedColumn("app.evidence_draft", "content");

    private static final String SELECT_DRAFT = """
            select d.id, d.version, d.content, d.changed_at, d.changed_by_id
            from app.evidence_draft d where d.tenant_id = :council""";

    private static final String SELECT = """
            select r.id, r.number, r.as_at, r.published_at, r.published_by_id
            from app.evidence_report r where r.tenant_id = :council""";

    private final CouncilSql sql;
    private final TextEncryption encryption;
    private final JsonMapper json;

    Reports(CouncilSql sql, TextEncryption encryption, JsonMapper json) {
        this.sql = sql;
        this.encryption = encryption;
        this.json = json;
    }

    /** Declares the encrypted column, so that a new key reaches its texts. */
    @Configuration(proxyBeanMethods = false)
    static class Columns {

        @Bean
        EncryptedColumn evidenceDraftContent() {
            return CONTENT;
        }
    }

    record Draft(UUID id, long version, Report content, Change changed) {}

    /** A published report without its content. */
    record Summary(ReportId id, int number, Instant asAt, Change published) {}

    Optional<Draft> draft() {
        return draft("");
    }

    /** Finds the draft, and makes other changes of it wait until this one is done. */
    Optional<Draft> draftForChange() {
        return draft(" for update");
    }

    private Optional<Draft> draft(String lock) {
        return sql.sql(SELECT_DRAFT + lock)
                .query((row, _) -> new Draft(
                        row.getObject("id", UUID.class),
                        row.getLong("version"),
                        json.readValue(encryption.decrypt(CONTENT, row), Report.class),
                        new Change(
                                instant(row, "changed_at"), new MemberId(row.getObject("changed_by_id", UUID.class)))))
                .optional();
    }

    /** Adds a draft, unless there is one already. Returns whether it was added. */
    boolean insertDraft(UUID id, Report content, Change change) {
        return sql.sql("""
                        insert into app.evidence_draft (tenant_id, id, version, content, changed_at, changed_by_id)
                        values (:council, :id, 0, :content, :at, :by)
                        on conflict (tenant_id) do nothing""")
                        .param("id", id)
                        .param("content", encryption.encrypt(CONTENT, id, json.writeValueAsString(content)))
                        .param("at", at(change.at()))
                        .param("by", change.by().value())
                        .update()
                == 1;
    }

    void updateDraft(Draft draft, Report content, Change change) {
        sql.sql("""
                        update app.evidence_draft set version = version + 1, content = :content, changed_at = :at,
                            changed_by_id = :by
                        where tenant_id = :council""")
                .param("content", encryption.encrypt(CONTENT, draft.id(), json.writeValueAsString(content)))
                .param("at", at(change.at()))
                .param("by", change.by().value())
                .update();
    }

    void deleteDraft() {
        sql.sql("delete from app.evidence_draft where tenant_id = :council").update();
    }

    /** Lists the published reports, the latest first. */
    List<Summary> all() {
        return sql.sql(SELECT + " order by r.number desc")
                .query(Reports::summary)
                .list();
    }

    Optional<Summary> latest() {
        return sql.sql(SELECT + " order by r.number desc limit 1")
                .query(Reports::summary)
                .optional();
    }

    Optional<Summary> find(ReportId id) {
        return sql.sql(SELECT + " and r.id = :id")
                .param("id", id.value())
                .query(Reports::summary)
                .optional();
    }

    Report content(ReportId id) {
        return json.readValue(
                sql.sql("select r.content from app.evidence_report r where r.tenant_id = :council and r.id = :id")
                        .param("id", id.value())
                        .query(String.class)
                        .single(),
                Report.class);
    }

    void publish(Summary report, Report content) {
        sql.sql("""
                        insert into app.evidence_report
                            (tenant_id, id, number, content, as_at, published_at, published_by_id)
                        values (:council, :id, :number, :content, :asAt, :at, :by)""")
                .param("id", report.id().value())
                .param("number", report.number())
                .param("content", json.writeValueAsString(content))
                .param("asAt", at(report.asAt()))
                .param("at", at(report.published().at()))
                .param("by", report.published().by().value())
                .update();
    }

    private static Summary summary(ResultSet row, int number) throws SQLException {
        return new Summary(
                new ReportId(row.getObject("id", UUID.class)),
                row.getInt("number"),
                instant(row, "as_at"),
                new Change(instant(row, "published_at"), new MemberId(row.getObject("published_by_id", UUID.class))));
    }
}
