package uk.alongside.conversations.move;

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
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.encryption.EncryptedColumn;
import uk.alongside.foundation.encryption.TextEncryption;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.wall.CouncilSql;

/** Stores the moves of records, with their reasons encrypted for the council. */
@Repository
@Transactional(propagation = Propagation.MANDATORY, noRollbackFor = Refused.class)
class Moves {

    private static final EncryptedColumn REASON = new EncryptedColumn("app.conversation_move", "reason");

    private static final String SELECT = """
            select m.id, m.conversation_id, m.from_person_id, m.to_person_id, m.day, m.reason, m.moved_at, m.moved_by_id
            from app.conversation_move m
            where m.tenant_id = :council
            """;

    private static final String PAGE = """
              and (cast(:after as uuid) is null or (m.moved_at, m.id) <
                   (select a.moved_at, a.id from app.conversation_move a where a.tenant_id = :council and a.id = :after))
            order by m.moved_at desc, m.id desc limit :most""";

    private final CouncilSql sql;
    private final TextEncryption encryption;

    Moves(CouncilSql sql, TextEncryption encryption) {
        this.sql = sql;
        this.encryption = encryption;
    }

    /** Declares the encrypted column, so that a new key reaches its texts. */
    @Configuration(proxyBeanMethods = false)
    static class Columns {

        @Bean
        EncryptedColumn conversationMoveReason() {
            return REASON;
        }
    }

    void insert(Move move) {
        sql.sql("""
                        insert into app.conversation_move
                            (tenant_id, id, conversation_id, from_person_id, to_person_id, day, reason, moved_at, moved_by_id)
                        values (:council, :id, :conversation, :from, :to, :day, :reason, :at, :by)""")
                .param("id", move.id().value())
                .param("conversation", move.conversation().value())
                .param("from", move.from().value())
                .param("to", move.to().value())
                .param("day", move.day())
                .param("reason", encryption.encrypt(REASON, move.id().value(), move.reason()))
                .param("at", at(move.at()))
                .param("by", move.by().value())
                .update();
    }

    Optional<Move> find(MoveId id) {
        return sql.sql(SELECT + " and m.id = :id")
                .param("id", id.value())
                .query(this::move)
                .optional();
    }

    /** Lists the moves of a record, the last one first. */
    List<Move> of(ConversationId conversation, @Nullable MoveId after, int atMost) {
        return page(" and m.conversation_id = :of", conversation.value(), after, atMost);
    }

    /** Lists the moves of records away from a person, who may be recorded under several ids, the last one first. */
    List<Move> from(Collection<PersonId> person, @Nullable MoveId after, int atMost) {
        return page(
                " and m.from_person_id in (:of)",
                person.stream().map(PersonId::value).toList(),
                after,
                atMost);
    }

    private List<Move> page(String condition, Object of, @Nullable MoveId after, int atMost) {
        return sql.sql(SELECT + condition + PAGE)
                .param("of", of)
                .param("after", after == null ? null : after.value(), Types.OTHER)
                .param("most", atMost)
                .query(this::move)
                .list();
    }

    private Move move(ResultSet row, int number) throws SQLException {
        return new Move(
                new MoveId(row.getObject("id", UUID.class)),
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                new PersonId(row.getObject("from_person_id", UUID.class)),
                new PersonId(row.getObject("to_person_id", UUID.class)),
                row.getObject("day", LocalDate.class),
                encryption.decrypt(REASON, row),
                instant(row, "moved_at"),
                new MemberId(row.getObject("moved_by_id", UUID.class)));
    }
}
