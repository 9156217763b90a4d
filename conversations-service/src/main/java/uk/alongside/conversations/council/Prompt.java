package uk.alongside.conversations.council;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;

/** A prompt for a conversation, in the council's words. */
@Schema(name = "ConversationPrompt")
public record Prompt(
        @NotBlank @Pattern(regexp = "prompt\\.[a-z0-9-]{1,80}") @TypedText(TextKind.CODE)
        String id,

        @NotBlank @Size(max = 200) @TypedText(TextKind.LINE) String heading,

        @NotBlank @Size(max = 2000) @TypedText(TextKind.TEXT)
        String help,

        @Schema(description = "Whether this prompt is one of the few that every conversation touches on")
        boolean main) {}
