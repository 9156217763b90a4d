package uk.alongside.tenant.introduction;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.idempotency.IdempotentRequests;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.statistics.sheet.Rate;
import uk.alongside.tenant.introduction.IntroductionRefusal.AlreadyAsked;
import uk.alongside.tenant.introduction.IntroductionRefusal.NotLive;
import uk.alongside.tenant.introduction.IntroductionRefusal.TooMany;
import uk.alongside.tenant.membership.MemberNames;
import uk.alongside.tenant.register.Register;

/**
 * The questions of the bound council. Asking looks at no other council, so that neither the answer nor its time says
 * whether one is willing.
 */
@Service
class QuestionService {

    static final int PAGE = 100;

    /** A council asks so often in a year, also about one rate, and what came of it does not matter. */
    static final int MOST = 4;

    static final Duration YEAR = Duration.ofDays(365);

    static final String KIND = "introduction-question";

    private final IntroductionQuestions questions;
    private final IntroductionOffers offers;
    private final Register register;
    private final MemberNames names;
    private final IdempotentRequests requests;
    private final Audit audit;
    private final Clock clock;

    QuestionService(
            IntroductionQuestions questions,
            IntroductionOffers offers,
            Register register,
            MemberNames names,
            IdempotentRequests requests,
            Audit audit,
            Clock clock) {
        this.questions = questions;
        this.offers = offers;
        this.register = register;
        this.names = names;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The council's questions.
     *
     * @param left how many more it may ask now
     * @param again the day from which it may ask again; empty if it may now
     */
    record State(Page<IntroductionQuestionView, IntroductionQuestionId> page, int left, Optional<LocalDate> again) {}

    @Transactional(readOnly = true)
    State list(@Nullable IntroductionQuestionId after) {
        var all = questions.findAllByOrderByAskedAtDescIdDesc();
        var members = names.ofThisCouncil();
        var views = all.stream()
                .map(question -> IntroductionQuestionView.of(question, members))
                .toList();
        var ofYear = ofYear(all);
        return new State(
                Page.of(views, IntroductionQuestionView::id, after, PAGE),
                Math.max(0, MOST - ofYear.size()),
                again(ofYear));
    }

    @Transactional(readOnly = true)
    IntroductionQuestionView get(IntroductionQuestionId id) {
        return questions.findById(id.value()).map(this::view).orElseThrow(Refused::notFound);
    }

    /** Asks once for each key. */
    @Transactional
    IntroductionQuestionView ask(Rate rate, MemberId lead, String key) {
        return requests.once(
                key,
                "POST /api/introductions/questions",
                List.of(rate),
                id -> ask(new IntroductionQuestionId(id), rate, lead),
                id -> get(new IntroductionQuestionId(id)));
    }

    private IntroductionQuestionView ask(IntroductionQuestionId id, Rate rate, MemberId lead) {
        if (!register.isThisInService()) {
            throw new NotLive().refused();
        }
        offers.lock();
        var all = questions.findAllByOrderByAskedAtDescIdDesc();
        if (all.stream().anyMatch(question -> question.isOpen() && question.rate() == rate)) {
            throw new AlreadyAsked().refused();
        }
        again(ofYear(all)).ifPresent(from -> {
            throw new TooMany(from).refused();
        });
        var question = questions.saveAndFlush(new IntroductionQuestion(id, rate, lead, clock.instant()));
        audit.changed(KIND, id.value(), "asked");
        return view(question);
    }

    @Transactional
    IntroductionQuestionView withdraw(IntroductionQuestionId id) {
        var question = questions.findForEditById(id.value()).orElseThrow(Refused::notFound);
        question.withdraw(clock.instant());
        audit.changed(KIND, id.value(), "withdrawn");
        return view(question);
    }

    /** Returns when each question of the last twelve months was asked, the latest first. */
    private List<Instant> ofYear(List<IntroductionQuestion> latestFirst) {
        var begin = clock.instant().minus(YEAR);
        return latestFirst.stream()
                .map(IntroductionQuestion::askedAt)
                .filter(asked -> asked.isAfter(begin))
                .toList();
    }

    private Optional<LocalDate> again(List<Instant> ofYear) {
        return ofYear.size() < MOST
                ? Optional.empty()
                : Optional.of(LocalDate.ofInstant(ofYear.get(MOST - 1).plus(YEAR), clock.getZone())
                        .plusDays(1));
    }

    private IntroductionQuestionView view(IntroductionQuestion question) {
        return IntroductionQuestionView.of(question, names.ofThisCouncil());
    }
}
