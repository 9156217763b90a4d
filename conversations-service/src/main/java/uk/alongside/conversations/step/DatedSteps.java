package uk.alongside.conversations.step;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.foundation.text.EnumWords;
import uk.alongside.foundation.wall.CouncilSql;

/** The days and statuses of steps, without their texts. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class DatedSteps {

    private final CouncilSql sql;

    DatedSteps(CouncilSql sql) {
        this.sql = sql;
    }

    /** A step without its texts. */
    public record DatedStep(
            UUID id, ConversationId conversation, @Nullable LocalDate due, String status) {}

    /** Returns the steps of these records. */
    public List<DatedStep> of(Collection<ConversationId> conversations) {
        return conversations.isEmpty()
                ? List.of()
                : sql.sql("""
                        select s.id, s.conversation_id, s.due, s.status from app.step s
                        where s.tenant_id = :council and s.conversation_id in (:conversations)""")
                        .param(
                                "conversations",
                                conversations.stream()
                                        .map(ConversationId::value)
                                        .toList())
                        .query((row, _) -> new DatedStep(
                                row.getObject("id", UUID.class),
                                new ConversationId(row.getObject("conversation_id", UUID.class)),
                                row.getObject("due", LocalDate.class),
                                EnumWords.of(Step.Status.valueOf(row.getString("status")))))
                        .list();
    }
}
