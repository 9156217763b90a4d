package uk.alongside.conversations.personmerge;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.attendance.OwnChange;
import uk.alongside.conversations.booking.Bookings;
import uk.alongside.conversations.conversation.RecordedConversations;
import uk.alongside.conversations.council.Team;
import uk.alongside.conversations.person.MergedPeople;
import uk.alongside.conversations.person.PersonDirectory;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.conversations.person.PersonMatch;
import uk.alongside.conversations.personmerge.PersonMerge.Act;
import uk.alongside.conversations.personmerge.PersonMerge.Status;
import uk.alongside.conversations.personmerge.PersonMergeRefusal.AlreadyDecided;
import uk.alongside.conversations.personmerge.PersonMergeRefusal.AlreadyMerged;
import uk.alongside.conversations.personmerge.PersonMergeRefusal.AlreadySuggested;
import uk.alongside.conversations.personmerge.PersonMergeRefusal.NhsNumberInUse;
import uk.alongside.conversations.personmerge.PersonMergeRefusal.SamePerson;
import uk.alongside.conversations.walkin.WalkIns;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.idempotency.IdempotentRequests;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.problem.Refused;

/** Takes suggestions to merge two people, and carries out what a lead decides. Each act is audited for both people. */
@Service
class PersonMergeService {

    static final int PAGE = 50;

    private static final String PERSON = "person";

    private final PersonMerges merges;
    private final MergedPeople merged;
    private final PersonDirectory people;
    private final Bookings bookings;
    private final WalkIns walkIns;
    private final RecordedConversations records;
    private final Team team;
    private final IdempotentRequests requests;
    private final Audit audit;
    private final Clock clock;

    PersonMergeService(
            PersonMerges merges,
            MergedPeople merged,
            PersonDirectory people,
            Bookings bookings,
            WalkIns walkIns,
            RecordedConversations records,
            Team team,
            IdempotentRequests requests,
            Audit audit,
            Clock clock) {
        this.merges = merges;
        this.merged = merged;
        this.people = people;
        this.bookings = bookings;
        this.walkIns = walkIns;
        this.records = records;
        this.team = team;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
    }

    /** The suggestion of a member of staff. */
    record Suggestion(PersonId merged, PersonId kept, String reason) {

        /** Leaves the reason out, because records are written to logs. */
        @Override
        public String toString() {
            return "Suggestion[merged=" + merged + ", kept=" + kept + "]";
        }
    }

    /**
     * A merge with the names that an answer shows.
     *
     * @param counts how much is recorded under the id of each person
     */
    record Details(
            PersonMerge merge,
            Map<PersonId, PersonMatch> people,
            Map<PersonId, Counts> counts,
            Map<UUID, String> members) {

        /** Leaves the people out, because records are written to logs. */
        @Override
        public String toString() {
            return "Details[merge=" + merge + "]";
        }
    }

    /** The number of visits and bookings, and of conversations, under the id of one person. */
    record Counts(int bookings, int conversations) {}

    @Transactional
    Details suggest(Suggestion suggestion, String key) {
        return requests.once(
                key,
                "POST /api/person-merges",
                suggestion,
                fresh -> suggest(new PersonMergeId(fresh), suggestion),
                first -> describe(find(new PersonMergeId(first))));
    }

    private Details suggest(PersonMergeId id, Suggestion suggestion) {
        if (suggestion.merged().equals(suggestion.kept())) {
            throw new SamePerson().refused();
        }
        var both = List.of(suggestion.merged(), suggestion.kept());
        if (people.find(both).size() < both.size()) {
            throw Refused.notFound();
        }
        if (both.stream().anyMatch(person -> !merged.kept(person).equals(person))) {
            throw new AlreadyMerged().refused();
        }
        if (!merges.insert(id, suggestion.merged(), suggestion.kept(), act(suggestion.reason()))) {
            throw new AlreadySuggested().refused();
        }
        audit.changed(PERSON, both.stream().map(PersonId::value).toList(), "merge-suggested");
        return describe(find(id));
    }

    /** Lists the merges with this status, with as much about the people as a lead needs to decide. */
    @Transactional
    Page<Details, PersonMergeId> list(Status status, @Nullable PersonMergeId after) {
        var page = Page.ofRest(merges.list(status, after, PAGE + 1), PersonMerge::id, PAGE);
        audit.read(
                PERSON,
                page.items().stream()
                        .flatMap(PersonMerge::people)
                        .map(PersonId::value)
                        .distinct()
                        .toList());
        return page.map(this::describe);
    }

    /** Lists the suggested, valid and undone merges of a person and of those merged into them. */
    @Transactional
    List<Details> about(PersonId person) {
        if (people.find(person).isEmpty()) {
            throw Refused.notFound();
        }
        var found = merges.about(merged.ids(person));
        audit.read(PERSON, List.of(person.value()));
        audit.read(
                PERSON,
                found.stream()
                        .flatMap(PersonMerge::people)
                        .map(PersonId::value)
                        .distinct()
                        .toList());
        return found.stream().map(this::describe).toList();
    }

    /** Merges the two people of a suggestion. */
    @Transactional
    Details merge(PersonMergeId id) {
        var merge = suggestion(id);
        if (!merged.merge(merge.merged(), merge.kept())) {
            throw new AlreadyMerged().refused();
        }
        merges.decide(id, Status.MERGED, act(null));
        return changed(merge, "merged");
    }

    @Transactional
    Details decline(PersonMergeId id) {
        var merge = suggestion(id);
        merges.decide(id, Status.DECLINED, act(null));
        return changed(merge, "merge-declined");
    }

    /** Undoes a merge. What was recorded under the id of each person stays with that person. */
    @Transactional
    Details undo(PersonMergeId id, String reason) {
        var merge = merges.findForChange(id).orElseThrow(Refused::notFound);
        if (merge.status() != Status.MERGED) {
            throw new AlreadyDecided().refused();
        }
        if (!merged.separate(merge.merged())) {
            throw new NhsNumberInUse().refused();
        }
        merges.undo(id, act(reason));
        return changed(merge, "merge-undone");
    }

    private PersonMerge suggestion(PersonMergeId id) {
        var merge = merges.findForChange(id).orElseThrow(Refused::notFound);
        if (merge.status() != Status.SUGGESTED) {
            throw new AlreadyDecided().refused();
        }
        return merge;
    }

    private PersonMerge find(PersonMergeId id) {
        return merges.find(id).orElseThrow(Refused::notFound);
    }

    private Details changed(PersonMerge merge, String what) {
        audit.changed(PERSON, merge.people().map(PersonId::value).toList(), what);
        return describe(find(merge.id()));
    }

    private Details describe(PersonMerge merge) {
        var both = merge.people().toList();
        return new Details(
                merge,
                merged.describe(both),
                both.stream().collect(toMap(Function.identity(), this::counts)),
                team.names(merge.members().map(MemberId::value).distinct().toList()));
    }

    private Counts counts(PersonId person) {
        return new Counts(
                bookings.countByPersonId(person.value()) + walkIns.countByPersonId(person.value()),
                records.of(List.of(person)).size());
    }

    private Act act(@Nullable String reason) {
        return new Act(OwnChange.now(clock), Caller.current().member(), reason);
    }
}
