package uk.alongside.conversations.evidence;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;

/**
 * A figure in words, rounded for publication. Nothing in it is looked up later, so a published report stays as it was.
 *
 * @param figure its code
 * @param periods the latest complete quarter with a value and the one before, or today; empty if there is none
 */
@Schema(description = "A figure in words, rounded for publication")
record EvidenceFigure(
        String figure,
        String name,

        @Schema(description = "What it is") String counted,

        @Schema(description = "Of what it is counted") String of,

        @Schema(description = "What is not counted") String leftOut,

        @Schema(description = "The day that decides the period")
        String date,

        @Schema(description = "The latest complete quarter with a value, then the one before")
        List<Value> periods) {

    /** The figure in one period. */
    @Schema(name = "EvidenceValue")
    record Value(
            LocalDate from,

            @Schema(description = "The last day of the period")
            LocalDate to,

            @Schema(description = "Whether the figure was something else when it was counted first")
            boolean revised,

            @Schema(description = "The value with its unit, or why it is not shown")
            String value,

            @Schema(description = "The finding as a sentence without a full stop")
            String sentence,

            @Schema(description = "How many are counted, to the nearest 5, or why that is not shown")
            String base) {}
}
