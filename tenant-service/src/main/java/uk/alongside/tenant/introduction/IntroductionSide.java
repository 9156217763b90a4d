package uk.alongside.tenant.introduction;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.alongside.statistics.sheet.Rate;
import uk.alongside.tenant.membership.MemberNames.Lead;
import uk.alongside.tenant.register.Register;

/** The introductions of one council, as its own transaction gave them to the round. */
record IntroductionSide(
        Register.Entry council, IntroductionOffer offer, List<Question> questions, List<Request> requests) {

    IntroductionSide {
        questions = List.copyOf(questions);
        requests = List.copyOf(requests);
    }

    /**
     * A question of this council.
     *
     * @param lapsed whether the question has been open for too long
     * @param lead the lead who asked; empty if they are no lead any more
     */
    record Question(UUID id, Rate rate, IntroductionQuestion.Status status, boolean lapsed, Optional<Lead> lead) {

        boolean isOpen() {
            return status == IntroductionQuestion.Status.OPEN;
        }
    }

    /**
     * A request to this council.
     *
     * @param lead the lead who answered; empty if they are no lead any more
     */
    record Request(UUID id, UUID question, Rate rate, IntroductionRequest.Status status, Optional<Lead> lead) {

        boolean isOpen() {
            return status == IntroductionRequest.Status.ASKED || isAccepted();
        }

        boolean isAccepted() {
            return status == IntroductionRequest.Status.ACCEPTED;
        }
    }

    /** Returns true unless the council is suspended. The round reads only live councils. */
    boolean isInService() {
        return council.isInService();
    }

    /** Returns this council with one of its leads, as the other side is told. */
    OtherSide named(Lead lead) {
        return new OtherSide(council.name(), lead.name(), lead.email());
    }

    /**
     * Returns whether this council may be asked about a rate in the name of the other one. A council has one open request
     * about a rate, and is not asked twice in a year for the same council and rate, whatever it answered.
     */
    boolean mayBeAsked(Rate rate, IntroductionSide asking) {
        return isInService()
                && !council.id().equals(asking.council.id())
                && offer.includes(rate)
                && requests.stream()
                        .filter(request -> request.rate() == rate)
                        .noneMatch(request -> request.isOpen() || asking.hasAsked(request.question()));
    }

    private boolean hasAsked(UUID question) {
        return questions.stream().anyMatch(own -> own.id().equals(question));
    }

    /** Leaves out people and ids, because this text can end up in logs. */
    @Override
    public String toString() {
        return "IntroductionSide[]";
    }
}
