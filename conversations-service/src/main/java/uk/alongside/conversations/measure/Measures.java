package uk.alongside.conversations.measure;

import static uk.alongside.foundation.wall.SqlTimes.at;
import static uk.alongside.foundation.wall.SqlTimes.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.conversations.history.History;
import uk.alongside.conversations.measure.Measure.Content;
import uk.alongside.conversations.measure.Measure.Correction;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.encryption.EncryptedColumn;
import uk.alongside.foundation.encryption.TextEncryption;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.wall.CouncilSql;

/** Stores the answers of people to instruments, encrypted for the council (docs/adr/0038). */
@Repository
@Transactional(propagation = Propagation.MANDATORY, noRollbackFor = Refused.class)
class Measures {

    /** The name of a measure in the audit. */
    static final String KIND = "measure";

    private static final EncryptedColumn CONTENT = new EncryptedColumn("app.measure", "content");
    private static final EncryptedColumn BEFORE = new EncryptedColumn("app.measure_correction", "before");

    private static final String SELECT = """
            select m.id, m.person_id, m.conversation_id, m.instrument, m.instrument_version, m.content, m.recorded_at,
                   m.recorded_by_id, m.version, m.withdrawn_at
            from app.measure m
            """;

    private static final History.Statements CORRECTIONS = new History.Statements("""
            insert into app.measure_correction (tenant_id, id, measure_id, before, corrected_at, corrected_by_id)
            values (:council, :id, :of, :before, :at, :by)""", """
            select c.id, c.measure_id as of_id, c.before, c.corrected_at as at, c.corrected_by_id as by_id
            from app.measure_correction c
            where c.tenant_id = :council and c.measure_id in (:of) order by c.corrected_at, c.id""");

    private final CouncilSql sql;
    private final TextEncryption encryption;
    private final JsonMapper json;
    private final History<Before> corrections;

    Measures(CouncilSql sql, TextEncryption encryption, JsonMapper json) {
        this.sql = sql;
        this.encryption = encryption;
        this.json = json;
        this.corrections = new History<>(sql, encryption, json, CORRECTIONS, BEFORE, Before.class);
    }

    /** Declares the encrypted columns, so that a new key reaches their texts. */
    @Configuration(proxyBeanMethods = false)
    static class Columns {

        @Bean
        EncryptedColumn measureContent() {
            return CONTENT;
        }

        @Bean
        EncryptedColumn measureCorrectionBefore() {
            return BEFORE;
        }
    }

    /** Answers that were withdrawn, and the reason, which is kept like that of a correction. */
    record Withdrawn(Measure measure, Correction by) {}

    /** The state before a correction, and its reason, which are encrypted together. */
    private record Before(Content content, String reason) {

        /** Leaves the texts out, because records are written to logs. */
        @Override
        public String toString() {
            return "Before[]";
        }
    }

    /** Lists the measures of a person with their corrections, the first day first. */
    List<Measure> of(Collection<PersonId> ids) {
        var found = sql.sql(SELECT + """
                        where m.tenant_id = :council and m.person_id in (:people) and m.withdrawn_at is null
                        order by m.day, m.instrument""")
                .param("people", ids.stream().map(PersonId::value).toList())
                .query(this::measure)
                .list();
        return withCorrections(found);
    }

    /**
     * Lists the withdrawn measures of a person. The reason of a withdrawal is kept like that of a correction, at the time
     * of the withdrawal.
     */
    List<Withdrawn> withdrawn(Collection<PersonId> ids) {
        var at = new HashMap<MeasureId, Instant>();
        var found = sql.sql(SELECT + """
                        where m.tenant_id = :council and m.person_id in (:people) and m.withdrawn_at is not null""")
                .param("people", ids.stream().map(PersonId::value).toList())
                .query((row, number) -> {
                    var measure = measure(row, number);
                    at.put(measure.id(), instant(row, "withdrawn_at"));
                    return measure;
                })
                .list();
        return withCorrections(found).stream()
                .map(measure -> new Withdrawn(
                        measure,
                        measure.corrections().stream()
                                .filter(correction -> correction.at().equals(at.get(measure.id())))
                                .findFirst()
                                .orElseThrow()))
                .toList();
    }

    /**
     * Lists the measures of an instrument, without their corrections, of those people who have more than one, and of those
     * who were merged.
     */
    List<Measure> repeated(String instrument, Collection<PersonId> merged) {
        return sql.sql(SELECT + """
                        where m.tenant_id = :council and m.instrument = :instrument and m.withdrawn_at is null
                          and (m.person_id = any (:merged) or exists
                              (select from app.measure o
                               where o.tenant_id = :council and o.instrument = m.instrument and o.withdrawn_at is null
                                 and o.person_id = m.person_id and o.id <> m.id))""")
                .param("instrument", instrument)
                .param("merged", merged.stream().map(PersonId::value).toArray(UUID[]::new))
                .query(this::measure)
                .list();
    }

    /** Lists the measures of an instrument since this day, without their corrections. */
    List<Measure> since(LocalDate from, String instrument) {
        return sql.sql(SELECT + """
                        where m.tenant_id = :council and m.instrument = :instrument and m.withdrawn_at is null
                          and m.day >= :from""")
                .param("instrument", instrument)
                .param("from", from)
                .query(this::measure)
                .list();
    }

    void insert(Measure measure) {
        var conversation = measure.conversation();
        sql.sql("""
                        insert into app.measure (tenant_id, id, person_id, conversation_id, instrument, instrument_version,
                                                 day, content, recorded_at, recorded_by_id, version)
                        values (:council, :id, :person, :conversation, :instrument, :instrumentVersion, :day, :content,
                                :at, :by, 0)""")
                .param("id", measure.id().value())
                .param("person", measure.person().value())
                .param("conversation", conversation == null ? null : conversation.value(), Types.OTHER)
                .param("instrument", measure.instrument())
                .param("instrumentVersion", measure.instrumentVersion())
                .param("day", measure.day())
                .param("content", content(measure.id(), measure.content()))
                .param("at", at(measure.recordedAt()))
                .param("by", measure.recordedBy().value())
                .update();
    }

    /** Replaces what was recorded, and keeps what it was before. */
    void correct(Measure before, Content content, String reason, Instant now, MemberId by) {
        corrections.keep(before.id().value(), new Before(before.content(), reason), now, by);
        sql.sql("""
                        update app.measure set version = version + 1, day = :day, content = :content
                        where tenant_id = :council and id = :id""")
                .param("id", before.id().value())
                .param("day", content.day())
                .param("content", content(before.id(), content))
                .update();
    }

    /** Leaves answers out of everything from now on. They stay, with the reason. */
    void withdraw(Measure measure, String reason, Instant now, MemberId by) {
        corrections.keep(measure.id().value(), new Before(measure.content(), reason), now, by);
        sql.sql("""
                        update app.measure set version = version + 1, withdrawn_at = :at, withdrawn_by_id = :by
                        where tenant_id = :council and id = :id""")
                .param("id", measure.id().value())
                .param("at", at(now))
                .param("by", by.value())
                .update();
    }

    /** Returns whether a person has answers to the same questions on the same day as another person gave in a conversation. */
    boolean wouldCollide(ConversationId conversation, PersonId from, PersonId to) {
        return sql.sql("""
                        select exists (select from app.measure m
                                       join app.measure o on o.tenant_id = m.tenant_id and o.instrument = m.instrument
                                                         and o.day = m.day and o.person_id = :to
                                                         and o.withdrawn_at is null
                                       where m.tenant_id = :council and m.person_id = :from
                                         and m.withdrawn_at is null and m.conversation_id = :conversation)""")
                .param("conversation", conversation.value())
                .param("from", from.value())
                .param("to", to.value())
                .query(Boolean.class)
                .single();
    }

    /** Gives the answers from a conversation to another person. */
    void move(ConversationId conversation, PersonId from, PersonId to) {
        sql.sql("""
                        update app.measure set person_id = :to, version = version + 1
                        where tenant_id = :council and person_id = :from and conversation_id = :conversation""")
                .param("conversation", conversation.value())
                .param("from", from.value())
                .param("to", to.value())
                .update();
    }

    private List<Measure> withCorrections(List<Measure> found) {
        var kept = corrections.of(
                found.stream().map(measure -> measure.id().value()).toList());
        return found.stream()
                .map(measure -> measure.with(kept.getOrDefault(measure.id().value(), List.of()).stream()
                        .map(Measures::correction)
                        .toList()))
                .toList();
    }

    private static Correction correction(History.Change<Before> kept) {
        var before = kept.before();
        return new Correction(before.content(), before.reason(), kept.at(), kept.by());
    }

    private byte[] content(MeasureId id, Content content) {
        return encryption.encrypt(CONTENT, id.value(), json.writeValueAsString(content));
    }

    private Measure measure(ResultSet row, int number) throws SQLException {
        var conversation = row.getObject("conversation_id", UUID.class);
        return new Measure(
                new MeasureId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                conversation == null ? null : new ConversationId(conversation),
                row.getString("instrument"),
                row.getInt("instrument_version"),
                json.readValue(encryption.decrypt(CONTENT, row), Content.class),
                instant(row, "recorded_at"),
                new MemberId(row.getObject("recorded_by_id", UUID.class)),
                row.getLong("version"),
                List.of());
    }
}
