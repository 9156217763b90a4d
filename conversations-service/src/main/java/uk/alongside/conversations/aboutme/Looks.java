package uk.alongside.conversations.aboutme;

import static uk.alongside.foundation.wall.SqlTimes.at;
import static uk.alongside.foundation.wall.SqlTimes.instant;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.wall.CouncilSql;

/** Stores in which conversations a member and the person looked at About me together. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Looks {

    private final CouncilSql sql;

    Looks(CouncilSql sql) {
        this.sql = sql;
    }

    /** A look of a member at About me, together with the person. */
    record Look(PersonId person, Instant at, MemberId by) {}

    /** Lists the looks of a conversation, the first one first. */
    List<Look> of(ConversationId conversation) {
        return sql.sql("""
                        select l.person_id, l.looked_at, l.looked_by_id from app.about_me_look l
                        where l.tenant_id = :council and l.conversation_id = :conversation
                        order by l.looked_at, l.person_id, l.looked_by_id""")
                .param("conversation", conversation.value())
                .query((row, _) -> new Look(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        instant(row, "looked_at"),
                        new MemberId(row.getObject("looked_by_id", UUID.class))))
                .list();
    }

    /** Notes a look. A second look of the same member in this conversation leaves the first one. */
    void add(ConversationId conversation, Look look) {
        sql.sql("""
                        insert into app.about_me_look (tenant_id, conversation_id, person_id, looked_by_id, looked_at)
                        values (:council, :conversation, :person, :by, :at) on conflict do nothing""")
                .param("conversation", conversation.value())
                .param("person", look.person().value())
                .param("by", look.by().value())
                .param("at", at(look.at()))
                .update();
    }
}
