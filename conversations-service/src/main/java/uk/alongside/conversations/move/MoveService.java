package uk.alongside.conversations.move;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.attendance.OwnChange;
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.conversations.conversation.Conversations;
import uk.alongside.conversations.conversation.RecordedConversations;
import uk.alongside.conversations.council.Team;
import uk.alongside.conversations.letter.GivenCopies;
import uk.alongside.conversations.letter.GivenCopies.Given;
import uk.alongside.conversations.measure.MeasuresOfConversations;
import uk.alongside.conversations.move.MoveRefusal.AnswersOfTheDayExist;
import uk.alongside.conversations.move.MoveRefusal.SamePerson;
import uk.alongside.conversations.move.MoveRefusal.Stale;
import uk.alongside.conversations.person.MergedPeople;
import uk.alongside.conversations.person.PersonDirectory;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.idempotency.IdempotentRequests;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.problem.Refused;

/** Moves records to the person whom they are about, and says where records were moved from. */
@Service
class MoveService implements RecordedConversations.Part {

    static final int PAGE = 50;

    private final Moves moves;
    private final RecordedConversations records;
    private final Conversations conversations;
    private final MeasuresOfConversations measures;
    private final GivenCopies copies;
    private final PersonDirectory people;
    private final MergedPeople merged;
    private final Team team;
    private final IdempotentRequests requests;
    private final Audit audit;
    private final Clock clock;

    MoveService(
            Moves moves,
            RecordedConversations records,
            Conversations conversations,
            MeasuresOfConversations measures,
            GivenCopies copies,
            PersonDirectory people,
            MergedPeople merged,
            Team team,
            IdempotentRequests requests,
            Audit audit,
            Clock clock) {
        this.moves = moves;
        this.records = records;
        this.conversations = conversations;
        this.measures = measures;
        this.copies = copies;
        this.people = people;
        this.merged = merged;
        this.team = team;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public boolean isWritten(ConversationId id) {
        return !moves.of(id, null, 1).isEmpty();
    }

    /**
     * A move as an answer shows it.
     *
     * @param restricted whether the record is restricted, and the caller may not read it
     * @param copies the times at which a copy of the letter was given to the wrong person
     */
    record Details(Move move, boolean restricted, List<Instant> copies, Map<UUID, String> members) {}

    /** A move, and the version that the record has now. */
    record Moved(Details details, long version) {}

    /**
     * Moves a record to the person whom it is about, with the answers that the wrong person would seem to have given in it.
     * The same request again answers what the first one did.
     */
    @Transactional
    Moved move(ConversationId id, PersonId from, PersonId to, String reason, long version, String key) {
        var details = requests.once(
                key,
                "POST /api/conversations/" + id.value() + "/moves",
                Map.of("from", from.value(), "to", to.value(), "reason", reason),
                fresh -> {
                    move(new MoveId(fresh), id, from, to, reason, version);
                    return found(new MoveId(fresh));
                },
                first -> found(new MoveId(first)));
        return new Moved(details, records.find(id).version());
    }

    private void move(MoveId move, ConversationId id, PersonId from, PersonId to, String reason, long version) {
        if (from.equals(to)) {
            throw new SamePerson().refused();
        }
        lock(from, to);
        var record = records.findForChange(id);
        if (!record.people().contains(from)) {
            throw Refused.notFound();
        }
        if (record.version() != version) {
            throw new Stale().refused();
        }
        if (!measures.move(id, from, to)) {
            throw new AnswersOfTheDayExist().refused();
        }
        var now = OwnChange.now(clock);
        var member = Caller.current().member();
        conversations.replacePerson(id, from, to, now, member);
        moves.insert(new Move(move, id, from, to, record.day(), reason, now, member));
        audit.changed(Conversations.KIND, id.value(), "moved");
        audit.read("person", List.of(to.value()));
    }

    /** Locks both people in the order of their ids, so that two moves between them wait for each other. */
    private void lock(PersonId from, PersonId to) {
        var known = Stream.of(from, to)
                .sorted((one, other) -> one.value().compareTo(other.value()))
                .filter(person -> people.lock(person).isPresent())
                .count();
        if (known < 2) {
            throw Refused.notFound();
        }
    }

    private Details found(MoveId id) {
        var move = moves.find(id).orElseThrow();
        return described(new Page<>(List.of(move), null)).items().getFirst();
    }

    /** Lists the moves of a record. */
    @Transactional
    Page<Details, MoveId> of(ConversationId conversation, @Nullable MoveId after) {
        records.find(conversation);
        return described(Page.ofRest(moves.of(conversation, after, PAGE + 1), Move::id, PAGE));
    }

    /** Lists the records that were moved away from a person. */
    @Transactional
    Page<Details, MoveId> from(PersonId person, @Nullable MoveId after) {
        if (people.find(person).isEmpty()) {
            throw Refused.notFound();
        }
        audit.read("person", List.of(person.value()));
        return described(Page.ofRest(moves.from(merged.ids(person), after, PAGE + 1), Move::id, PAGE));
    }

    private Page<Details, MoveId> described(Page<Move, MoveId> page) {
        var found = page.items();
        var given = copies.of(found.stream().map(Move::conversation).distinct().toList());
        var hidden = Set.copyOf(records.hidden());
        var names = team.names(
                found.stream().map(move -> move.by().value()).distinct().toList());
        return page.map(move -> new Details(
                move,
                hidden.contains(move.conversation()),
                given.stream()
                        .filter(copy -> copy.conversation().equals(move.conversation())
                                && copy.person().equals(move.from())
                                && !copy.at().isAfter(move.at()))
                        .map(Given::at)
                        .toList(),
                names));
    }
}
