package uk.alongside.conversations.step;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;

/** The details of a step: what is done, by whom and by which day. While a record is a draft, only the first is needed. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StepDetails(
        @NotBlank
        @Size(max = 500)
        @TypedText(TextKind.LINE)
        @Schema(description = "What is done", example = "ring Colin about the shed")
        String what,

        @Nullable @Schema(description = "Who does it") StepOwner owner,

        @Nullable
        @Size(max = 200)
        @TypedText(TextKind.LINE)
        @Schema(description = "The name of the one who does it, if it is not a member of staff", example = "Sam")
        String ownerName,

        @Nullable @Schema(description = "The member of staff who does it, if the council does")
        MemberId memberId,

        @Nullable @Schema(description = "The day by which it is done")
        LocalDate due) {

    @AssertTrue
    boolean isAMemberOnlyIfTheCouncilDoesIt() {
        return memberId == null || (owner == StepOwner.COUNCIL && ownerName == null);
    }

    /** Returns whether it is known who does it and by which day. */
    @JsonIgnore
    boolean isComplete() {
        return owner != null && due != null;
    }

    /** Leaves the texts out, because records are written to logs. */
    @Override
    public String toString() {
        return "StepDetails[owner=" + owner + ", due=" + due + "]";
    }
}
