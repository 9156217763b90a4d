package uk.alongside.conversations.measure;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.conversations.person.PersonId;

/** Moves the answers that were given in a conversation to the person who gave them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class MeasuresOfConversations {

    private final Measures measures;

    MeasuresOfConversations(Measures measures) {
        this.measures = measures;
    }

    /**
     * Moves the answers of a conversation. The caller holds the locks of both people.
     *
     * @return false, and nothing is moved, if the other person has answers to the same questions on the same day
     */
    public boolean move(ConversationId conversation, PersonId from, PersonId to) {
        if (measures.wouldCollide(conversation, from, to)) {
            return false;
        }
        measures.move(conversation, from, to);
        return true;
    }
}
