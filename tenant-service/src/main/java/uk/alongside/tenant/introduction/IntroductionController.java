package uk.alongside.tenant.introduction;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.idempotency.IdempotencyKey;
import uk.alongside.foundation.problem.Answers;
import uk.alongside.foundation.problem.NotFound;
import uk.alongside.foundation.web.Created;
import uk.alongside.foundation.web.IfMatch;
import uk.alongside.foundation.web.Versioned;
import uk.alongside.statistics.sheet.Rate;
import uk.alongside.tenant.introduction.IntroductionRefusal.AlreadyAsked;
import uk.alongside.tenant.introduction.IntroductionRefusal.NotLive;
import uk.alongside.tenant.introduction.IntroductionRefusal.QuestionOver;
import uk.alongside.tenant.introduction.IntroductionRefusal.RequestOver;
import uk.alongside.tenant.introduction.IntroductionRefusal.StaleOffer;
import uk.alongside.tenant.introduction.IntroductionRefusal.TooMany;
import uk.alongside.tenant.introduction.RequestService.Answer;

/** The leads' endpoints for introductions. No answer depends on another council before both sides have said yes. */
@RestController
@RequestMapping("/api/introductions")
@Tag(name = "Introductions")
class IntroductionController {

    private static final String QUESTIONS = "/api/introductions/questions/";

    private final QuestionService questions;
    private final RequestService requests;

    IntroductionController(QuestionService questions, RequestService requests) {
        this.questions = questions;
        this.requests = requests;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record IntroductionQuestionList(
            List<IntroductionQuestionView> items,
            @Nullable IntroductionQuestionId next,

            @Schema(description = "How many more questions the council may ask now")
            int left,

            @Schema(description = "The day from which the council may ask again; absent if it may now") @Nullable
            LocalDate againFrom) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record IntroductionRequestList(
            List<IntroductionRequestView> items, @Nullable IntroductionRequestId next) {}

    record NewIntroductionQuestion(@NotNull Rate rate) {}

    @Schema(name = "NewIntroductionOffer")
    record NewOffer(
            @Schema(description = "The rates about which the council is willing to talk") @NotNull @Size(max = 50)
            List<@NotNull Rate> rates) {}

    @Schema(name = "NewIntroductionAnswer")
    record NewAnswer(
            @NotNull @Schema(description = "not-again also takes the rate out of what the council offers")
            Answer answer) {}

    @GetMapping("/questions")
    @PreAuthorize("hasAuthority('introduction:read')")
    @Operation(
            operationId = "listIntroductionQuestions",
            summary = "List what your council asked, the latest first",
            description =
                    "An open question looks the same whether a council is willing, has said no, or does not exist."
                            + " A page has at most 100.")
    IntroductionQuestionList questions(@RequestParam(required = false) @Nullable IntroductionQuestionId after) {
        var state = questions.list(after);
        return new IntroductionQuestionList(
                state.page().items(),
                state.page().next(),
                state.left(),
                state.again().orElse(null));
    }

    @GetMapping("/questions/{questionId}")
    @PreAuthorize("hasAuthority('introduction:read')")
    @Operation(operationId = "getIntroductionQuestion", summary = "Get what became of a question")
    @Answers(NotFound.class)
    Versioned<IntroductionQuestionView> question(@PathVariable IntroductionQuestionId questionId) {
        var question = questions.get(questionId);
        return new Versioned<>(question, question.version());
    }

    @PostMapping("/questions")
    @PreAuthorize("hasAuthority('introduction:write')")
    @Operation(
            operationId = "createIntroductionQuestion",
            summary = "Ask to talk with a council in the better quarter of a rate",
            description =
                    "One council that offers to talk about the rate is asked, without your name, on one of the next"
                            + " mornings. If a lead there says yes within 28 days, both councils are named to each other with"
                            + " the two leads and their work addresses. A council asks four times in twelve months at most.")
    @Answers({NotLive.class, AlreadyAsked.class, TooMany.class})
    Created<IntroductionQuestionView> ask(
            @IdempotencyKey String key, @Valid @RequestBody NewIntroductionQuestion request) {
        var question = questions.ask(request.rate(), Caller.current().member(), key);
        return new Created<>(QUESTIONS + question.id().value(), question, question.version());
    }

    @PostMapping("/questions/{questionId}/withdraw")
    @PreAuthorize("hasAuthority('introduction:write')")
    @Operation(operationId = "withdrawIntroductionQuestion", summary = "Take a question back while it is open")
    @Answers({NotFound.class, QuestionOver.class})
    IntroductionQuestionView withdraw(@PathVariable IntroductionQuestionId questionId) {
        return questions.withdraw(questionId);
    }

    @GetMapping("/requests")
    @PreAuthorize("hasAuthority('introduction:read')")
    @Operation(
            operationId = "listIntroductionRequests",
            summary = "List what your council was asked, the latest first",
            description = "The council that asks is named once both have said yes. A page has at most 100.")
    IntroductionRequestList requests(@RequestParam(required = false) @Nullable IntroductionRequestId after) {
        var page = requests.list(after);
        return new IntroductionRequestList(page.items(), page.next());
    }

    @PostMapping("/requests/{requestId}/answer")
    @PreAuthorize("hasAuthority('introduction:write')")
    @Operation(
            operationId = "answerIntroductionRequest",
            summary = "Say yes, not now or not again",
            description = "After a yes, the next morning names both councils to each other with the two leads and their"
                    + " work addresses. The council that asks never learns of another answer.")
    @Answers({NotFound.class, RequestOver.class})
    IntroductionRequestView answer(
            @PathVariable IntroductionRequestId requestId, @Valid @RequestBody NewAnswer request) {
        return requests.answer(requestId, request.answer(), Caller.current().member());
    }

    @GetMapping("/offer")
    @PreAuthorize("hasAuthority('introduction:read')")
    @Operation(
            operationId = "getIntroductionOffer",
            summary = "Get the rates about which your council is willing to talk")
    Versioned<IntroductionOffer> offer() {
        return withVersion(requests.offer());
    }

    @PutMapping("/offer")
    @PreAuthorize("hasAuthority('introduction:write')")
    @Operation(
            operationId = "updateIntroductionOffer",
            summary = "Change the rates about which your council is willing to talk",
            description =
                    "Send version 0 while your council has decided nothing. No other council sees the offer. An open"
                            + " request about a rate that is not offered any more ends.")
    @Answers(StaleOffer.class)
    Versioned<IntroductionOffer> change(@IfMatch long version, @Valid @RequestBody NewOffer request) {
        return withVersion(requests.change(version, request.rates()));
    }

    private static Versioned<IntroductionOffer> withVersion(IntroductionOffer offer) {
        return new Versioned<>(offer, offer.version());
    }
}
