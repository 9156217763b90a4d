package uk.alongside.conversations.conversation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.conversation.Conversation.Status;
import uk.alongside.conversations.conversation.Conversations.Entry;
import uk.alongside.conversations.council.Team;
import uk.alongside.conversations.hub.HubDirectory;
import uk.alongside.conversations.person.MergedPeople;
import uk.alongside.conversations.person.PersonCard;
import uk.alongside.conversations.person.PersonDirectory;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.problem.Refused;

/** Lists conversations without their texts. */
@Service
class ConversationListService {

    static final int PAGE = 50;

    private final Conversations conversations;
    private final HubDirectory hubs;
    private final PersonDirectory people;
    private final MergedPeople merged;
    private final Team team;
    private final Audit audit;

    ConversationListService(
            Conversations conversations,
            HubDirectory hubs,
            PersonDirectory people,
            MergedPeople merged,
            Team team,
            Audit audit) {
        this.conversations = conversations;
        this.hubs = hubs;
        this.people = people;
        this.merged = merged;
        this.team = team;
        this.audit = audit;
    }

    /**
     * A record with the names that a list shows.
     *
     * @param readerNames the members who may read it; empty if it is not restricted
     */
    record Listed(
            Entry entry,
            List<PersonCard> people,
            @Nullable String hubName,
            @Nullable String recordedByName,
            List<String> readerNames) {

        /** Leaves the people out, because records are written to logs. */
        @Override
        public String toString() {
            return "Listed[entry=" + entry + "]";
        }
    }

    @Transactional
    Page<Listed, ConversationId> list(Status status, boolean own, @Nullable ConversationId after) {
        var member = own ? Caller.current().member() : null;
        return describe(conversations.list(status, member, after, PAGE + 1));
    }

    @Transactional
    Page<Listed, ConversationId> list(PersonId person, @Nullable ConversationId after) {
        if (people.find(person).isEmpty()) {
            throw Refused.notFound();
        }
        audit.read("person", List.of(person.value()));
        return describe(conversations.list(merged.ids(person), after, PAGE + 1));
    }

    private Page<Listed, ConversationId> describe(List<Entry> entries) {
        var page = Page.ofRest(entries, Entry::id, PAGE);
        var ids = page.items().stream().map(Entry::id).toList();
        var persons = conversations.people(ids);
        var cards = people.find(
                persons.values().stream().flatMap(List::stream).distinct().toList());
        var hubNames = hubs.names(page.items().stream()
                .flatMap(entry -> Stream.ofNullable(entry.hub()))
                .toList());
        var names = team.names(page.items().stream()
                .flatMap(entry -> Stream.concat(Stream.of(entry.startedBy()), entry.readers().stream()))
                .map(MemberId::value)
                .distinct()
                .toList());
        var mayRead = team.whoMay(
                "conversation:read",
                page.items().stream()
                        .flatMap(entry -> entry.readers().stream())
                        .map(MemberId::value)
                        .distinct()
                        .toList());
        audit.read(Conversations.KIND, ids.stream().map(ConversationId::value).toList());
        audit.read("person", cards.keySet().stream().map(PersonId::value).toList());
        return page.map(entry -> new Listed(
                entry,
                persons.getOrDefault(entry.id(), List.of()).stream()
                        .map(cards::get)
                        .filter(Objects::nonNull)
                        .toList(),
                Optional.ofNullable(entry.hub()).map(hubNames::get).orElse(null),
                names.get(entry.startedBy().value()),
                entry.readers().stream()
                        .map(MemberId::value)
                        .filter(mayRead::contains)
                        .flatMap(member -> Stream.ofNullable(names.get(member)))
                        .toList()));
    }
}
