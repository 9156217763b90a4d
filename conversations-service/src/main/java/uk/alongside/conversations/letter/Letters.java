package uk.alongside.conversations.letter;

import static java.util.stream.Collectors.toSet;
import static uk.alongside.foundation.wall.SqlTimes.at;
import static uk.alongside.foundation.wall.SqlTimes.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.conversations.letter.GivenCopies.Given;
import uk.alongside.conversations.letter.Letter.Copy;
import uk.alongside.conversations.letter.Letter.How;
import uk.alongside.conversations.letter.Letter.Part;
import uk.alongside.conversations.letter.Letter.Withdrawal;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.encryption.EncryptedColumn;
import uk.alongside.foundation.encryption.TextEncryption;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.wall.CouncilSql;

/** Stores what members of staff have changed in letters, with the texts encrypted for the council. */
@Repository
@Transactional(propagation = Propagation.MANDATORY, noRollbackFor = Refused.class)
class Letters {

    private static final EncryptedColumn TEXT = new EncryptedColumn("app.letter_part", "text");
    private static final EncryptedColumn REASON = new EncryptedColumn("app.letter", "withdrawn_reason");

    private static final String SELECT = """
            select l.id, l.conversation_id, l.person_id, l.version, l.names, l.withdrawn_at, l.withdrawn_by_id,
                   l.withdrawn_reason
            from app.letter l
            where l.tenant_id = :council and l.conversation_id = :conversation""";

    private final CouncilSql sql;
    private final TextEncryption encryption;

    Letters(CouncilSql sql, TextEncryption encryption) {
        this.sql = sql;
        this.encryption = encryption;
    }

    /** Declares the encrypted columns, so that a new key reaches their texts. */
    @Configuration(proxyBeanMethods = false)
    static class Columns {

        @Bean
        EncryptedColumn letterPartText() {
            return TEXT;
        }

        @Bean
        EncryptedColumn letterWithdrawnReason() {
            return REASON;
        }
    }

    /** Lists the letters of a record that a member has changed. */
    List<Letter> of(ConversationId conversation) {
        return sql.sql(SELECT + " order by l.id")
                .param("conversation", conversation.value())
                .query(this::letter)
                .list();
    }

    Optional<Letter> find(ConversationId conversation, PersonId person) {
        return one(conversation, person, "");
    }

    /** Finds the letter, or begins it, and makes other changes of it wait until this one is done. */
    Letter findForChange(ConversationId conversation, PersonId person) {
        sql.sql("""
                        insert into app.letter (tenant_id, id, conversation_id, person_id, version, names)
                        values (:council, :id, :conversation, :person, 0, '{}')
                        on conflict (tenant_id, conversation_id, person_id) do nothing""")
                .param("id", UUID.randomUUID())
                .param("conversation", conversation.value())
                .param("person", person.value())
                .update();
        return one(conversation, person, " for update").orElseThrow();
    }

    private Optional<Letter> one(ConversationId conversation, PersonId person, String lock) {
        return sql.sql(SELECT + " and l.person_id = :person" + lock)
                .param("conversation", conversation.value())
                .param("person", person.value())
                .query(this::letter)
                .optional();
    }

    /** Adds the next version of a part. The caller holds the lock of the letter. */
    void write(LetterId id, String part, Part written) {
        var row = UUID.randomUUID();
        sql.sql("""
                        insert into app.letter_part
                            (tenant_id, id, letter_id, part_id, version, text, changed_at, changed_by_id)
                        values (:council, :row, :id, :part, :version, :text, :at, :by)""")
                .param("row", row)
                .param("id", id.value())
                .param("part", part)
                .param("version", written.version())
                .param("text", encryption.encrypt(TEXT, row, written.text()))
                .param("at", at(written.changedAt()))
                .param("by", written.changedBy().value())
                .update();
    }

    void leaveNames(LetterId id, Collection<PersonId> names) {
        sql.sql("""
                        update app.letter set version = version + 1, names = cast(:names as uuid[])
                        where tenant_id = :council and id = :id""")
                .param("id", id.value())
                .param("names", names.stream().map(PersonId::value).toArray(UUID[]::new))
                .update();
    }

    void add(LetterId id, Copy copy) {
        sql.sql("""
                        insert into app.letter_copy (tenant_id, id, letter_id, how, given_at, given_by_id)
                        values (:council, :row, :id, :how, :at, :by)""")
                .param("row", UUID.randomUUID())
                .param("id", id.value())
                .param("how", copy.how().name())
                .param("at", at(copy.at()))
                .param("by", copy.by().value())
                .update();
    }

    /** Lists the copies of the letters of these records, the first one given first. */
    List<Given> given(Collection<ConversationId> conversations) {
        return conversations.isEmpty()
                ? List.of()
                : sql.sql("""
                                select l.conversation_id, l.person_id, c.given_at from app.letter_copy c
                                join app.letter l on l.tenant_id = c.tenant_id and l.id = c.letter_id
                                where c.tenant_id = :council and l.conversation_id in (:conversations)
                                order by c.given_at, c.id""")
                        .param(
                                "conversations",
                                conversations.stream()
                                        .map(ConversationId::value)
                                        .toList())
                        .query((row, _) -> new Given(
                                new ConversationId(row.getObject("conversation_id", UUID.class)),
                                new PersonId(row.getObject("person_id", UUID.class)),
                                instant(row, "given_at")))
                        .list();
    }

    void withdraw(LetterId id, Withdrawal withdrawal) {
        sql.sql("""
                        update app.letter
                        set version = version + 1, withdrawn_at = :at, withdrawn_by_id = :by, withdrawn_reason = :reason
                        where tenant_id = :council and id = :id""")
                .param("id", id.value())
                .param("at", at(withdrawal.at()))
                .param("by", withdrawal.by().value())
                .param("reason", encryption.encrypt(REASON, id.value(), withdrawal.reason()))
                .update();
    }

    private Letter letter(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Letter(
                new LetterId(id),
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getLong("version"),
                Arrays.stream((UUID[]) row.getArray("names").getArray())
                        .map(PersonId::new)
                        .collect(toSet()),
                withdrawal(row),
                parts(id),
                copies(id));
    }

    private @Nullable Withdrawal withdrawal(ResultSet row) throws SQLException {
        return row.getBytes("withdrawn_reason") == null
                ? null
                : new Withdrawal(
                        instant(row, "withdrawn_at"),
                        new MemberId(row.getObject("withdrawn_by_id", UUID.class)),
                        encryption.decrypt(REASON, row));
    }

    /** Returns the latest version of each part. */
    private Map<String, Part> parts(UUID letter) {
        var parts = new HashMap<String, Part>();
        sql.sql("""
                        select distinct on (p.part_id) p.id, p.part_id, p.version, p.text, p.changed_at, p.changed_by_id
                        from app.letter_part p
                        where p.tenant_id = :council and p.letter_id = :letter
                        order by p.part_id, p.version desc""").param("letter", letter).query(row -> {
            parts.put(
                    row.getString("part_id"),
                    new Part(
                            encryption.decrypt(TEXT, row),
                            row.getLong("version"),
                            instant(row, "changed_at"),
                            new MemberId(row.getObject("changed_by_id", UUID.class))));
        });
        return parts;
    }

    private List<Copy> copies(UUID letter) {
        return sql.sql("""
                        select c.how, c.given_at, c.given_by_id from app.letter_copy c
                        where c.tenant_id = :council and c.letter_id = :letter order by c.given_at, c.id""")
                .param("letter", letter)
                .query((row, _) -> new Copy(
                        How.valueOf(row.getString("how")),
                        instant(row, "given_at"),
                        new MemberId(row.getObject("given_by_id", UUID.class))))
                .list();
    }
}
