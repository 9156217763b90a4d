package uk.alongside.conversations.personmerge;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.conversations.personmerge.PersonMerge.Act;
import uk.alongside.conversations.personmerge.PersonMerge.Status;
import uk.alongside.conversations.personmerge.PersonMergeRefusal.AlreadyDecided;
import uk.alongside.conversations.personmerge.PersonMergeRefusal.AlreadyMerged;
import uk.alongside.conversations.personmerge.PersonMergeRefusal.AlreadySuggested;
import uk.alongside.conversations.personmerge.PersonMergeRefusal.NhsNumberInUse;
import uk.alongside.conversations.personmerge.PersonMergeRefusal.SamePerson;
import uk.alongside.conversations.personmerge.PersonMergeService.Details;
import uk.alongside.conversations.personmerge.PersonMergeService.Suggestion;
import uk.alongside.foundation.encryption.TextUnreadable;
import uk.alongside.foundation.idempotency.IdempotencyKey;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;
import uk.alongside.foundation.web.Created;

@RestController
@Tag(name = "People")
class PersonMergeController {

    private final PersonMergeService merges;

    PersonMergeController(PersonMergeService merges) {
        this.merges = merges;
    }

    @Schema(name = "NewPersonMerge")
    record NewMerge(
            @NotNull @Schema(description = "The person who turns out to be the other one")
            PersonId mergedId,

            @NotNull @Schema(description = "The person who is kept")
            PersonId keptId,

            @NotBlank @Size(max = 500) @TypedText(TextKind.TEXT)
            String reason) {

        /** Leaves the reason out, because records are written to logs. */
        @Override
        public String toString() {
            return "NewMerge[mergedId=" + mergedId + ", keptId=" + keptId + "]";
        }
    }

    @Schema(name = "NewPersonMergeUndo")
    record NewUndo(
            @NotBlank @Size(max = 500) @TypedText(TextKind.TEXT)
            String reason) {

        /** Leaves the reason out, because records are written to logs. */
        @Override
        public String toString() {
            return "NewUndo[]";
        }
    }

    @Schema(name = "MergePerson")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MergePersonView(
            PersonId id,
            String reference,
            String name,
            @Nullable Integer bornYear,

            @Schema(description = "The number of bookings and walk-ins under this person's own id")
            int bookings,

            @Schema(description = "The number of conversations under this person's own id")
            int conversations) {

        static MergePersonView of(PersonId id, Details details) {
            var person = requireNonNull(details.people().get(id));
            var counts = requireNonNull(details.counts().get(id));
            return new MergePersonView(
                    id,
                    person.reference(),
                    person.name(),
                    person.bornYear(),
                    counts.bookings(),
                    counts.conversations());
        }

        /** Leaves the name out, because records are written to logs. */
        @Override
        public String toString() {
            return "MergePersonView[id=" + id + "]";
        }
    }

    @Schema(name = "MergeAct")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ActView(
            Instant at, @Nullable String byName, @Nullable String reason) {

        static @Nullable ActView of(@Nullable Act act, Map<UUID, String> members) {
            return act == null
                    ? null
                    : new ActView(act.at(), members.get(act.by().value()), act.reason());
        }

        /** Leaves the reason out, because records are written to logs. */
        @Override
        public String toString() {
            return "ActView[at=" + at + "]";
        }
    }

    @Schema(name = "PersonMerge")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MergeView(
            PersonMergeId id,
            Status status,

            @Schema(description = "The person who turns out to be the other one")
            MergePersonView merged,

            @Schema(description = "The person who is kept") MergePersonView kept,

            ActView suggested,

            @Nullable @Schema(description = "The decision of a lead; absent until then")
            ActView decided,

            @Nullable @Schema(description = "Absent if the merge was not undone")
            ActView undone) {

        static MergeView of(Details details) {
            var merge = details.merge();
            return new MergeView(
                    merge.id(),
                    merge.status(),
                    MergePersonView.of(merge.merged(), details),
                    MergePersonView.of(merge.kept(), details),
                    requireNonNull(ActView.of(merge.suggested(), details.members())),
                    ActView.of(merge.decided(), details.members()),
                    ActView.of(merge.undone(), details.members()));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PersonMergeList(List<MergeView> items, @Nullable PersonMergeId next) {}

    record PersonMergeSet(List<MergeView> items) {}

    @PostMapping("/api/person-merges")
    @Operation(
            operationId = "createPersonMerge",
            summary = "Suggest to merge two people who are one person",
            description = "A lead decides about it.")
    @Answers({NotFound.class, SamePerson.class, AlreadyMerged.class, AlreadySuggested.class, TextUnreadable.class})
    @PreAuthorize("hasAuthority('person:write')")
    Created<MergeView> create(@IdempotencyKey String key, @Valid @RequestBody NewMerge request) {
        var merge = merges.suggest(new Suggestion(request.mergedId(), request.keptId(), request.reason()), key);
        return new Created<>("/api/people/" + request.mergedId().value() + "/merges", MergeView.of(merge), 0);
    }

    @GetMapping("/api/person-merges")
    @Operation(
            operationId = "listPersonMerges",
            summary = "List the merges of people, the last one suggested first",
            description = "A page has at most 50 merges. A lead sees the names, the years of birth and how much is"
                    + " recorded, and nothing else about the people.")
    @Answers(TextUnreadable.class)
    @PreAuthorize("hasAuthority('person:merge')")
    PersonMergeList list(
            @RequestParam(defaultValue = "suggested") Status status,
            @RequestParam(required = false) @Nullable PersonMergeId after) {
        var page = merges.list(status, after).map(MergeView::of);
        return new PersonMergeList(page.items(), page.next());
    }

    @GetMapping("/api/people/{personId}/merges")
    @Operation(operationId = "getPersonMerges", summary = "Get the merges of a person: suggested, valid and undone")
    @Answers({NotFound.class, TextUnreadable.class})
    @PreAuthorize("hasAuthority('person:read')")
    PersonMergeSet get(@PathVariable PersonId personId) {
        return new PersonMergeSet(
                merges.about(personId).stream().map(MergeView::of).toList());
    }

    @PostMapping("/api/person-merges/{mergeId}/merge")
    @Operation(
            operationId = "mergePeople",
            summary = "Merge the two people of a suggestion",
            description = "Nothing is moved or lost: everything about both is shown with the person kept.")
    @Answers({NotFound.class, AlreadyDecided.class, AlreadyMerged.class, TextUnreadable.class})
    @PreAuthorize("hasAuthority('person:merge')")
    MergeView merge(@PathVariable PersonMergeId mergeId) {
        return MergeView.of(merges.merge(mergeId));
    }

    @PostMapping("/api/person-merges/{mergeId}/decline")
    @Operation(operationId = "declinePersonMerge", summary = "Decline to merge the two people of a suggestion")
    @Answers({NotFound.class, AlreadyDecided.class, TextUnreadable.class})
    @PreAuthorize("hasAuthority('person:merge')")
    MergeView decline(@PathVariable PersonMergeId mergeId) {
        return MergeView.of(merges.decline(mergeId));
    }

    @PostMapping("/api/person-merges/{mergeId}/undo")
    @Operation(
            operationId = "undoPersonMerge",
            summary = "Undo a merge",
            description = "What was recorded for each of the two people is shown with that person again.")
    @Answers({NotFound.class, AlreadyDecided.class, NhsNumberInUse.class, TextUnreadable.class})
    @PreAuthorize("hasAuthority('person:merge')")
    MergeView undo(@PathVariable PersonMergeId mergeId, @Valid @RequestBody NewUndo request) {
        return MergeView.of(merges.undo(mergeId, request.reason()));
    }
}
