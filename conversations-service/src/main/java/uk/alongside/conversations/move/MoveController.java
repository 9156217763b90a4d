package uk.alongside.conversations.move;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.conversations.move.MoveRefusal.AnswersOfTheDayExist;
import uk.alongside.conversations.move.MoveRefusal.SamePerson;
import uk.alongside.conversations.move.MoveRefusal.Stale;
import uk.alongside.conversations.move.MoveService.Details;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.encryption.TextUnreadable;
import uk.alongside.foundation.idempotency.IdempotencyKey;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;
import uk.alongside.foundation.web.IfMatch;
import uk.alongside.foundation.web.Versioned;

@RestController
@Tag(name = "Moves")
class MoveController {

    private final MoveService moves;

    MoveController(MoveService moves) {
        this.moves = moves;
    }

    @Schema(name = "NewConversationMove")
    record NewMove(
            @NotNull @Schema(description = "A person of the record whom the conversation was not with")
            PersonId fromPersonId,

            @NotNull @Schema(description = "The person whom it was with; may be a person of the record already")
            PersonId toPersonId,

            @NotBlank @Size(max = 1_000) @TypedText(TextKind.TEXT)
            String reason) {

        /** Leaves the text out, because records are written to logs. */
        @Override
        public String toString() {
            return "NewMove[]";
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "ConversationMove",
            description = "Names neither person, so that the trace tells one nothing of the other.")
    record MoveView(
            MoveId id,

            @Schema(description = "The day of the conversation")
            LocalDate day,

            Instant movedAt,
            @Nullable String movedByName,

            @Nullable @Schema(description = "Absent if the record is restricted and the caller may not read it")
            String reason,

            @Schema(description = "The times at which a copy of the letter had been given to the wrong person")
            List<Instant> copiesGivenAt) {

        static MoveView of(Details details) {
            var move = details.move();
            return new MoveView(
                    move.id(),
                    move.day(),
                    move.at(),
                    details.members().get(move.by().value()),
                    details.restricted() ? null : move.reason(),
                    details.copies());
        }

        /** Leaves the text out, because records are written to logs. */
        @Override
        public String toString() {
            return "MoveView[id=" + id + "]";
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ConversationMoveList")
    record MoveList(List<MoveView> items, @Nullable MoveId next) {

        static MoveList of(Page<Details, MoveId> page) {
            var views = page.map(MoveView::of);
            return new MoveList(views.items(), views.next());
        }
    }

    @PostMapping("/api/conversations/{conversationId}/moves")
    @Operation(
            operationId = "moveConversation",
            summary = "Move a conversation from the wrong person to the right one",
            description =
                    "A finished conversation can be moved. The answers to measures that were given in it move with"
                            + " it. Letters stay with the person to whom they were written, and can no longer be opened.")
    @Answers({NotFound.class, SamePerson.class, AnswersOfTheDayExist.class, Stale.class, TextUnreadable.class})
    @PreAuthorize("hasAuthority('conversation:write')")
    Versioned<MoveView> move(
            @PathVariable ConversationId conversationId,
            @IfMatch long version,
            @IdempotencyKey String key,
            @Valid @RequestBody NewMove request) {
        var moved = moves.move(
                conversationId, request.fromPersonId(), request.toPersonId(), request.reason(), version, key);
        return new Versioned<>(MoveView.of(moved.details()), moved.version());
    }

    @GetMapping("/api/conversations/{conversationId}/moves")
    @Operation(
            operationId = "listConversationMoves",
            summary = "List how a conversation was moved to another person, the last move first",
            description = "A page has at most 50 moves.")
    @Answers({NotFound.class, TextUnreadable.class})
    @PreAuthorize("hasAuthority('conversation:read')")
    MoveList ofConversation(
            @PathVariable ConversationId conversationId, @RequestParam(required = false) @Nullable MoveId after) {
        return MoveList.of(moves.of(conversationId, after));
    }

    @GetMapping("/api/people/{personId}/moved-conversations")
    @Operation(
            operationId = "listMovedConversations",
            summary = "List the conversations that were recorded for a person by mistake and moved away",
            description =
                    "A page has at most 50 moves, the last one first. It says nothing of the conversations themselves.")
    @Answers({NotFound.class, TextUnreadable.class})
    @PreAuthorize("hasAuthority('conversation:read')")
    MoveList ofPerson(@PathVariable PersonId personId, @RequestParam(required = false) @Nullable MoveId after) {
        return MoveList.of(moves.from(personId, after));
    }
}
