package uk.alongside.conversations.measure;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;

/** The answer to one question: a value, or the reason why there is none. */
@Schema(name = "MeasureAnswer")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Answer(
        @NotBlank
        @Size(max = 40)
        @TypedText(TextKind.CODE)
        @Schema(description = "The id of the question, or goal-1, goal-2 and so on", example = "satisfied")
        String item,

        @Nullable @Schema(description = "The value; absent if there is none")
        BigDecimal value,

        @Nullable @Schema(description = "Why there is no value; absent if there is one")
        NoAnswer noAnswer) {

    /** The reasons why a question has no value. Each of them is an answer. */
    @Schema(name = "NoAnswer")
    enum NoAnswer {
        NOT_ASKED,
        NOT_TODAY,
        DID_NOT_WANT_TO
    }

    @AssertTrue
    @JsonIgnore
    boolean isAValueOrAReason() {
        return (value == null) != (noAnswer == null);
    }

    static Answer notAsked(String item) {
        return new Answer(item, null, NoAnswer.NOT_ASKED);
    }

    /** Leaves the value out, because records are written to logs. */
    @Override
    public String toString() {
        return "Answer[item=" + item + "]";
    }
}
