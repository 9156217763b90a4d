package uk.alongside.tenant.introduction;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.statistics.sheet.Rate;

/** A question as the leads of the council that asked see it. */
@Schema(name = "IntroductionQuestion")
@JsonInclude(JsonInclude.Include.NON_NULL)
record IntroductionQuestionView(
        IntroductionQuestionId id,
        Rate rate,
        IntroductionQuestion.Status status,
        Instant askedAt,

        @Schema(description = "The lead who asked; absent if the member is not known any more") @Nullable
        String askedByName,

        @Schema(description = "When the question ends if no council has said yes")
        Instant lapsesAt,

        @Nullable Instant endedAt,

        @Schema(description = "The council that said yes; absent until both have") @Nullable
        OtherSide other,

        long version) {

    static IntroductionQuestionView of(IntroductionQuestion question, Map<MemberId, String> names) {
        return new IntroductionQuestionView(
                question.id(),
                question.rate(),
                question.status(),
                question.askedAt(),
                names.get(question.askedBy()),
                question.lapsesAt(),
                question.endedAt(),
                question.other(),
                question.version());
    }
}
