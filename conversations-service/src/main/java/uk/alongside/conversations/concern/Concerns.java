package uk.alongside.conversations.concern;

import static java.util.stream.Collectors.toSet;
import static uk.alongside.foundation.wall.SqlTimes.at;
import static uk.alongside.foundation.wall.SqlTimes.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
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
import uk.alongside.conversations.concern.Concern.Action;
import uk.alongside.conversations.concern.Concern.Done;
import uk.alongside.conversations.concern.Concern.Reading;
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.encryption.EncryptedColumn;
import uk.alongside.foundation.encryption.TextEncryption;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.wall.CouncilSql;

/** Stores concerns and what was done about them, with their texts encrypted for the council. */
@Repository
@Transactional(propagation = Propagation.MANDATORY, noRollbackFor = Refused.class)
class Concerns {

    /** The name of a concern in the audit. */
    static final String KIND = "concern";

    private static final EncryptedColumn WORRY = new EncryptedColumn("app.concern", "worry");
    private static final EncryptedColumn TOLD = new EncryptedColumn("app.concern_action", "told");

    private static final String SELECT = """
            select c.id, c.person_id, c.conversation_id, c.worry, c.written_at, c.written_by_id, c.read_at, c.read_by_id
            from app.concern c
            where c.tenant_id = :council
            """;

    private final CouncilSql sql;
    private final TextEncryption encryption;

    Concerns(CouncilSql sql, TextEncryption encryption) {
        this.sql = sql;
        this.encryption = encryption;
    }

    /** Declares the encrypted columns, so that a new key reaches their texts. */
    @Configuration(proxyBeanMethods = false)
    static class Columns {

        @Bean
        EncryptedColumn concernWorry() {
            return WORRY;
        }

        @Bean
        EncryptedColumn concernTold() {
            return TOLD;
        }
    }

    void insert(Concern concern) {
        var person = concern.person();
        var conversation = concern.conversation();
        sql.sql("""
                        insert into app.concern
                            (tenant_id, id, person_id, conversation_id, worry, written_at, written_by_id)
                        values (:council, :id, :person, :conversation, :worry, :at, :by)""")
                .param("id", concern.id().value())
                .param("person", person == null ? null : person.value(), Types.OTHER)
                .param("conversation", conversation == null ? null : conversation.value(), Types.OTHER)
                .param("worry", encryption.encrypt(WORRY, concern.id().value(), concern.worry()))
                .param("at", at(concern.writtenAt()))
                .param("by", concern.writtenBy().value())
                .update();
        for (int i = 0; i < concern.done().size(); i++) {
            add(concern.id(), i + 1, concern.done().get(i));
        }
    }

    /** Adds what was done. The caller holds the lock of the concern, so that the numbers follow each other from 1. */
    void add(ConcernId id, int number, Done done) {
        var row = UUID.randomUUID();
        var told = done.told();
        sql.sql("""
                        insert into app.concern_action (tenant_id, id, concern_id, number, actions, told, at, by_id)
                        values (:council, :row, :id, :number, cast(:actions as text[]), :told, :at, :by)""")
                .param("row", row)
                .param("id", id.value())
                .param("number", number)
                .param(
                        "actions",
                        done.actions().stream().map(Action::name).sorted().toArray(String[]::new))
                .param("told", told == null ? null : encryption.encrypt(TOLD, row, told), Types.BINARY)
                .param("at", at(done.at()))
                .param("by", done.by().value())
                .update();
    }

    Optional<Concern> find(ConcernId id) {
        return one(id, "");
    }

    /** Finds the concern, and makes other changes of it wait until this one is done. */
    Optional<Concern> findForChange(ConcernId id) {
        return one(id, " for update");
    }

    void markRead(ConcernId id, Reading read) {
        sql.sql("update app.concern set read_at = :at, read_by_id = :by where tenant_id = :council and id = :id")
                .param("id", id.value())
                .param("at", at(read.at()))
                .param("by", read.by().value())
                .update();
    }

    /**
     * Lists the concerns, the last one written first.
     *
     * @param open leaves out those that a practitioner has read and about which a member has acted
     */
    List<Concern> list(boolean open, @Nullable ConcernId after, int atMost) {
        return withDone(sql.sql(SELECT + """
                          and (not :open or c.read_at is null or not exists
                               (select from app.concern_action a
                                where a.tenant_id = :council and a.concern_id = c.id and a.told is not null))
                          and (cast(:after as uuid) is null or (c.written_at, c.id) <
                               (select b.written_at, b.id from app.concern b
                                where b.tenant_id = :council and b.id = :after))
                        order by c.written_at desc, c.id desc limit :most""")
                .param("open", open)
                .param("after", after == null ? null : after.value(), Types.OTHER)
                .param("most", atMost)
                .query(this::withoutDone)
                .list());
    }

    private Optional<Concern> one(ConcernId id, String lock) {
        return withDone(sql.sql(SELECT + " and c.id = :id" + lock)
                        .param("id", id.value())
                        .query(this::withoutDone)
                        .list())
                .stream()
                .findFirst();
    }

    private List<Concern> withDone(List<Concern> concerns) {
        var done = done(concerns.stream().map(Concern::id).toList());
        return concerns.stream()
                .map(concern -> new Concern(
                        concern.id(),
                        concern.person(),
                        concern.conversation(),
                        concern.worry(),
                        concern.writtenAt(),
                        concern.writtenBy(),
                        done.getOrDefault(concern.id(), List.of()),
                        concern.read()))
                .toList();
    }

    private Map<ConcernId, List<Done>> done(List<ConcernId> ids) {
        var done = new HashMap<ConcernId, List<Done>>();
        if (ids.isEmpty()) {
            return done;
        }
        sql.sql("""
                        select a.id, a.concern_id, a.actions, a.told, a.at, a.by_id from app.concern_action a
                        where a.tenant_id = :council and a.concern_id in (:ids) order by a.number""").param("ids", ids.stream().map(ConcernId::value).toList()).query(row -> {
            done.computeIfAbsent(new ConcernId(row.getObject("concern_id", UUID.class)), _ -> new ArrayList<>())
                    .add(doneOf(row));
        });
        return done;
    }

    private Done doneOf(ResultSet row) throws SQLException {
        return new Done(
                Arrays.stream((String[]) row.getArray("actions").getArray())
                        .map(Action::valueOf)
                        .collect(toSet()),
                row.getBytes("told") == null ? null : encryption.decrypt(TOLD, row),
                instant(row, "at"),
                new MemberId(row.getObject("by_id", UUID.class)));
    }

    private Concern withoutDone(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var person = row.getObject("person_id", UUID.class);
        var conversation = row.getObject("conversation_id", UUID.class);
        var reader = row.getObject("read_by_id", UUID.class);
        return new Concern(
                new ConcernId(id),
                person == null ? null : new PersonId(person),
                conversation == null ? null : new ConversationId(conversation),
                encryption.decrypt(WORRY, row),
                instant(row, "written_at"),
                new MemberId(row.getObject("written_by_id", UUID.class)),
                List.of(),
                reader == null ? null : new Reading(instant(row, "read_at"), new MemberId(reader)));
    }
}
