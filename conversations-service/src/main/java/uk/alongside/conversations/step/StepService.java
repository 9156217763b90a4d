package uk.alongside.conversations.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.attendance.OwnChange;
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.conversations.conversation.Conversations;
import uk.alongside.conversations.conversation.Finishing;
import uk.alongside.conversations.conversation.RecordedConversations;
import uk.alongside.conversations.council.Team;
import uk.alongside.conversations.person.MergedPeople;
import uk.alongside.conversations.person.PersonCard;
import uk.alongside.conversations.person.PersonDirectory;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.conversations.step.Step.Change;
import uk.alongside.conversations.step.Step.Status;
import uk.alongside.conversations.step.StepRefusal.NotOfTheTeam;
import uk.alongside.conversations.step.StepRefusal.ReasonNeeded;
import uk.alongside.conversations.step.StepRefusal.StaleStep;
import uk.alongside.conversations.step.StepRefusal.StepStays;
import uk.alongside.conversations.step.StepRefusal.TooManySteps;
import uk.alongside.conversations.step.Steps.Choice;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.idempotency.IdempotentRequests;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.problem.Refused;

/** Adds, changes and lists the next steps of conversations. Each change of a step is audited as a change of its record. */
@Service
class StepService implements Finishing.Rule, RecordedConversations.Part {

    static final int MOST = 50;
    static final int PAGE = 50;

    private final RecordedConversations records;
    private final Steps steps;
    private final Team team;
    private final PersonDirectory people;
    private final MergedPeople merged;
    private final IdempotentRequests requests;
    private final Audit audit;
    private final Clock clock;

    StepService(
            RecordedConversations records,
            Steps steps,
            Team team,
            PersonDirectory people,
            MergedPeople merged,
            IdempotentRequests requests,
            Audit audit,
            Clock clock) {
        this.records = records;
        this.steps = steps;
        this.team = team;
        this.people = people;
        this.merged = merged;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
    }

    /** Open steps, the people of their records, and the names of the members who do them. */
    record OpenSteps(
            Page<Step, StepId> page,
            Map<ConversationId, List<PersonId>> people,
            Map<PersonId, PersonCard> cards,
            Map<UUID, String> members) {

        /** Leaves the people out, because records are written to logs. */
        @Override
        public String toString() {
            return "OpenSteps[]";
        }
    }

    @Override
    public List<StepIncomplete> reasonsAgainst(ConversationId id) {
        return steps.hasIncomplete(id) ? List.of(new StepIncomplete()) : List.of();
    }

    @Override
    public boolean isWritten(ConversationId id) {
        return steps.count(id) > 0;
    }

    @Transactional
    Page<StepView, StepId> list(ConversationId conversation, @Nullable StepId after) {
        records.find(conversation);
        return Page.of(views(steps.of(conversation)), StepView::id, after, PAGE);
    }

    /** Adds a step, also to a finished record: what was agreed goes on after the talk. */
    @Transactional
    StepView add(ConversationId conversation, StepDetails details, String key) {
        return requests.once(
                key,
                "POST /api/conversations/" + conversation.value() + "/steps",
                details,
                fresh -> {
                    var record = records.findForWriting(conversation);
                    refuseUnlessOfTheTeam(details);
                    if (record.finished()) {
                        refuseUnlessComplete(details);
                    }
                    if (steps.count(conversation) >= MOST) {
                        throw new TooManySteps().refused();
                    }
                    var step = new Step(new StepId(fresh), conversation, 0, details, Status.OPEN, null, List.of());
                    steps.insert(step, OwnChange.now(clock), member());
                    audit.changed(Conversations.KIND, conversation.value(), "step-added");
                    return view(step);
                },
                first -> view(found(conversation, new StepId(first))));
    }

    /**
     * Changes a step if its version is still this one. After the record is finished, each change needs a reason unless it
     * says that the step was done, and what the step was before is kept.
     */
    @Transactional(noRollbackFor = Refused.class)
    StepView change(
            ConversationId conversation,
            StepId id,
            long version,
            StepDetails details,
            Status status,
            @Nullable String reason) {
        var record = records.findForWriting(conversation);
        var before = forChange(conversation, id, version);
        refuseUnlessOfTheTeam(details);
        if (record.finished()) {
            refuseUnlessComplete(details);
        }
        boolean changed =
                !details.equals(before.details()) || (status == Status.OPEN && before.status() != Status.OPEN);
        if (reason == null && (status == Status.NOT_DONE || (record.finished() && changed))) {
            throw new ReasonNeeded().refused();
        }
        if (record.finished() || status != before.status()) {
            steps.keep(id, new Change(before.details(), before.status(), reason, OwnChange.now(clock), member()));
        }
        steps.update(new Step(
                id, conversation, version, details, status, status == Status.NOT_DONE ? reason : null, List.of()));
        audit.changed(Conversations.KIND, conversation.value(), "step-changed");
        return view(found(conversation, id));
    }

    /** Deletes a step of a record that is not finished, if its version is still this one. */
    @Transactional(noRollbackFor = Refused.class)
    void delete(ConversationId conversation, StepId id, long version) {
        var record = records.findForWriting(conversation);
        forChange(conversation, id, version);
        if (record.finished()) {
            throw new StepStays().refused();
        }
        steps.delete(id);
        audit.changed(Conversations.KIND, conversation.value(), "step-deleted");
    }

    /** Lists open steps, those that are due first at the beginning. */
    @Transactional
    OpenSteps open(boolean overdue, boolean own, @Nullable PersonId person, @Nullable StepId after) {
        var choice = new Choice(
                overdue ? LocalDate.now(clock) : null,
                own ? member() : null,
                person == null ? null : records.of(merged.ids(person)),
                records.hidden());
        var page = Page.ofRest(steps.open(choice, after, PAGE + 1), Step::id, PAGE);
        var conversations =
                page.items().stream().map(Step::conversation).distinct().toList();
        var persons = records.people(conversations);
        var cards = people.find(
                persons.values().stream().flatMap(List::stream).distinct().toList());
        audit.read(
                Conversations.KIND,
                conversations.stream().map(ConversationId::value).toList());
        audit.read("person", cards.keySet().stream().map(PersonId::value).toList());
        return new OpenSteps(page, persons, cards, names(page.items()));
    }

    private Step found(ConversationId conversation, StepId id) {
        return steps.find(conversation, id).orElseThrow(Refused::notFound);
    }

    /** Returns the step if its version is still this one. Otherwise the refusal shows the caller the present step. */
    private Step forChange(ConversationId conversation, StepId id, long version) {
        var step = found(conversation, id);
        if (step.version() != version) {
            throw new StaleStep(view(step)).refused();
        }
        return step;
    }

    private void refuseUnlessOfTheTeam(StepDetails details) {
        var member = details.memberId();
        if (member != null
                && team.whoMay("conversation:read", List.of(member.value())).isEmpty()) {
            throw new NotOfTheTeam().refused();
        }
    }

    private static void refuseUnlessComplete(StepDetails details) {
        if (!details.isComplete()) {
            throw new StepIncomplete().refused();
        }
    }

    private StepView view(Step step) {
        return views(List.of(step)).getFirst();
    }

    private List<StepView> views(List<Step> found) {
        var names = names(found);
        return found.stream().map(step -> StepView.of(step, names)).toList();
    }

    private Map<UUID, String> names(List<Step> found) {
        return team.names(found.stream()
                .flatMap(step -> Stream.concat(
                        Stream.ofNullable(step.details().memberId()),
                        step.changes().stream().map(Change::by)))
                .map(MemberId::value)
                .distinct()
                .toList());
    }

    private static MemberId member() {
        return Caller.current().member();
    }
}
