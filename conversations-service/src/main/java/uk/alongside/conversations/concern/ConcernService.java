package uk.alongside.conversations.concern;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.attendance.OwnChange;
import uk.alongside.conversations.concern.Concern.Action;
import uk.alongside.conversations.concern.Concern.Done;
import uk.alongside.conversations.concern.Concern.Reading;
import uk.alongside.conversations.concern.ConcernRefusal.AlreadyActed;
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.conversations.conversation.Conversations;
import uk.alongside.conversations.council.Team;
import uk.alongside.conversations.person.PersonCard;
import uk.alongside.conversations.person.PersonDirectory;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.idempotency.IdempotentRequests;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.problem.Refused;

/** Takes down concerns, and lists them for practitioners. */
@Service
class ConcernService {

    static final int PAGE = 50;

    private final Concerns concerns;
    private final Conversations conversations;
    private final PersonDirectory people;
    private final Team team;
    private final IdempotentRequests requests;
    private final Audit audit;
    private final Clock clock;

    ConcernService(
            Concerns concerns,
            Conversations conversations,
            PersonDirectory people,
            Team team,
            IdempotentRequests requests,
            Audit audit,
            Clock clock) {
        this.concerns = concerns;
        this.conversations = conversations;
        this.people = people;
        this.team = team;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
    }

    /** The words of a member of staff. */
    record Words(
            @Nullable PersonId person,
            @Nullable ConversationId conversation,
            String worry,
            Set<Action> actions,
            @Nullable String told) {

        /** Leaves the text out, because records are written to logs. */
        @Override
        public String toString() {
            return "Words[]";
        }
    }

    /** A concern with the names that an answer shows. */
    record Details(
            Concern concern,
            @Nullable PersonCard person,
            @Nullable LocalDate conversationDay,
            Map<UUID, String> members) {

        /** Leaves the person and the text out, because records are written to logs. */
        @Override
        public String toString() {
            return "Details[concern=" + concern + "]";
        }
    }

    /**
     * Takes down a concern.
     *
     * @param mayNameConversations whether the caller may know which conversations exist
     */
    @Transactional
    Concern write(Words words, boolean mayNameConversations, String key) {
        return requests.once(
                key,
                "POST /api/concerns",
                words,
                fresh -> write(new ConcernId(fresh), words, mayNameConversations),
                first -> concerns.find(new ConcernId(first)).orElseThrow(Refused::notFound));
    }

    private Concern write(ConcernId id, Words words, boolean mayNameConversations) {
        var person = words.person();
        if (person != null && people.find(person).isEmpty()) {
            throw Refused.notFound();
        }
        var conversation = words.conversation();
        if (conversation != null && !(mayNameConversations && exists(conversation))) {
            throw Refused.notFound();
        }
        var now = OwnChange.now(clock);
        var member = Caller.current().member();
        var done = new Done(words.actions(), words.told(), now, member);
        var concern = new Concern(id, person, conversation, words.worry(), now, member, List.of(done), null);
        concerns.insert(concern);
        audit.changed(Concerns.KIND, id.value(), "written");
        if (person != null) {
            audit.read("person", List.of(person.value()));
        }
        return concern;
    }

    private boolean exists(ConversationId conversation) {
        return !conversations.days(List.of(conversation.value())).isEmpty();
    }

    @Transactional
    Page<Details, ConcernId> list(boolean open, @Nullable ConcernId after) {
        var page = Page.ofRest(concerns.list(open, after, PAGE + 1), Concern::id, PAGE);
        audit.read(
                Concerns.KIND,
                page.items().stream().map(concern -> concern.id().value()).toList());
        return describe(page);
    }

    /** Notes that the caller has read the concern. A second note leaves the first one. */
    @Transactional
    Details read(ConcernId id) {
        var concern = concerns.findForChange(id).orElseThrow(Refused::notFound);
        if (concern.read() == null) {
            concerns.markRead(
                    id, new Reading(OwnChange.now(clock), Caller.current().member()));
        }
        audit.changed(Concerns.KIND, id.value(), "noted");
        return describe(id);
    }

    /** Records what was done about a concern about which no member had acted yet. */
    @Transactional
    Details act(ConcernId id, Set<Action> actions, String told) {
        var concern = concerns.findForChange(id).orElseThrow(Refused::notFound);
        if (!concern.isWaiting()) {
            throw new AlreadyActed().refused();
        }
        concerns.add(
                id,
                concern.done().size() + 1,
                new Done(actions, told, OwnChange.now(clock), Caller.current().member()));
        audit.changed(Concerns.KIND, id.value(), "acted");
        return describe(id);
    }

    private Details describe(ConcernId id) {
        return describe(new Page<>(List.of(concerns.find(id).orElseThrow()), null))
                .items()
                .getFirst();
    }

    private Page<Details, ConcernId> describe(Page<Concern, ConcernId> page) {
        var all = page.items();
        var cards = people.find(all.stream()
                .map(Concern::person)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var days = conversations.days(all.stream()
                .flatMap(concern -> Stream.ofNullable(concern.conversation()))
                .map(ConversationId::value)
                .toList());
        var names = team.names(
                all.stream().flatMap(ConcernService::members).distinct().toList());
        audit.read("person", cards.keySet().stream().map(PersonId::value).toList());
        return page.map(concern -> {
            var person = concern.person();
            var conversation = concern.conversation();
            return new Details(
                    concern,
                    person == null ? null : cards.get(person),
                    conversation == null ? null : days.get(conversation.value()),
                    names);
        });
    }

    private static Stream<UUID> members(Concern concern) {
        var read = concern.read();
        return Stream.concat(
                Stream.of(concern.writtenBy().value()),
                Stream.concat(
                        concern.done().stream().map(done -> done.by().value()),
                        Stream.ofNullable(read).map(reading -> reading.by().value())));
    }
}
