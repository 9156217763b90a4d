package uk.alongside.conversations.conversation;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.attendance.OwnChange;
import uk.alongside.conversations.conversation.Conversation.Status;
import uk.alongside.conversations.conversation.ConversationLoader.Details;
import uk.alongside.conversations.conversation.ConversationRefusal.ConversationExists;
import uk.alongside.conversations.conversation.ConversationRefusal.ConversationHasText;
import uk.alongside.conversations.conversation.ConversationRefusal.ReaderNotOfTheTeam;
import uk.alongside.conversations.conversation.ConversationRefusal.Restricted;
import uk.alongside.conversations.conversation.ConversationRefusal.StaleVersion;
import uk.alongside.conversations.conversation.ConversationRefusal.TooFewReaders;
import uk.alongside.conversations.conversation.RecordedVisits.Start;
import uk.alongside.conversations.council.Blueprints;
import uk.alongside.conversations.council.Team;
import uk.alongside.conversations.person.PersonDirectory;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.idempotency.IdempotentRequests;
import uk.alongside.foundation.problem.Refused;

/** Begins the records of conversations, and changes who they are about. */
@Service
class ConversationService {

    private static final int FEWEST_READERS = 2;

    private final Conversations conversations;
    private final Readers readers;
    private final Team team;
    private final BoxTexts texts;
    private final ConversationLoader loader;
    private final RecordedVisits visits;
    private final List<RecordedConversations.Part> parts;
    private final Blueprints blueprints;
    private final PersonDirectory people;
    private final IdempotentRequests requests;
    private final Audit audit;
    private final Clock clock;

    ConversationService(
            Conversations conversations,
            Readers readers,
            Team team,
            BoxTexts texts,
            ConversationLoader loader,
            RecordedVisits visits,
            List<RecordedConversations.Part> parts,
            Blueprints blueprints,
            PersonDirectory people,
            IdempotentRequests requests,
            Audit audit,
            Clock clock) {
        this.conversations = conversations;
        this.readers = readers;
        this.team = team;
        this.texts = texts;
        this.loader = loader;
        this.visits = visits;
        this.parts = parts;
        this.blueprints = blueprints;
        this.people = people;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Details begin(Start start, String key) {
        return requests.once(
                key,
                "POST /api/conversations",
                start,
                fresh -> begin(new ConversationId(fresh), start),
                first -> found(new ConversationId(first)));
    }

    private Details begin(ConversationId id, Start start) {
        var facts = visits.of(start);
        var conversation = new Conversation(
                id,
                0,
                facts.attendance(),
                facts.hub(),
                facts.day(),
                Status.DRAFT,
                blueprints.prompts(),
                facts.people(),
                OwnChange.now(clock),
                member(),
                List.of());
        if (!conversations.insert(conversation)) {
            throw new ConversationExists(
                            conversations.findByVisit(facts.attendance()).orElseThrow())
                    .refused();
        }
        audit.changed(Conversations.KIND, id.value(), "begun");
        return loader.describe(conversation);
    }

    @Transactional
    Details find(ConversationId id) {
        return loader.describe(conversations.find(id).orElseThrow(() -> missingOrRestricted(id)));
    }

    private Refused missingOrRestricted(ConversationId id) {
        var members = readers.of(id);
        if (members.isEmpty()) {
            return Refused.notFound();
        }
        var names = team.names(team.whoMay(
                "conversation:read", members.stream().map(MemberId::value).toList()));
        return new Restricted(names.values().stream().sorted().toList()).refused();
    }

    private Details found(ConversationId id) {
        return loader.describe(conversations.find(id).orElseThrow(Refused::notFound));
    }

    /** Adds a person. Nothing changes if the person is in the record already. */
    @Transactional(noRollbackFor = Refused.class)
    Details addPerson(ConversationId id, PersonId person, long version) {
        var conversation = forChange(id, version);
        if (people.find(person).isEmpty()) {
            throw Refused.notFound();
        }
        if (!conversation.lacks(person)) {
            return loader.describe(conversation);
        }
        conversations.addPerson(id, person, OwnChange.now(clock), member());
        return changed(id, "person-added");
    }

    @Transactional(noRollbackFor = Refused.class)
    Details removePerson(ConversationId id, PersonId person, long version) {
        var conversation = forChange(id, version);
        conversation.refuseUnlessRemovable(person);
        conversations.removePerson(id, person);
        // The event is about the person who was removed, too.
        loader.readPeople(conversation);
        return changed(id, "person-removed");
    }

    /** Restricts a record to these members, or lifts the restriction if there are none. A finished record can be restricted. */
    @Transactional(noRollbackFor = Refused.class)
    Details restrict(ConversationId id, Set<MemberId> members, long version) {
        refuseStale(conversations.findForChange(id).orElseThrow(Refused::notFound), version);
        if (!members.isEmpty() && (members.size() < FEWEST_READERS || !members.contains(member()))) {
            throw new TooFewReaders().refused();
        }
        var ids = members.stream().map(MemberId::value).toList();
        if (team.whoMay("conversation:read", ids).size() < ids.size()) {
            throw new ReaderNotOfTheTeam().refused();
        }
        var before = readers.of(id);
        readers.replace(id, members, OwnChange.now(clock), member());
        var restricted = changed(id, members.isEmpty() ? "restriction-lifted" : "restricted");
        audit.changed(
                "member",
                members.stream()
                        .filter(each -> !before.contains(each))
                        .map(MemberId::value)
                        .toList(),
                "named-as-reader");
        return restricted;
    }

    /**
     * Deletes a record that was begun by mistake. A record in which a member has ever written, or that was moved, is never
     * deleted, and one with next steps or connections only after they are deleted.
     */
    @Transactional
    void delete(ConversationId id) {
        var conversation = conversations.findForChange(id).orElseThrow(Refused::notFound);
        conversation.refuseIfFinished();
        if (texts.hasAny(id) || parts.stream().anyMatch(part -> part.isWritten(id))) {
            throw new ConversationHasText().refused();
        }
        conversations.delete(id);
        audit.changed(Conversations.KIND, id.value(), "deleted");
        loader.readPeople(conversation);
    }

    /** Returns the record if its version is still this one. Otherwise the refusal shows the caller the present record. */
    private Conversation forChange(ConversationId id, long version) {
        var conversation = conversations.findForChange(id).orElseThrow(Refused::notFound);
        conversation.refuseIfFinished();
        refuseStale(conversation, version);
        return conversation;
    }

    private void refuseStale(Conversation conversation, long version) {
        if (conversation.version() != version) {
            throw new StaleVersion(ConversationView.of(loader.describe(conversation))).refused();
        }
    }

    private Details changed(ConversationId id, String what) {
        conversations.nextVersion(id);
        audit.changed(Conversations.KIND, id.value(), what);
        return found(id);
    }

    private static MemberId member() {
        return Caller.current().member();
    }
}
