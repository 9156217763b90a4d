package uk.alongside.conversations.step;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.conversation.ConversationId;
import uk.alongside.conversations.council.Team;
import uk.alongside.conversations.step.Step.Status;
import uk.alongside.foundation.id.MemberId;

/** Answers other features' questions about the next steps of a record. The caller audits the read of the record. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class AgreedSteps {

    private final Steps steps;
    private final Team team;

    AgreedSteps(Steps steps, Team team) {
        this.steps = steps;
        this.team = team;
    }

    /**
     * A step that was agreed.
     *
     * @param owner who does it; null if that is not agreed yet
     * @param name the name of the one who does it; null if none was given
     */
    public record Agreed(
            String what,
            @Nullable StepOwner owner,
            @Nullable String name,
            @Nullable LocalDate due,
            boolean done) {

        /** Leaves the texts out, because records are written to logs. */
        @Override
        public String toString() {
            return "Agreed[owner=" + owner + "]";
        }
    }

    /** Returns how many steps of each record are not done and were due on this day or before. */
    public Map<ConversationId, Integer> countDue(LocalDate until) {
        return steps.countDue(until);
    }

    /** Lists the steps of a record that are open or done, in the order in which they were added. */
    public List<Agreed> of(ConversationId conversation) {
        var agreed = steps.of(conversation).stream()
                .filter(step -> step.status() != Status.NOT_DONE)
                .toList();
        var names = team.names(agreed.stream()
                .flatMap(step -> Stream.ofNullable(step.details().memberId()))
                .map(MemberId::value)
                .distinct()
                .toList());
        return agreed.stream()
                .map(step -> {
                    var details = step.details();
                    var member = details.memberId();
                    return new Agreed(
                            details.what(),
                            details.owner(),
                            member == null ? details.ownerName() : names.get(member.value()),
                            details.due(),
                            step.status() == Status.DONE);
                })
                .toList();
    }
}
