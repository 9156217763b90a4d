package uk.alongside.conversations.aboutme;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;

/** The details of a sentence: its heading, its words, who said it and on which day. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SentenceDetails(
        @NotNull Heading heading,

        @NotBlank
        @Size(max = 1_000)
        @TypedText(TextKind.TEXT)
        @Schema(description = "The sentence as it was said", example = "I like to sit where I can see the door.")
        String text,

        @NotNull @Schema(description = "Who said it") SaidBy saidBy,

        @Nullable
        @Size(max = 200)
        @TypedText(TextKind.LINE)
        @Schema(description = "The name of the supporter who said it", example = "Jane Ellison")
        String supporterName,

        @Nullable
        @Size(max = 200)
        @TypedText(TextKind.LINE)
        @Schema(description = "Who the supporter is to the person", example = "daughter")
        String supporterRelation,

        @NotNull @Schema(description = "The day on which it was said")
        LocalDate saidOn) {

    /** The headings of About me. */
    enum Heading {
        MATTERS,
        PEOPLE,
        COMMUNICATE,
        PLEASE_DO,
        PLEASE_DO_NOT
    }

    /** The people who say something about a person. */
    enum SaidBy {
        PERSON,
        SUPPORTER,
        STAFF
    }

    @AssertTrue
    boolean isSupporterNamed() {
        return saidBy == SaidBy.SUPPORTER
                ? has(supporterName) && has(supporterRelation)
                : supporterName == null && supporterRelation == null;
    }

    private static boolean has(@Nullable String text) {
        return text != null && !text.isEmpty();
    }

    /** Leaves the texts out, because records are written to logs. */
    @Override
    public String toString() {
        return "SentenceDetails[heading=" + heading + "]";
    }
}
