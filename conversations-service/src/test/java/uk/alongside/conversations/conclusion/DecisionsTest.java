package uk.alongside.conversations.conclusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.alongside.conversations.conclusion.Decisions.ExplainedAs;
import uk.alongside.conversations.conclusion.Decisions.Kind;
import uk.alongside.conversations.conclusion.Decisions.LegalBasis;
import uk.alongside.conversations.conclusion.Decisions.Share;
import uk.alongside.conversations.conclusion.Decisions.Support;

/** Tests the facts with which a record is finished. */
class DecisionsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Test
    void areCompleteWithAnOutcomeAReasonAndASupport() {
        assertThat(decisions(Kind.CONVERSATION, Outcome.OTHER, "It is enough", Support.ADVOCATE)
                        .isCompleteForAConversation())
                .isTrue();
        assertThat(decisions(Kind.CONVERSATION, null, "It is enough", Support.ADVOCATE)
                        .isCompleteForAConversation())
                .isFalse();
        assertThat(decisions(Kind.CONVERSATION, Outcome.OTHER, null, Support.ADVOCATE)
                        .isCompleteForAConversation())
                .isFalse();
        assertThat(decisions(Kind.CONVERSATION, Outcome.OTHER, "It is enough", null)
                        .isCompleteForAConversation())
                .isFalse();
    }

    @Test
    void ofAnAttemptToReachAPersonAreAKindAndADay() {
        assertThat(decisions(Kind.TRIED_TO_REACH, null, null, null).isWithoutDecisionsIfThePersonWasNotReached())
                .isTrue();
        assertThat(decisions(Kind.TRIED_TO_REACH, Outcome.OTHER, null, null)
                        .isWithoutDecisionsIfThePersonWasNotReached())
                .isFalse();
    }

    @Test
    void haveNoDayInFutureEvenInWhatWasShared() {
        assertThat(shared(TODAY).isAnyAfter(TODAY)).isFalse();
        assertThat(shared(TODAY.plusDays(1)).isAnyAfter(TODAY)).isTrue();
    }

    @Test
    void sayNoWordsInLogs() {
        assertThat(shared(TODAY)).hasToString("Decisions[kind=CONVERSATION]");
        assertThat(shared(TODAY).words()).hasToString("Words[]");
    }

    private static Decisions decisions(
            Kind kind, @Nullable Outcome outcome, @Nullable String reason, @Nullable Support support) {
        return new Decisions(
                kind,
                TODAY,
                kind == Kind.CONVERSATION ? ExplainedAs.CONVERSATION : null,
                null,
                null,
                null,
                outcome,
                reason,
                support,
                null,
                null);
    }

    private static Decisions shared(LocalDate day) {
        return new Decisions(
                Kind.CONVERSATION,
                TODAY,
                ExplainedAs.CONVERSATION,
                null,
                null,
                null,
                Outcome.OTHER,
                "It is enough",
                Support.NONE_NEEDED,
                null,
                List.of(new Share("Her address", "The club", LegalBasis.CONSENT, day, "She asked us to")));
    }
}
