package uk.alongside.conversations.measure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.conversations.person.PersonId;

/**
 * The answers of people to instruments, for figures and sheets, which count them and name no person. The answers are
 * encrypted together, so they are read one by one and not counted by the database.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CountedAnswers {

    private final Measures measures;
    private final ChangeService changes;

    CountedAnswers(Measures measures, ChangeService changes) {
        this.measures = measures;
        this.changes = changes;
    }

    /** The answer to one question: a value, or the word for the reason why there is none. */
    public record Answered(String item, Optional<BigDecimal> value, String noAnswer) {

        /** Leaves the value out, because records are written to logs. */
        @Override
        public String toString() {
            return "Answered[item=" + item + "]";
        }
    }

    /**
     * The answers that one person gave on one day.
     *
     * @param person as the answers name them, merged or not
     * @param conversation null if they were not given in a conversation
     */
    public record AnsweredDay(
            UUID id,
            PersonId person,
            LocalDate day,
            @Nullable UUID conversation,
            List<Answered> answers) {

        private static AnsweredDay of(Measure measure) {
            return new AnsweredDay(
                    measure.id().value(),
                    measure.person(),
                    measure.day(),
                    conversationOf(measure),
                    measure.content().answers().stream()
                            .map(answer -> new Answered(
                                    answer.item(),
                                    Optional.ofNullable(answer.value()),
                                    answer.noAnswer() == null
                                            ? ""
                                            : answer.noAnswer().name()))
                            .toList());
        }
    }

    /**
     * How much a score of one person changed between the baseline and the first follow-up.
     *
     * @param id of the follow-up
     * @param person as the follow-up names them, merged or not
     */
    public record Changed(
            UUID id,
            PersonId person,
            LocalDate day,
            @Nullable UUID conversation,
            double change) {

        /** Leaves the change out, because records are written to logs. */
        @Override
        public String toString() {
            return "Changed[day=" + day + "]";
        }
    }

    /** Returns the answers to an instrument since this day. */
    public List<AnsweredDay> since(LocalDate from, String instrument) {
        return measures.since(from, instrument).stream().map(AnsweredDay::of).toList();
    }

    /** Returns how much a score changed for each person who answered twice, by the day of the follow-up. */
    public List<Changed> changes(String instrument, String scale) {
        return changes.pairs(instrument, scale).stream()
                .map(pair -> new Changed(
                        pair.followUp().id().value(),
                        pair.followUp().person(),
                        pair.followUp().day(),
                        conversationOf(pair.followUp()),
                        pair.change()))
                .toList();
    }

    private static @Nullable UUID conversationOf(Measure measure) {
        return Optional.ofNullable(measure.conversation())
                .map(ConversationId::value)
                .orElse(null);
    }
}
