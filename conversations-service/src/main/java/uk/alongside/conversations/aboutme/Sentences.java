package uk.alongside.conversations.aboutme;

import static uk.alongside.foundation.wall.SqlTimes.at;
import static uk.alongside.foundation.wall.SqlTimes.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
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
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.conversations.aboutme.Sentence.Change;
import uk.alongside.conversations.aboutme.SentenceDetails.Heading;
import uk.alongside.conversations.aboutme.SentenceDetails.SaidBy;
import uk.alongside.conversations.history.History;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.encryption.EncryptedColumn;
import uk.alongside.foundation.encryption.TextEncryption;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.wall.CouncilSql;

/** Stores the sentences of About me, with their texts encrypted for the council. */
@Repository
@Transactional(propagation = Propagation.MANDATORY, noRollbackFor = Refused.class)
class Sentences {

    private static final EncryptedColumn WORDS = new EncryptedColumn("app.about_me_sentence", "words");
    private static final EncryptedColumn BEFORE = new EncryptedColumn("app.about_me_change", "before");

    private static final String SELECT = """
            select s.id, s.person_id, s.version, s.heading, s.words, s.said_by, s.said_on, s.taken_away, s.added_at,
                   s.added_by_id
            from app.about_me_sentence s
            where s.tenant_id = :council and s.person_id = any (:people)
            """;

    private static final History.Statements CHANGES = new History.Statements("""
            insert into app.about_me_change (tenant_id, id, sentence_id, before, changed_at, changed_by_id)
            values (:council, :id, :of, :before, :at, :by)""", """
            select c.id, c.sentence_id as of_id, c.before, c.changed_at as at, c.changed_by_id as by_id
            from app.about_me_change c
            where c.tenant_id = :council and c.sentence_id in (:of) order by c.changed_at, c.id""");

    private final CouncilSql sql;
    private final TextEncryption encryption;
    private final JsonMapper json;
    private final History<Before> changes;

    Sentences(CouncilSql sql, TextEncryption encryption, JsonMapper json) {
        this.sql = sql;
        this.encryption = encryption;
        this.json = json;
        this.changes = new History<>(sql, encryption, json, CHANGES, BEFORE, Before.class);
    }

    /** Declares the encrypted columns, so that a new key reaches their texts. */
    @Configuration(proxyBeanMethods = false)
    static class Columns {

        @Bean
        EncryptedColumn aboutMeSentenceWords() {
            return WORDS;
        }

        @Bean
        EncryptedColumn aboutMeChangeBefore() {
            return BEFORE;
        }
    }

    /** The texts of a sentence, which are encrypted together. */
    private record Words(
            String text,
            @Nullable String supporterName,
            @Nullable String supporterRelation,
            @Nullable String reason) {

        /** Leaves the texts out, because records are written to logs. */
        @Override
        public String toString() {
            return "Words[]";
        }
    }

    /** The state of a sentence before a change. */
    private record Before(
            SentenceDetails details,
            boolean takenAway,
            @Nullable String reason) {

        /** Leaves the texts out, because records are written to logs. */
        @Override
        public String toString() {
            return "Before[takenAway=" + takenAway + "]";
        }
    }

    /** Lists sentences of a person, who may be recorded under several ids, the first one added first. */
    List<Sentence> of(Collection<PersonId> person, @Nullable SentenceId after, int atMost) {
        return withChanges(sql.sql(SELECT + """
                          and (cast(:after as uuid) is null or (s.added_at, s.id) >
                               (select a.added_at, a.id from app.about_me_sentence a
                                where a.tenant_id = :council and a.id = :after))
                        order by s.added_at, s.id limit :most""")
                .param("people", ids(person))
                .param("after", after == null ? null : after.value(), Types.OTHER)
                .param("most", atMost)
                .query(this::sentence)
                .list());
    }

    int count(Collection<PersonId> person) {
        return sql.sql("""
                        select count(*) from app.about_me_sentence s
                        where s.tenant_id = :council and s.person_id = any (:people)""").param("people", ids(person)).query(Integer.class).single();
    }

    /** Finds the sentence, and makes other changes of it wait until this one is done. */
    Optional<Sentence> find(Collection<PersonId> person, SentenceId id) {
        return withChanges(sql.sql(SELECT + " and s.id = :id for update")
                        .param("people", ids(person))
                        .param("id", id.value())
                        .query(this::sentence)
                        .list())
                .stream()
                .findFirst();
    }

    private static UUID[] ids(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).toArray(UUID[]::new);
    }

    void insert(Sentence sentence) {
        sql.sql("""
                        insert into app.about_me_sentence
                            (tenant_id, id, person_id, version, heading, words, said_by, said_on, taken_away, added_at,
                             added_by_id)
                        values (:council, :id, :person, 0, :heading, :words, :saidBy, :saidOn, false, :at, :by)""")
                .param("id", sentence.id().value())
                .param("person", sentence.person().value())
                .param("heading", sentence.details().heading().name())
                .param("words", words(sentence))
                .param("saidBy", sentence.details().saidBy().name())
                .param("saidOn", sentence.details().saidOn())
                .param("at", at(sentence.addedAt()))
                .param("by", sentence.addedBy().value())
                .update();
    }

    void update(Sentence sentence) {
        sql.sql("""
                        update app.about_me_sentence
                        set version = version + 1, heading = :heading, words = :words, said_by = :saidBy,
                            said_on = :saidOn, taken_away = :takenAway
                        where tenant_id = :council and id = :id""")
                .param("id", sentence.id().value())
                .param("heading", sentence.details().heading().name())
                .param("words", words(sentence))
                .param("saidBy", sentence.details().saidBy().name())
                .param("saidOn", sentence.details().saidOn())
                .param("takenAway", sentence.takenAway())
                .update();
    }

    void keep(SentenceId sentence, Change change) {
        changes.keep(
                sentence.value(),
                new Before(change.before(), change.takenAwayBefore(), change.reason()),
                change.at(),
                change.by());
    }

    private List<Sentence> withChanges(List<Sentence> found) {
        var kept = changes.of(found.stream().map(each -> each.id().value()).toList());
        return found.stream()
                .map(each -> each.with(kept.getOrDefault(each.id().value(), List.of()).stream()
                        .map(Sentences::change)
                        .toList()))
                .toList();
    }

    private static Change change(History.Change<Before> kept) {
        var before = kept.before();
        return new Change(before.details(), before.takenAway(), before.reason(), kept.at(), kept.by());
    }

    private Sentence sentence(ResultSet row, int number) throws SQLException {
        var words = json.readValue(encryption.decrypt(WORDS, row), Words.class);
        return new Sentence(
                new SentenceId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getLong("version"),
                new SentenceDetails(
                        Heading.valueOf(row.getString("heading")),
                        words.text(),
                        SaidBy.valueOf(row.getString("said_by")),
                        words.supporterName(),
                        words.supporterRelation(),
                        row.getObject("said_on", LocalDate.class)),
                row.getBoolean("taken_away"),
                words.reason(),
                instant(row, "added_at"),
                new MemberId(row.getObject("added_by_id", UUID.class)),
                List.of());
    }

    private byte[] words(Sentence sentence) {
        var details = sentence.details();
        var words = new Words(details.text(), details.supporterName(), details.supporterRelation(), sentence.reason());
        return encryption.encrypt(WORDS, sentence.id().value(), json.writeValueAsString(words));
    }
}
