package uk.alongside.conversations.presence;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.conversations.conversation.Conversations;
import uk.alongside.conversations.council.Team;
import uk.alongside.conversations.presence.Writers.Writer;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.problem.Refused;

/** Notes who has a record open, and tells each page of the others and of the versions of the boxes. */
@Service
class PresenceService {

    /** The time after which a member whose page is silent is gone. */
    static final Duration SILENT = Duration.ofSeconds(30);

    private final Writers writers;
    private final Conversations conversations;
    private final Team team;
    private final Clock clock;

    PresenceService(Writers writers, Conversations conversations, Team team, Clock clock) {
        this.writers = writers;
        this.conversations = conversations;
        this.team = team;
        this.clock = clock;
    }

    /** The other members who have the record open, their names, and the versions of the record and its boxes. */
    record Present(List<Writer> writers, Map<UUID, String> names, Conversations.State state) {

        /** Leaves the names out, because records are written to logs. */
        @Override
        public String toString() {
            return "Present[writers=" + writers + "]";
        }
    }

    /** Notes that the caller has the record open, in the box of this prompt if the record has one for it. */
    @Transactional
    Present note(ConversationId id, @Nullable String prompt) {
        var state = conversations.state(id).orElseThrow(Refused::notFound);
        var me = Caller.current().member();
        var now = clock.instant();
        var since = now.minus(SILENT);
        writers.note(id, new Writer(me, prompt != null && state.prompts().contains(prompt) ? prompt : null), now);
        writers.deleteSilent(since);
        var others = writers.others(id, me, since);
        return new Present(
                others,
                team.names(
                        others.stream().map(writer -> writer.member().value()).toList()),
                state);
    }

    /** Notes that the caller has left the record. */
    @Transactional
    void leave(ConversationId id) {
        if (conversations.state(id).isEmpty()) {
            throw Refused.notFound();
        }
        writers.delete(id, Caller.current().member());
    }
}
