package uk.alongside.tenant.introduction;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.statistics.sheet.Rate;
import uk.alongside.tenant.delivery.Outbox;
import uk.alongside.tenant.introduction.IntroductionSide.Question;
import uk.alongside.tenant.introduction.IntroductionSide.Request;
import uk.alongside.tenant.membership.MemberNames;
import uk.alongside.tenant.register.Register;

/** The steps of the round that concern one council. Each is a transaction of the bound council. */
@Service
class IntroductionSteps {

    private final IntroductionQuestions questions;
    private final IntroductionRequests requests;
    private final IntroductionOffers offers;
    private final MemberNames names;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    IntroductionSteps(
            IntroductionQuestions questions,
            IntroductionRequests requests,
            IntroductionOffers offers,
            MemberNames names,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.questions = questions;
        this.requests = requests;
        this.offers = offers;
        this.names = names;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Forgets what ended a year ago, ends requests without an answer, and returns what is there. */
    @Transactional
    IntroductionSide begin(Register.Entry council) {
        var now = clock.instant();
        questions.deleteByEndedAtBefore(now.minus(QuestionService.YEAR));
        requests.deleteByEndedAtBefore(now.minus(QuestionService.YEAR));
        requests.findForEditByStatusIn(IntroductionRequest.Status.OPEN).stream()
                .filter(request -> request.isLapsed(now))
                .forEach(this::end);
        return new IntroductionSide(
                council,
                offers.get(),
                questions.findAllByOrderByAskedAtDescIdDesc().stream()
                        .map(question -> new Question(
                                question.id().value(),
                                question.rate(),
                                question.status(),
                                question.lapsesAt().isBefore(now),
                                names.lead(question.askedBy())))
                        .toList(),
                requests.findAllByOrderByAskedAtDescIdDesc().stream()
                        .map(request -> new Request(
                                request.id().value(),
                                request.question(),
                                request.rate(),
                                request.status(),
                                Optional.ofNullable(request.answeredBy()).flatMap(names::lead)))
                        .toList());
    }

    /** Asks this council, unless its leads have stopped offering the rate a moment ago. */
    @Transactional
    void receive(UUID question, Rate rate) {
        if (offers.lock().includes(rate)) {
            var request = requests.saveAndFlush(new IntroductionRequest(question, rate, clock.instant()));
            tell(request);
            audit.changed(RequestService.KIND, request.id().value(), "received");
        }
    }

    @Transactional(readOnly = true)
    Optional<IntroductionQuestion.Status> statusOf(UUID question) {
        return questions.findById(question).map(IntroductionQuestion::status);
    }

    /** Names the other council to the one that asked, unless the question was taken back a moment ago. */
    @Transactional
    void introduceQuestion(UUID id, OtherSide other) {
        questions.findForEditById(id).filter(IntroductionQuestion::isOpen).ifPresent(question -> {
            question.introduce(other, clock.instant());
            tell(question);
            audit.changed(QuestionService.KIND, id, "introduced");
        });
    }

    /**
     * Names the council that asked to the one that said yes. The other side is named already, so an offer that ends at this
     * moment comes too late.
     */
    @Transactional
    void introduceRequest(UUID id, OtherSide other) {
        requests.findForEditById(id).ifPresent(request -> {
            request.introduce(other, clock.instant());
            tell(request);
            audit.changed(RequestService.KIND, id, "introduced");
        });
    }

    @Transactional
    void endQuestion(UUID id) {
        questions.findForEditById(id).filter(IntroductionQuestion::isOpen).ifPresent(question -> {
            question.end(clock.instant());
            tell(question);
            audit.changed(QuestionService.KIND, id, "ended");
        });
    }

    @Transactional
    void endRequest(UUID id) {
        requests.findForEditById(id).filter(IntroductionRequest::isOpen).ifPresent(this::end);
    }

    private void end(IntroductionRequest request) {
        request.end(clock.instant());
        audit.changed(RequestService.KIND, request.id().value(), "ended");
    }

    private void tell(IntroductionQuestion question) {
        outbox.add(IntroductionMail.KIND, question.id().value(), question.version());
    }

    private void tell(IntroductionRequest request) {
        outbox.add(IntroductionMail.KIND, request.id().value(), request.version());
    }
}
