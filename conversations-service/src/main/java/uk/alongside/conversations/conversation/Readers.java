package uk.alongside.conversations.conversation;

import static uk.alongside.foundation.wall.SqlTimes.at;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.wall.CouncilSql;

/**
 * Stores the members who may read a restricted record. {@link Conversations} leaves a restricted record out for every
 * other member, so that no feature shows its content to them.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Readers {

    private final CouncilSql sql;

    Readers(CouncilSql sql) {
        this.sql = sql;
    }

    /** Returns the members who may read this record; empty if it is not restricted, or is not there. */
    Set<MemberId> of(ConversationId id) {
        return Set.copyOf(sql.sql("""
                        select r.member_id from app.conversation_reader r
                        where r.tenant_id = :council and r.conversation_id = :id""")
                .param("id", id.value())
                .query((row, _) -> new MemberId(row.getObject("member_id", UUID.class)))
                .list());
    }

    /** Lists the restricted records that this member may not read. */
    List<ConversationId> hiddenFrom(MemberId member) {
        return sql.sql("""
                        select r.conversation_id from app.conversation_reader r
                        where r.tenant_id = :council
                        group by r.conversation_id having not bool_or(r.member_id = :member)""")
                .param("member", member.value())
                .query((row, _) -> new ConversationId(row.getObject("conversation_id", UUID.class)))
                .list();
    }

    /** Returns the members who may read each restricted record. */
    Map<ConversationId, Set<MemberId>> all() {
        var readers = new HashMap<ConversationId, Set<MemberId>>();
        sql.sql("select r.conversation_id, r.member_id from app.conversation_reader r where r.tenant_id = :council")
                .query(row -> {
                    readers.computeIfAbsent(
                                    new ConversationId(row.getObject("conversation_id", UUID.class)),
                                    _ -> new HashSet<>())
                            .add(new MemberId(row.getObject("member_id", UUID.class)));
                });
        return readers;
    }

    /** Replaces the members who may read a record. None lifts the restriction. */
    void replace(ConversationId id, Collection<MemberId> members, Instant at, MemberId by) {
        var ids = members.stream().map(MemberId::value).toArray(UUID[]::new);
        sql.sql("""
                        delete from app.conversation_reader
                        where tenant_id = :council and conversation_id = :id and member_id <> all (:members)""").param("id", id.value()).param("members", ids).update();
        add(id, members, at, by);
    }

    /** Adds members to those who may read a record. Members who are named already stay named. */
    void add(ConversationId id, Collection<MemberId> members, Instant at, MemberId by) {
        sql.batch(
                """
                        insert into app.conversation_reader (tenant_id, conversation_id, member_id, named_at, named_by_id)
                        values (:council, :id, :member, :at, :by)
                        on conflict (tenant_id, conversation_id, member_id) do nothing""",
                members.stream()
                        .map(member -> Map.<String, Object>of(
                                "id", id.value(), "member", member.value(), "at", at(at), "by", by.value()))
                        .toList());
    }
}
