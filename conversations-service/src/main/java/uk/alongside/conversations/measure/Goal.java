package uk.alongside.conversations.measure;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.alongside.conversations.measure.Instrument.Item;
import uk.alongside.conversations.measure.Instrument.Wording;
import uk.alongside.foundation.text.TextKind;
import uk.alongside.foundation.text.TypedText;

/** A goal of a person, in their own words, with what each level of attainment would look like. */
@Schema(name = "Goal")
record Goal(
        @NotBlank
        @Size(max = 500)
        @TypedText(TextKind.LINE)
        @Schema(description = "The goal", example = "Walk to the library on my own")
        String what,

        @Min(1) @Max(4) @Schema(description = "How much the goal matters beside the other goals", example = "1")
        int weight,

        @NotNull
        @Size(min = 5, max = 5)
        @Schema(
                description =
                        "What each level would look like, from much less than expected to much more than expected."
                                + " A level may be empty.")
        List<@Nullable @Size(max = 300) @TypedText(TextKind.LINE) String> levels) {

    private static final int HIGHEST = 2;

    /** The question about each goal: the level that was reached, from -2 to 2. */
    static final Item ITEM = new Item(
            "goal", Map.of(), Wording.OURS, BigDecimal.valueOf(-HIGHEST), BigDecimal.valueOf(HIGHEST), null, null);

    /** Leaves the texts out, because records are written to logs. */
    @Override
    public String toString() {
        return "Goal[weight=" + weight + "]";
    }
}
