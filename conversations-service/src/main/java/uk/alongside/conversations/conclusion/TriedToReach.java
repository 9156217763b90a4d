package uk.alongside.conversations.conclusion;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.foundation.wall.CouncilSql;

/** The finished records of attempts to reach a person, in which no one was spoken to. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class TriedToReach {

    private final CouncilSql sql;

    TriedToReach(CouncilSql sql) {
        this.sql = sql;
    }

    /** Returns the records of all attempts. */
    public List<ConversationId> records() {
        return sql.sql("""
                        select c.conversation_id from app.conclusion c
                        where c.tenant_id = :council and c.kind = 'TRIED_TO_REACH'""")
                .query((row, _) -> new ConversationId(row.getObject("conversation_id", UUID.class)))
                .list();
    }
}
