package uk.alongside.conversations.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.conversations.measure.ChangeService.Change;
import uk.alongside.conversations.measure.ChangeService.MeanChange;
import uk.alongside.foundation.encryption.TextUnreadable;
import uk.alongside.foundation.problem.Answers;

@RestController
@Tag(name = "Measures")
class ChangeController {

    private final ChangeService changes;

    ChangeController(ChangeService changes) {
        this.changes = changes;
    }

    @Schema(name = "ScoreChange", description = "The change of one score, over all people who answered twice")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChangeView(
            String instrument,
            String scale,

            @Nullable @Schema(description = "How many people answered twice; absent if they are too few to be shown")
            Integer pairs,

            @Nullable @Schema(description = "The mean of later minus first; absent if the pairs are too few")
            BigDecimal mean,

            @Nullable @Schema(description = "The lower end of the 95 % interval of the mean")
            BigDecimal low,

            @Nullable @Schema(description = "The upper end of the 95 % interval of the mean")
            BigDecimal high) {

        static ChangeView of(Change change) {
            int decimals = change.decimals();
            return change.mean()
                    .map(mean -> new ChangeView(
                            change.instrument().code(),
                            change.scale().id(),
                            mean.pairs(),
                            rounded(mean.mean(), decimals),
                            rounded(mean.low(), decimals),
                            rounded(mean.high(), decimals)))
                    .orElseGet(() -> new ChangeView(
                            change.instrument().code(), change.scale().id(), null, null, null, null));
        }

        private static BigDecimal rounded(double value, int decimals) {
            return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
        }
    }

    @Schema(name = "MeasureChange")
    record ChangeList(
            @Schema(description = "The smallest number of pairs whose change is shown")
            int fewestPairs,

            List<ChangeView> items) {}

    @GetMapping("/api/measures/change")
    @Operation(
            operationId = "getMeasureChange",
            summary = "Read how people's answers change between the baseline and the first follow-up",
            description =
                    "A pair is a person who answered at the baseline and again at most 12 months later. No person is"
                            + " named. The evidence is what people say of themselves.")
    @Answers(TextUnreadable.class)
    @PreAuthorize("hasAuthority('figures:read')")
    ChangeList get() {
        return new ChangeList(
                MeanChange.FEWEST_PAIRS,
                changes.all().stream().map(ChangeView::of).toList());
    }
}
