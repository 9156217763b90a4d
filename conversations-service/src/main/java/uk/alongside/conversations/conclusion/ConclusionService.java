package uk.alongside.conversations.conclusion;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.attendance.OwnChange;
import uk.alongside.conversations.conclusion.Conclusion.Addendum;
import uk.alongside.conversations.conclusion.Conclusion.Correction;
import uk.alongside.conversations.conclusion.ConclusionRefusal.DayNotReached;
import uk.alongside.conversations.conclusion.ConclusionRefusal.NothingWritten;
import uk.alongside.conversations.conclusion.ConclusionRefusal.Stale;
import uk.alongside.conversations.conclusion.ConclusionRefusal.ToolTextNotRead;
import uk.alongside.conversations.conclusion.Decisions.Kind;
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.conversations.conversation.Conversations;
import uk.alongside.conversations.conversation.Finishing;
import uk.alongside.conversations.conversation.Finishing.Draft;
import uk.alongside.conversations.council.Team;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.idempotency.IdempotentRequests;

/** Finishes records with what was decided, and adds to finished records. */
@Service
class ConclusionService {

    private final Finishing finishing;
    private final Conclusions conclusions;
    private final Team team;
    private final IdempotentRequests requests;
    private final Audit audit;
    private final Clock clock;

    ConclusionService(
            Finishing finishing,
            Conclusions conclusions,
            Team team,
            IdempotentRequests requests,
            Audit audit,
            Clock clock) {
        this.finishing = finishing;
        this.conclusions = conclusions;
        this.team = team;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
    }

    /** The end of a record, and the names of the members it mentions. */
    record Details(Conclusion conclusion, Map<UUID, String> members) {}

    /** Finishes a record if its version is still this one. The same request again answers what the first one did. */
    @Transactional
    Details finish(ConversationId id, long version, Decisions decisions, boolean toolTextRead, String key) {
        return requests.once(
                key,
                "POST /api/conversations/" + id.value() + "/finish",
                Map.of("decisions", decisions, "toolTextRead", toolTextRead),
                fresh -> {
                    finish(fresh, id, version, decisions, toolTextRead);
                    return found(id);
                },
                _ -> found(id));
    }

    private void finish(UUID fresh, ConversationId id, long version, Decisions decisions, boolean toolTextRead) {
        var draft = finishing.lock(id);
        if (draft.version() != version) {
            throw new Stale().refused();
        }
        refuseUnlessReady(draft, decisions, toolTextRead);
        finishing.finish(id, decisions.day());
        conclusions.insert(fresh, id, decisions, draft.hasToolText() && toolTextRead, OwnChange.now(clock), member());
        audit.changed(Conversations.KIND, id.value(), "finished");
    }

    private void refuseUnlessReady(Draft draft, Decisions decisions, boolean toolTextRead) {
        if (decisions.isAnyAfter(LocalDate.now(clock))) {
            throw new DayNotReached().refused();
        }
        if (decisions.kind() == Kind.CONVERSATION && !draft.hasMainText()) {
            throw new NothingWritten().refused();
        }
        if (draft.hasToolText() && !toolTextRead) {
            throw new ToolTextNotRead().refused();
        }
    }

    @Transactional
    Details find(ConversationId id) {
        return found(id);
    }

    /** Corrects what was decided, for a reason, if the version of the decisions is still this one. */
    @Transactional
    Details correct(ConversationId id, long version, Decisions decisions, String reason) {
        var draft = finishing.lockFinished(id);
        var before = conclusions.find(id, finishing.read(id)).orElseThrow();
        if (before.version() != version) {
            throw new Stale().refused();
        }
        refuseUnlessReady(draft, decisions, true);
        conclusions.correct(
                id, before, decisions, new Correction(reason, before.decisions(), OwnChange.now(clock), member()));
        finishing.correctDay(id, decisions.day());
        audit.changed(Conversations.KIND, id.value(), "conclusion-corrected");
        return found(id);
    }

    /** Adds a text to a finished record. */
    @Transactional
    Details add(ConversationId id, String text, String key) {
        return requests.once(
                key,
                "POST /api/conversations/" + id.value() + "/addenda",
                text,
                fresh -> {
                    finishing.read(id);
                    conclusions.insert(id, new Addendum(fresh, text, OwnChange.now(clock), member()));
                    audit.changed(Conversations.KIND, id.value(), "addendum-added");
                    return found(id);
                },
                _ -> found(id));
    }

    private Details found(ConversationId id) {
        var conclusion = conclusions.find(id, finishing.read(id)).orElseThrow();
        var members = Stream.of(
                        Stream.of(conclusion.finishedBy()),
                        conclusion.addenda().stream().map(Addendum::by),
                        conclusion.corrections().stream().map(Correction::by))
                .flatMap(each -> each)
                .map(MemberId::value)
                .distinct()
                .toList();
        return new Details(conclusion, team.names(members));
    }

    private static MemberId member() {
        return Caller.current().member();
    }
}
