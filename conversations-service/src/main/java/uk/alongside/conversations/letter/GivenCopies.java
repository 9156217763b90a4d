package uk.alongside.conversations.letter;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.conversations.person.PersonId;

/** Tells other features which copies of letters people were given. The caller audits the read of the record. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class GivenCopies {

    private final Letters letters;

    GivenCopies(Letters letters) {
        this.letters = letters;
    }

    /** A copy that was given to a person. */
    public record Given(ConversationId conversation, PersonId person, Instant at) {}

    /** Lists the copies of the letters of these records, the first one given first. */
    public List<Given> of(Collection<ConversationId> conversations) {
        return letters.given(conversations);
    }
}
