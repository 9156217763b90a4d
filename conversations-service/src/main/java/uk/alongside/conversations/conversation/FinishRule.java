package uk.alongside.conversations.conversation;

import java.util.List;
import uk.alongside.foundation.problem.Refusal;

/** A rule of another feature that a record must keep before it is finished. Every bean of this type is asked. */
public interface FinishRule {

    /** Lists the reasons for which the record cannot be finished yet. */
    List<? extends Refusal> reasonsAgainst(ConversationId id);
}
