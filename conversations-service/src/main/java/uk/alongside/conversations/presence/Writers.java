package uk.alongside.conversations.presence;

import static uk.alongside.foundation.wall.SqlTimes.at;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.wall.CouncilSql;

/** Stores who has which record open. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Writers {

    private final CouncilSql sql;

    Writers(CouncilSql sql) {
        this.sql = sql;
    }

    /** A member with a record open, and the box in which they are. */
    record Writer(MemberId member, @Nullable String prompt) {}

    /** Stores that a member has the record open. */
    void note(ConversationId conversation, Writer writer, Instant now) {
        sql.sql("""
                        insert into app.conversation_writer (tenant_id, conversation_id, member_id, prompt_id, seen_at)
                        values (:council, :conversation, :member, :prompt, :now)
                        on conflict (tenant_id, conversation_id, member_id)
                            do update set prompt_id = excluded.prompt_id, seen_at = excluded.seen_at""")
                .param("conversation", conversation.value())
                .param("member", writer.member().value())
                .param("prompt", writer.prompt(), Types.VARCHAR)
                .param("now", at(now))
                .update();
    }

    /**
     * Deletes the members of all records who have been silent since a time. Rows that another request holds are left to
     * it, so that two requests never wait for each other.
     */
    void deleteSilent(Instant since) {
        sql.sql("""
                        delete from app.conversation_writer w
                        where w.tenant_id = :council and (w.conversation_id, w.member_id) in
                            (select s.conversation_id, s.member_id from app.conversation_writer s
                             where s.tenant_id = :council and s.seen_at < :since for update skip locked)""").param("since", at(since)).update();
    }

    /** Lists the other members who have the record open. */
    List<Writer> others(ConversationId conversation, MemberId than, Instant since) {
        return sql.sql("""
                        select w.member_id, w.prompt_id from app.conversation_writer w
                        where w.tenant_id = :council and w.conversation_id = :conversation and w.member_id <> :than
                          and w.seen_at >= :since
                        order by w.member_id""")
                .param("conversation", conversation.value())
                .param("than", than.value())
                .param("since", at(since))
                .query((row, _) ->
                        new Writer(new MemberId(row.getObject("member_id", UUID.class)), row.getString("prompt_id")))
                .list();
    }

    void delete(ConversationId conversation, MemberId member) {
        sql.sql("""
                        delete from app.conversation_writer
                        where tenant_id = :council and conversation_id = :conversation and member_id = :member""")
                .param("conversation", conversation.value())
                .param("member", member.value())
                .update();
    }
}
