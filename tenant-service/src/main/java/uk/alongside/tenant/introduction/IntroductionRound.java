package uk.alongside.tenant.introduction;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import uk.alongside.foundation.jobs.Night;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.statistics.sheet.Rate;
import uk.alongside.tenant.introduction.IntroductionSide.Question;
import uk.alongside.tenant.introduction.IntroductionSide.Request;
import uk.alongside.tenant.register.Register;

/**
 * The round of introductions, once each morning for all live councils. It passes a question to one council that offers
 * its rate, chosen by chance, names the two councils to each other when both have said yes, and ends what is over.
 *
 * <p>The round is the only code that knows both sides. It reads and writes each side in a transaction of that council, and
 * keeps nothing. A step that was interrupted is taken again in the next round. Demonstration councils meet only each other.
 *
 * <p>A council that is suspended when the round begins is neither asked nor named. Its own questions wait. What it was asked,
 * and what others were asked for it, ends, so that each question is with one council at a time (docs/adr/0069).
 */
@Component
class IntroductionRound {

    private final Register register;
    private final IntroductionSteps steps;
    private final Random chance = new SecureRandom();

    IntroductionRound(Register register, IntroductionSteps steps) {
        this.register = register;
        this.steps = steps;
    }

    void run() {
        var live = register.all().stream()
                .filter(council -> council.status().isLive())
                .toList();
        for (boolean demonstration : List.of(true, false)) {
            new Morning(live.stream()
                            .filter(council -> council.demonstration() == demonstration)
                            .map(council -> CouncilContext.call(council.id(), () -> steps.begin(council)))
                            .toList())
                    .run();
        }
    }

    private record Asking(IntroductionSide side, Question question) {}

    private record Asked(IntroductionSide side, Request request) {}

    private record Passed(UUID council, Rate rate) {}

    /** The round of one kind of councils on one day. */
    private final class Morning {

        private final List<IntroductionSide> sides;
        private final List<Asked> open;
        private final List<Passed> passed = new ArrayList<>();

        Morning(List<IntroductionSide> sides) {
            this.sides = sides;
            this.open = sides.stream()
                    .flatMap(side ->
                            side.requests().stream().filter(Request::isOpen).map(request -> new Asked(side, request)))
                    .toList();
        }

        void run() {
            var questions = new ArrayList<>(sides.stream()
                    .filter(IntroductionSide::isInService)
                    .flatMap(side -> side.questions().stream()
                            .filter(Question::isOpen)
                            .map(question -> new Asking(side, question)))
                    .toList());
            Collections.shuffle(questions, chance);
            questions.forEach(this::carryOn);
            open.forEach(this::finish);
        }

        private void carryOn(Asking asking) {
            var question = asking.question();
            var asked = open.stream()
                    .filter(each -> each.side().isInService())
                    .filter(each -> each.request().question().equals(question.id()))
                    .findFirst();
            if (question.lead().isEmpty()) {
                end(asking);
            } else if (asked.filter(each -> each.request().isAccepted()).isPresent()) {
                introduce(asking, asked.get());
            } else if (question.lapsed()) {
                end(asking);
            } else if (asked.isEmpty()) {
                pass(asking);
            }
        }

        /** Names the two to each other, the one that asked first. A lead who is one no more is not named. */
        private void introduce(Asking asking, Asked asked) {
            asked.request()
                    .lead()
                    .ifPresent(lead -> inCouncil(
                            asking.side(),
                            () -> steps.introduceQuestion(
                                    asking.question().id(), asked.side().named(lead))));
        }

        private void end(Asking asking) {
            inCouncil(asking.side(), () -> steps.endQuestion(asking.question().id()));
        }

        private void pass(Asking asking) {
            var rate = asking.question().rate();
            var willing = sides.stream()
                    .filter(side -> side.mayBeAsked(rate, asking.side()))
                    .filter(side -> !passed.contains(new Passed(side.council().id(), rate)))
                    .toList();
            if (!willing.isEmpty()) {
                var chosen = willing.get(chance.nextInt(willing.size()));
                passed.add(new Passed(chosen.council().id(), rate));
                inCouncil(chosen, () -> steps.receive(asking.question().id(), rate));
            }
        }

        /** Carries over to the council that was asked what became of the question, as the other side has it now. */
        private void finish(Asked asked) {
            var request = asked.request();
            var asking = asking(request.question());
            var status = asking.flatMap(this::statusNow);
            if (status.equals(Optional.of(IntroductionQuestion.Status.OPEN))) {
                if (!asked.side().isInService()
                        || (request.isAccepted() && request.lead().isEmpty())) {
                    end(asked);
                }
                return;
            }
            var lead = asking.flatMap(each -> each.question().lead());
            if (status.equals(Optional.of(IntroductionQuestion.Status.INTRODUCED))
                    && request.isAccepted()
                    && lead.isPresent()) {
                // The asker has this council's name. A suspended council gets the asker's name once it is resumed.
                if (asked.side().isInService()) {
                    var other = asking.get().side().named(lead.get());
                    inCouncil(asked.side(), () -> steps.introduceRequest(request.id(), other));
                }
            } else {
                end(asked);
            }
        }

        private Optional<Asking> asking(UUID question) {
            return sides.stream()
                    .filter(IntroductionSide::isInService)
                    .flatMap(side -> side.questions().stream().map(each -> new Asking(side, each)))
                    .filter(each -> each.question().id().equals(question))
                    .findFirst();
        }

        private Optional<IntroductionQuestion.Status> statusNow(Asking asking) {
            return CouncilContext.call(
                    asking.side().council().id(),
                    () -> steps.statusOf(asking.question().id()));
        }

        private void end(Asked asked) {
            inCouncil(asked.side(), () -> steps.endRequest(asked.request().id()));
        }

        private void inCouncil(IntroductionSide side, Runnable step) {
            CouncilContext.run(side.council().id(), step);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Task {

        /** Defines the task. It runs after the night's work, at 7:15am in London by default. The round is looked up late. */
        @Bean
        RecurringTask<Void> introductionsTask(ObjectProvider<IntroductionRound> round, Night night) {
            return Tasks.recurring("introductions", night.after(Duration.ofHours(4)))
                    .execute((_, _) -> round.getObject().run());
        }
    }
}
