package uk.alongside.conversations.conversation;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.council.Prompt;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.person.PersonCard;

/** Answers other features' questions about what is written in a record. Each answer is audited as a read of it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class RecordedConversations {

    private final Conversations conversations;
    private final ConversationLoader loader;

    RecordedConversations(Conversations conversations, ConversationLoader loader) {
        this.conversations = conversations;
        this.loader = loader;
    }

    /**
     * What a record holds.
     *
     * @param texts the text of each box in which a member has written, by its prompt
     */
    public record Recorded(
            ConversationId id,
            LocalDate day,
            @Nullable HubId hub,
            @Nullable String hubName,
            List<PersonCard> people,
            List<Prompt> prompts,
            Map<String, String> texts,
            @Nullable String recordedByName) {

        /** Leaves the people and the texts out, because records are written to logs. */
        @Override
        public String toString() {
            return "Recorded[id=" + id + "]";
        }
    }

    public Optional<Recorded> read(ConversationId id) {
        return conversations.find(id).map(this::recorded);
    }

    private Recorded recorded(Conversation conversation) {
        var details = loader.describe(conversation);
        return new Recorded(
                conversation.id(),
                conversation.day(),
                conversation.hub(),
                details.hubName(),
                details.people(),
                conversation.prompts(),
                details.boxes().stream().collect(toMap(Box::prompt, Box::text)),
                details.members().get(conversation.startedBy().value()));
    }
}
