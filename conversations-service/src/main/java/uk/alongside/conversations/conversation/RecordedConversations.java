package uk.alongside.conversations.conversation;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.council.Prompt;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.conversations.person.PersonCard;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.problem.Refused;

/** Answers other features' questions about what is written in a record. Each answer is audited as a read of it. */
@Component
@Transactional(propagation = Propagation.MANDATORY, noRollbackFor = Refused.class)
public class RecordedConversations {

    /** A feature that keeps what members write in a record. Every bean of this type is asked before one is deleted. */
    public interface Part {

        /** Returns whether a member has written in this part of the record. */
        boolean isWritten(ConversationId id);
    }

    private final Conversations conversations;
    private final ConversationLoader loader;
    private final Readers readers;

    RecordedConversations(Conversations conversations, Readers readers, ConversationLoader loader) {
        this.conversations = conversations;
        this.readers = readers;
        this.loader = loader;
    }

    /**
     * The content of a record.
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

    /** A record without its texts. */
    public record Subject(LocalDate day, List<PersonId> people, boolean finished, long version) {

        private static Subject of(Conversation conversation) {
            return new Subject(
                    conversation.day(), conversation.people(), conversation.isFinished(), conversation.version());
        }
    }

    /** Finds a record. The record and its people are audited as read. */
    public Subject find(ConversationId id) {
        return audited(conversations.find(id).orElseThrow(Refused::notFound));
    }

    /** Finds a record, and keeps it from being finished or deleted until this change is done. */
    public Subject findForWriting(ConversationId id) {
        return audited(conversations.findForWriting(id).orElseThrow(Refused::notFound));
    }

    /** Finds a record, and makes other changes of it wait until this one is done. */
    public Subject findForChange(ConversationId id) {
        return audited(conversations.findForChange(id).orElseThrow(Refused::notFound));
    }

    private Subject audited(Conversation conversation) {
        loader.read(conversation);
        return Subject.of(conversation);
    }

    /** Lists the records with one of these people. */
    public List<ConversationId> of(Collection<PersonId> people) {
        return conversations.of(people);
    }

    /** Returns the last day of a record with each person who has one, leaving out these records. No text is read. */
    public Map<PersonId, LocalDate> lastDays(Collection<ConversationId> except) {
        return conversations.lastDays(except);
    }

    /** A record as the timeline of a person shows it: without its texts. */
    public record Dated(ConversationId id, LocalDate day, boolean finished, boolean readable) {}

    /** Lists the records with one of these people, the latest day first. */
    public List<Dated> dated(Collection<PersonId> people) {
        return conversations.list(people, null, Integer.MAX_VALUE).stream()
                .map(entry -> new Dated(
                        entry.id(), entry.day(), entry.status() == Conversation.Status.FINISHED, entry.isReadable()))
                .toList();
    }

    /** Lists the restricted records that the caller may not read. A list across records leaves their content out. */
    public List<ConversationId> hidden() {
        return readers.hiddenFrom(Caller.current().member());
    }

    /** Returns the members who may read each restricted record. */
    public Map<ConversationId, Set<MemberId>> restricted() {
        return readers.all();
    }

    /**
     * Makes other changes of a restricted record wait until this one is done, also when the caller may not read it.
     * Returns false if it is not restricted, or is not there.
     */
    public boolean lockRestricted(ConversationId id) {
        conversations.nextVersion(id);
        return !readers.of(id).isEmpty();
    }

    /** Lets more members read a restricted record, although the caller may not. */
    public void addReaders(ConversationId id, Collection<MemberId> members, Instant at) {
        readers.add(id, members, at, Caller.current().member());
    }

    /** Returns the people of each of these records. */
    public Map<ConversationId, List<PersonId>> people(Collection<ConversationId> ids) {
        return conversations.people(ids);
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
