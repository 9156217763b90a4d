package uk.alongside.conversations.aboutme;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.aboutme.Looks.Look;
import uk.alongside.conversations.attendance.OwnChange;
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.conversations.conversation.Conversations;
import uk.alongside.conversations.conversation.RecordedConversations;
import uk.alongside.conversations.council.Team;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.problem.Refused;

/** Notes and lists in a record that a member and the person looked at About me together. */
@Service
class LookService {

    private final RecordedConversations records;
    private final Looks looks;
    private final Team team;
    private final Audit audit;
    private final Clock clock;

    LookService(RecordedConversations records, Looks looks, Team team, Audit audit, Clock clock) {
        this.records = records;
        this.looks = looks;
        this.team = team;
        this.audit = audit;
        this.clock = clock;
    }

    /** The looks of a record, and the names of the members. */
    record Found(List<Look> looks, Map<UUID, String> members) {}

    @Transactional
    Found list(ConversationId conversation) {
        records.find(conversation);
        return found(conversation);
    }

    /** Notes a look in the record, also after it is finished. */
    @Transactional
    Found add(ConversationId conversation, PersonId person) {
        if (!records.findForWriting(conversation).people().contains(person)) {
            throw Refused.notFound();
        }
        looks.add(
                conversation,
                new Look(person, OwnChange.now(clock), Caller.current().member()));
        audit.changed(Conversations.KIND, conversation.value(), "about-me-looked-at");
        return found(conversation);
    }

    private Found found(ConversationId conversation) {
        var found = looks.of(conversation);
        return new Found(
                found,
                team.names(
                        found.stream().map(look -> look.by().value()).distinct().toList()));
    }
}
