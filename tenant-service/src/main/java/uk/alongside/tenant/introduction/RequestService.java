package uk.alongside.tenant.introduction;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.foundation.audit.Audit;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.page.Page;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.statistics.sheet.Rate;
import uk.alongside.tenant.introduction.IntroductionRefusal.StaleOffer;
import uk.alongside.tenant.membership.MemberNames;

/** The offer of the bound council, and the requests that follow from it. */
@Service
class RequestService {

    static final int PAGE = 100;

    static final String KIND = "introduction-request";

    private static final String OFFER = "introduction-offer";

    private final IntroductionRequests requests;
    private final IntroductionOffers offers;
    private final MemberNames names;
    private final Audit audit;
    private final Clock clock;

    RequestService(
            IntroductionRequests requests, IntroductionOffers offers, MemberNames names, Audit audit, Clock clock) {
        this.requests = requests;
        this.offers = offers;
        this.names = names;
        this.audit = audit;
        this.clock = clock;
    }

    /** A lead's answer to a request. */
    enum Answer {
        YES,
        NOT_NOW,
        /** As NOT_NOW; and the council no longer offers to talk about this rate. */
        NOT_AGAIN
    }

    @Transactional(readOnly = true)
    IntroductionOffer offer() {
        return offers.get();
    }

    /** Replaces the offer. A request about a rate that is not offered any more ends, also one with a yes. */
    @Transactional
    IntroductionOffer change(long expected, List<Rate> rates) {
        var before = offers.lock();
        if (before.version() != expected) {
            throw new StaleOffer(before).refused();
        }
        var changed = before.next(rates);
        save(changed);
        end(before.less(changed));
        return changed;
    }

    @Transactional(readOnly = true)
    Page<IntroductionRequestView, IntroductionRequestId> list(@Nullable IntroductionRequestId after) {
        var members = names.ofThisCouncil();
        var all = requests.findAllByOrderByAskedAtDescIdDesc().stream()
                .map(request -> IntroductionRequestView.of(request, members))
                .toList();
        return Page.of(all, IntroductionRequestView::id, after, PAGE);
    }

    @Transactional
    IntroductionRequestView answer(IntroductionRequestId id, Answer answer, MemberId lead) {
        var offer = offers.lock();
        var request = requests.findForEditById(id.value()).orElseThrow(Refused::notFound);
        switch (answer) {
            case YES -> request.accept(lead);
            case NOT_NOW -> request.decline(lead, clock.instant());
            case NOT_AGAIN -> {
                request.decline(lead, clock.instant());
                save(offer.without(request.rate()));
            }
        }
        audit.changed(KIND, id.value(), answer == Answer.YES ? "accepted" : "declined");
        return IntroductionRequestView.of(request, names.ofThisCouncil());
    }

    private void save(IntroductionOffer offer) {
        offers.save(offer);
        audit.changed(OFFER, CouncilContext.council(), "changed");
    }

    private void end(Set<Rate> rates) {
        requests.findForEditByStatusIn(IntroductionRequest.Status.OPEN).stream()
                .filter(request -> rates.contains(request.rate()))
                .forEach(request -> {
                    request.end(clock.instant());
                    audit.changed(KIND, request.id().value(), "ended");
                });
    }
}
