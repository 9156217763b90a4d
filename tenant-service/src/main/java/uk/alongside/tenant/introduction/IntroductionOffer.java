package uk.alongside.tenant.introduction;

import static java.util.stream.Collectors.toSet;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Set;
import uk.alongside.statistics.sheet.Rate;

/** The rates about which a council is willing to talk with another one. */
@Schema(name = "IntroductionOffer")
record IntroductionOffer(
        @Schema(description = "By the council's own decision. No other council sees them.")
        List<Rate> rates,

        @Schema(description = "The version to send in If-Match; 0 until a lead has decided")
        long version) {

    IntroductionOffer {
        rates = rates.stream().distinct().sorted().toList();
    }

    boolean includes(Rate rate) {
        return rates.contains(rate);
    }

    /** Returns the offer without this rate, as the next version. */
    IntroductionOffer without(Rate rate) {
        return next(rates.stream().filter(each -> each != rate).toList());
    }

    IntroductionOffer next(List<Rate> chosen) {
        return new IntroductionOffer(chosen, version + 1);
    }

    /** Returns the rates that this offer has and the other one does not. */
    Set<Rate> less(IntroductionOffer other) {
        return rates.stream().filter(rate -> !other.includes(rate)).collect(toSet());
    }
}
