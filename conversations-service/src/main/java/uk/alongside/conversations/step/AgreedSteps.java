package uk.alongside.conversations.step;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
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

    /** The one who does a step, as far as no name is known. */
    public enum By {
        PERSON,
        FAMILY,
        COMMUNITY,
        COUNCIL,
        OTHER_ORGANISATION,
        UNKNOWN
    }

    /**
     * A step that was agreed.
     *
     * @param name the name of the one who does it; null if none was given
     */
    public record Agreed(
            String what,
            By by,
            @Nullable String name,
            @Nullable LocalDate due,
            boolean done) {

        /** Leaves the texts out, because records are written to logs. */
        @Override
        public String toString() {
            return "Agreed[by=" + by + "]";
        }
    }

    /** Lists the steps of a record that are open or done, in the order in which they were added. */
    public List<Agreed> of(ConversationId conversation) {
        var agreed = steps.of(conversation).stream()
                .filter(step -> step.status() != Status.NOT_DONE)
                .toList();
        var names = team.names(agreed.stream()
                .map(step -> step.details().memberId())
                .filter(member -> member != null)
                .map(MemberId::value)
                .distinct()
                .toList());
        return agreed.stream()
                .map(step -> {
                    var details = step.details();
                    var member = details.memberId();
                    return new Agreed(
                            details.what(),
                            details.owner() == null
                                    ? By.UNKNOWN
                                    : By.valueOf(requireNonNull(details.owner()).name()),
                            member == null ? details.ownerName() : names.get(member.value()),
                            details.due(),
                            step.status() == Status.DONE);
                })
                .toList();
    }
}
