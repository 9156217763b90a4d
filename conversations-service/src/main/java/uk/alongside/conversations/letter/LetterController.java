package uk.alongside.conversations.letter;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.conversations.letter.Letter.How;
import uk.alongside.conversations.letter.LetterRefusal.AlreadyWithdrawn;
import uk.alongside.conversations.letter.LetterRefusal.NothingWritten;
import uk.alongside.conversations.letter.LetterRefusal.StaleVersion;
import uk.alongside.conversations.letter.LetterRefusal.TooLong;
import uk.alongside.conversations.person.PersonId;
import uk.alongside.foundation.encryption.TextUnreadable;
import uk.alongside.foundation.idempotency.IdempotencyKey;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;
import uk.alongside.foundation.web.IfMatch;
import uk.alongside.foundation.web.Versioned;

@RestController
@RequestMapping("/api/conversations/{conversationId}/letters")
@Tag(name = "Conversations")
class LetterController {

    private final LetterService letters;

    LetterController(LetterService letters) {
        this.letters = letters;
    }

    record NewLetterPart(
            @NotNull @TypedText(TextKind.VERBATIM) String text) {

        /** Leaves the text out, because records are written to logs. */
        @Override
        public String toString() {
            return "NewLetterPart[]";
        }
    }

    record NewLetterNames(@NotNull @Size(max = 12) Set<@NotNull PersonId> personIds) {}

    record NewLetterCopy(@NotNull How how) {}

    record NewLetterWithdrawal(
            @NotBlank @Size(max = 1_000) @TypedText(TextKind.TEXT)
            String reason) {

        /** Leaves the reason out, because records are written to logs. */
        @Override
        public String toString() {
            return "NewLetterWithdrawal[]";
        }
    }

    record LetterSet(List<LetterView> items) {}

    @GetMapping
    @Operation(
            operationId = "getLetters",
            summary = "Get the letters of a conversation that a member has changed or given")
    @Answers({NotFound.class, TextUnreadable.class})
    @PreAuthorize("hasAuthority('conversation:read')")
    LetterSet list(@PathVariable ConversationId conversationId) {
        return new LetterSet(letters.list(conversationId));
    }

    @GetMapping("/{personId}")
    @Operation(
            operationId = "getLetter",
            summary = "Get the letter to a person of a conversation",
            description = "It is composed from the record. Names of the other people are left out unless chosen.")
    @Answers({NotFound.class, TextUnreadable.class})
    @PreAuthorize("hasAuthority('conversation:read')")
    Versioned<LetterView> get(@PathVariable ConversationId conversationId, @PathVariable PersonId personId) {
        return withVersion(letters.find(conversationId, personId));
    }

    @PutMapping("/{personId}/parts/{partId}")
    @Operation(
            operationId = "updateLetterPart",
            summary = "Write a part of a letter",
            description = "Send the version of the part. Any text is kept as it was typed.")
    @Answers({
        NotFound.class,
        NothingWritten.class,
        AlreadyWithdrawn.class,
        TooLong.class,
        StaleVersion.class,
        TextUnreadable.class
    })
    @PreAuthorize("hasAuthority('conversation:write')")
    Versioned<LetterView> write(
            @PathVariable ConversationId conversationId,
            @PathVariable PersonId personId,
            @PathVariable @TypedText(TextKind.CODE) String partId,
            @IfMatch long version,
            @Valid @RequestBody NewLetterPart request) {
        return withVersion(letters.write(conversationId, personId, partId, request.text(), version));
    }

    @PutMapping("/{personId}/names")
    @Operation(operationId = "updateLetterNames", summary = "Choose whose names stay in a letter")
    @Answers({NotFound.class, NothingWritten.class, AlreadyWithdrawn.class, StaleVersion.class, TextUnreadable.class})
    @PreAuthorize("hasAuthority('conversation:write')")
    Versioned<LetterView> leaveNames(
            @PathVariable ConversationId conversationId,
            @PathVariable PersonId personId,
            @IfMatch long version,
            @Valid @RequestBody NewLetterNames request) {
        return withVersion(letters.leaveNames(conversationId, personId, request.personIds(), version));
    }

    @PostMapping("/{personId}/copies")
    @Operation(operationId = "recordLetterCopy", summary = "Note that a copy of a letter was given to the person")
    @Answers({NotFound.class, NothingWritten.class, AlreadyWithdrawn.class, TextUnreadable.class})
    @PreAuthorize("hasAuthority('conversation:write')")
    Versioned<LetterView> give(
            @PathVariable ConversationId conversationId,
            @PathVariable PersonId personId,
            @IdempotencyKey String key,
            @Valid @RequestBody NewLetterCopy request) {
        return withVersion(letters.give(conversationId, personId, request.how(), key));
    }

    @PostMapping("/{personId}/withdrawal")
    @Operation(
            operationId = "withdrawLetter",
            summary = "Withdraw a letter",
            description = "The copies that were given stay noted.")
    @Answers({NotFound.class, NothingWritten.class, AlreadyWithdrawn.class, TextUnreadable.class})
    @PreAuthorize("hasAuthority('conversation:write')")
    Versioned<LetterView> withdraw(
            @PathVariable ConversationId conversationId,
            @PathVariable PersonId personId,
            @Valid @RequestBody NewLetterWithdrawal request) {
        return withVersion(letters.withdraw(conversationId, personId, request.reason()));
    }

    private static Versioned<LetterView> withVersion(LetterView letter) {
        return new Versioned<>(letter, letter.version());
    }
}
