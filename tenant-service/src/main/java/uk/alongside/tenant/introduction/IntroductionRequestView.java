package uk.alongside.tenant.introduction;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.statistics.sheet.Rate;

/** A request as the leads of the council that is asked see it. */
@Schema(name = "IntroductionReceived")
@JsonInclude(JsonInclude.Include.NON_NULL)
record IntroductionRequestView(
        IntroductionRequestId id,
        Rate rate,
        IntroductionRequest.Status status,
        Instant askedAt,

        @Schema(description = "The lead who answered; absent if there is no answer") @Nullable
        String answeredByName,

        @Nullable Instant endedAt,

        @Schema(description = "The council that asked; absent until both have said yes") @Nullable
        OtherSide other,

        long version) {

    static IntroductionRequestView of(IntroductionRequest request, Map<MemberId, String> names) {
        var answeredBy = request.answeredBy();
        return new IntroductionRequestView(
                request.id(),
                request.rate(),
                request.status(),
                request.askedAt(),
                answeredBy == null ? null : names.get(answeredBy),
                request.endedAt(),
                request.other(),
                request.version());
    }
}
