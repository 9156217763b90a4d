package uk.alongside.conversations.letter;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.attendance.OwnChange;
import uk.alongside.conversations.connection.MadeConnections;
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.conversations.conversation.Conversations;
import uk.alongside.conversations.conversation.RecordedConversations;
import uk.alongside.conversations.conversation.RecordedConversations.Recorded;
import uk.alongside.conversations.council.Team;
import uk.alongside.conversations.letter.Letter.Copy;
import uk.alongside.conversations.letter.Letter.How;
import uk.alongside.conversations.letter.Letter.Part;
import uk.alongside.conversations.letter.Letter.Withdrawal;
import uk.alongside.conversations.letter.LetterRefusal.NothingWritten;
import uk.alongside.conversations.letter.LetterRefusal.StaleVersion;
import uk.alongside.conversations.letter.LetterRefusal.TooLong;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.conversations.step.AgreedSteps;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.idempotency.IdempotentRequests;
import uk.alongside.foundation.problem.Refused;

/** Composes letters from records, and keeps what members of staff change in them. */
@Service
class LetterService {

    static final int LONGEST = 200_000;

    private final Letters letters;
    private final RecordedConversations records;
    private final AgreedSteps steps;
    private final MadeConnections connections;
    private final Team team;
    private final IdempotentRequests requests;
    private final Audit audit;
    private final Clock clock;

    LetterService(
            Letters letters,
            RecordedConversations records,
            AgreedSteps steps,
            MadeConnections connections,
            Team team,
            IdempotentRequests requests,
            Audit audit,
            Clock clock) {
        this.letters = letters;
        this.records = records;
        this.steps = steps;
        this.connections = connections;
        this.team = team;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
    }

    /** Lists the letters of a record that a member has changed, for the people who are still of it. */
    @Transactional
    List<LetterView> list(ConversationId conversation) {
        var recorded = records.read(conversation).orElseThrow(Refused::notFound);
        var agreed = agreed(conversation);
        return letters.of(conversation).stream()
                .filter(letter -> has(recorded, letter.person()))
                .map(letter -> LetterView.of(letter, recorded, agreed, names(letter)))
                .toList();
    }

    @Transactional
    LetterView find(ConversationId conversation, PersonId person) {
        var recorded = recorded(conversation, person);
        return view(
                letters.find(conversation, person).orElseGet(() -> Letter.unchanged(conversation, person)), recorded);
    }

    /**
     * Writes a part if its version is still this one. A part that holds this text already is answered as it is, because
     * the answer to the first request may have been lost.
     */
    @Transactional(noRollbackFor = Refused.class)
    LetterView write(ConversationId conversation, PersonId person, String part, String text, long version) {
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw new TooLong().refused();
        }
        var recorded = forChange(conversation, person);
        if (!asks(recorded, part)) {
            throw Refused.notFound();
        }
        var letter = letters.findForChange(conversation, person);
        letter.refuseIfWithdrawn(part);
        var current = letter.parts().get(part);
        if (current != null && current.text().equals(text)) {
            return view(letter, recorded);
        }
        if ((current == null ? 0 : current.version()) != version) {
            throw new StaleVersion(view(letter, recorded)).refused();
        }
        letters.write(id(letter), part, new Part(text, version + 1, OwnChange.now(clock), member()));
        return changed(
                conversation,
                person,
                recorded,
                part.equals(Letter.DIFFERENTLY) ? "difference-written" : "letter-written");
    }

    /** Sets the other people whose names stay in the letter. */
    @Transactional(noRollbackFor = Refused.class)
    LetterView leaveNames(ConversationId conversation, PersonId person, Set<PersonId> names, long version) {
        var recorded = forChange(conversation, person);
        if (!names.stream().allMatch(name -> !name.equals(person) && has(recorded, name))) {
            throw Refused.notFound();
        }
        var letter = letters.findForChange(conversation, person);
        letter.refuseIfWithdrawn(Letter.OWN_WORDS);
        if (letter.version() != version) {
            throw new StaleVersion(view(letter, recorded)).refused();
        }
        letters.leaveNames(id(letter), names);
        return changed(conversation, person, recorded, "letter-names-chosen");
    }

    /** Notes that a copy was given to the person. */
    @Transactional
    LetterView give(ConversationId conversation, PersonId person, How how, String key) {
        var recorded = forChange(conversation, person);
        return requests.once(
                key,
                "POST /api/conversations/" + conversation.value() + "/letters/" + person.value() + "/copies",
                how,
                _ -> {
                    var letter = letters.findForChange(conversation, person);
                    letter.refuseIfWithdrawn(Letter.OWN_WORDS);
                    letters.add(id(letter), new Copy(how, OwnChange.now(clock), member()));
                    return changed(conversation, person, recorded, "letter-given");
                },
                _ -> view(letters.find(conversation, person).orElseThrow(), recorded));
    }

    /** Withdraws the letter. The copies that were given stay noted. */
    @Transactional
    LetterView withdraw(ConversationId conversation, PersonId person, String reason) {
        var recorded = forChange(conversation, person);
        var letter = letters.findForChange(conversation, person);
        letter.refuseIfWithdrawn(Letter.OWN_WORDS);
        letters.withdraw(id(letter), new Withdrawal(OwnChange.now(clock), member(), reason));
        return changed(conversation, person, recorded, "letter-withdrawn");
    }

    private LetterView changed(ConversationId conversation, PersonId person, Recorded recorded, String what) {
        audit.changed(Conversations.KIND, conversation.value(), what);
        return view(letters.find(conversation, person).orElseThrow(), recorded);
    }

    /** Returns the record, unless nothing was ever written in it: such a record may be deleted. */
    private Recorded forChange(ConversationId conversation, PersonId person) {
        var recorded = recorded(conversation, person);
        if (recorded.texts().isEmpty()) {
            throw new NothingWritten().refused();
        }
        return recorded;
    }

    private Recorded recorded(ConversationId conversation, PersonId person) {
        return records.read(conversation)
                .filter(recorded -> has(recorded, person))
                .orElseThrow(Refused::notFound);
    }

    private static boolean has(Recorded recorded, PersonId person) {
        return recorded.people().stream().anyMatch(each -> each.id().equals(person));
    }

    private static boolean asks(Recorded recorded, String part) {
        return part.equals(Letter.NEXT_STEPS)
                || part.equals(Letter.CONNECTIONS)
                || part.equals(Letter.OWN_WORDS)
                || part.equals(Letter.DIFFERENTLY)
                || recorded.prompts().stream().anyMatch(prompt -> prompt.id().equals(part));
    }

    private LetterView view(Letter letter, Recorded recorded) {
        return LetterView.of(letter, recorded, agreed(letter.conversation()), names(letter));
    }

    private Agreement agreed(ConversationId conversation) {
        return new Agreement(steps.of(conversation), connections.of(conversation));
    }

    private Map<UUID, String> names(Letter letter) {
        var withdrawal = letter.withdrawal();
        return team.names(Stream.of(
                        letter.parts().values().stream().map(Part::changedBy),
                        letter.copies().stream().map(Copy::by),
                        Stream.ofNullable(withdrawal).map(Withdrawal::by))
                .flatMap(members -> members)
                .map(MemberId::value)
                .distinct()
                .toList());
    }

    private static LetterId id(Letter letter) {
        return requireNonNull(letter.id());
    }

    private static MemberId member() {
        return Caller.current().member();
    }
}
