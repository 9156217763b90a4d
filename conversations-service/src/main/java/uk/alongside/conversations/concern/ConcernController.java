package uk.alongside.conversations.concern;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.concern.Concern.Action;
import uk.alongside.conversations.concern.Concern.Done;
import uk.alongside.conversations.concern.ConcernRefusal.AlreadyActed;
import uk.alongside.conversations.concern.ConcernService.Details;
import uk.alongside.conversations.concern.ConcernService.Words;
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.encryption.TextUnreadable;
import uk.alongside.foundation.idempotency.IdempotencyKey;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;

@RestController
@Tag(name = "Concerns")
class ConcernController {

    private final ConcernService concerns;

    ConcernController(ConcernService concerns) {
        this.concerns = concerns;
    }

    record NewConcern(
            @Nullable @Schema(description = "The person whom it is about")
            PersonId personId,

            @Nullable
            @Schema(description = "The conversation in which it arose; for callers who may read conversations")
            ConversationId conversationId,

            @NotBlank @Size(max = 10_000) @TypedText(TextKind.TEXT)
            String worry,

            @NotEmpty Set<@NotNull Action> actions,

            @Nullable
            @Size(max = 1_000)
            @TypedText(TextKind.TEXT)
            @Schema(description = "Whom the caller told, and when; absent only if the action is not-yet")
            String told) {

        @AssertTrue
        boolean isNotYetOrDone() {
            return !has(actions, Action.NOT_YET) || actions.size() == 1;
        }

        @AssertTrue
        boolean isSaidWhomAndWhen() {
            return has(actions, Action.NOT_YET) == (told == null || told.isEmpty());
        }

        /** Leaves the text out, because records are written to logs. */
        @Override
        public String toString() {
            return "NewConcern[]";
        }
    }

    record NewConcernAction(
            @NotEmpty Set<@NotNull Action> actions,

            @NotBlank
            @Size(max = 1_000)
            @TypedText(TextKind.TEXT)
            @Schema(description = "Whom the caller told, and when")
            String told) {

        @AssertTrue
        boolean isDone() {
            return !has(actions, Action.NOT_YET);
        }

        /** Leaves the text out, because records are written to logs. */
        @Override
        public String toString() {
            return "NewConcernAction[]";
        }
    }

    /** Returns whether the action is one of these. A request without actions is checked, too, and rejected elsewhere. */
    private static boolean has(@Nullable Set<Action> actions, Action action) {
        return actions != null && actions.contains(action);
    }

    @Schema(name = "SentConcern", description = "Says only that the concern reached the practitioners.")
    record SentConcern(ConcernId id, Instant sentAt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ConcernAction")
    record DoneView(
            List<Action> actions,

            @Nullable String told,
            Instant at,
            @Nullable String byName) {

        static DoneView of(Done done, Map<UUID, String> members) {
            return new DoneView(
                    done.actions().stream().sorted().toList(),
                    done.told(),
                    done.at(),
                    members.get(done.by().value()));
        }

        /** Leaves the text out, because records are written to logs. */
        @Override
        public String toString() {
            return "DoneView[]";
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Concern")
    record ConcernView(
            ConcernId id,
            @Nullable PersonId personId,
            @Nullable String personName,
            @Nullable ConversationId conversationId,

            @Nullable @Schema(description = "The day of the conversation; absent if its record was deleted")
            LocalDate conversationDay,

            String worry,
            Instant writtenAt,

            @Nullable @Schema(description = "The member of staff who wrote it")
            String writtenByName,

            List<DoneView> done,

            @Schema(description = "Whether no member of staff has acted yet")
            boolean waiting,

            @Nullable @Schema(description = "When a practitioner noted that they read it; absent until then")
            Instant readAt,

            @Nullable String readByName) {

        static ConcernView of(Details details) {
            var concern = details.concern();
            var read = concern.read();
            var person = details.person();
            return new ConcernView(
                    concern.id(),
                    concern.person(),
                    person == null ? null : person.name(),
                    concern.conversation(),
                    details.conversationDay(),
                    concern.worry(),
                    concern.writtenAt(),
                    details.members().get(concern.writtenBy().value()),
                    concern.done().stream()
                            .map(done -> DoneView.of(done, details.members()))
                            .toList(),
                    concern.isWaiting(),
                    read == null ? null : read.at(),
                    read == null ? null : details.members().get(read.by().value()));
        }

        /** Leaves the person and the text out, because records are written to logs. */
        @Override
        public String toString() {
            return "ConcernView[id=" + id + "]";
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ConcernList(List<ConcernView> items, @Nullable ConcernId next) {}

    @PostMapping("/api/concerns")
    @Operation(
            operationId = "sendConcern",
            summary = "Send to the practitioners what worries you",
            description = "The answer shows nothing of it. Only practitioners read concerns.")
    @Answers({NotFound.class, TextUnreadable.class})
    @PreAuthorize("hasAuthority('concern:write')")
    SentConcern create(
            @IdempotencyKey String key, @Valid @RequestBody NewConcern request, Authentication authentication) {
        var reads = authentication.getAuthorities().stream()
                .anyMatch(authority -> "conversation:read".equals(authority.getAuthority()));
        var told = request.told();
        var words = new Words(
                request.personId(),
                request.conversationId(),
                request.worry(),
                request.actions(),
                told == null || told.isEmpty() ? null : told);
        var written = concerns.write(words, reads, key);
        return new SentConcern(written.id(), written.writtenAt());
    }

    @GetMapping("/api/concerns")
    @Operation(
            operationId = "listConcerns",
            summary = "List the concerns, the last one written first",
            description = "A page has at most 50 concerns.")
    @Answers(TextUnreadable.class)
    @PreAuthorize("hasAuthority('concern:read')")
    ConcernList list(
            @RequestParam(defaultValue = "true")
                    @Schema(description = "Leaves out those that were read and about which a member acted")
                    boolean open,
            @RequestParam(required = false) @Nullable ConcernId after) {
        var page = concerns.list(open, after).map(ConcernView::of);
        return new ConcernList(page.items(), page.next());
    }

    @PostMapping("/api/concerns/{concernId}/read")
    @Operation(operationId = "readConcern", summary = "Note that you have read a concern")
    @Answers({NotFound.class, TextUnreadable.class})
    @PreAuthorize("hasAuthority('concern:read')")
    ConcernView read(@PathVariable ConcernId concernId) {
        return ConcernView.of(concerns.read(concernId));
    }

    @PostMapping("/api/concerns/{concernId}/actions")
    @Operation(
            operationId = "recordConcernAction",
            summary = "Record what you did about a concern about which no member had acted")
    @Answers({NotFound.class, AlreadyActed.class, TextUnreadable.class})
    @PreAuthorize("hasAuthority('concern:read')")
    ConcernView act(@PathVariable ConcernId concernId, @Valid @RequestBody NewConcernAction request) {
        return ConcernView.of(concerns.act(concernId, request.actions(), request.told()));
    }
}
