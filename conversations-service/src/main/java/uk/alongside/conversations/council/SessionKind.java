package uk.alongside.conversations.council;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;

/** A kind of session that the council adopted, with its lengths. */
public record SessionKind(
        @NotBlank @Pattern(regexp = "[a-z][a-z0-9-]{0,79}") @TypedText(TextKind.CODE)
        String code,

        @NotBlank @Size(max = 60) @TypedText(TextKind.LINE) String name,
        @Min(5) @Max(240) int minutes,
        @Min(0) @Max(120) int writeUpMinutes,
        boolean dropInOnly) {}
