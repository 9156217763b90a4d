package uk.alongside.conversations.conversation;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.council.Prompt;
import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;
import uk.alongside.foundation.problem.Refused;

/** Finishes records for the feature that keeps what was decided. */
@Component
@Transactional(propagation = Propagation.MANDATORY, noRollbackFor = Refused.class)
public class Finishing {

    /** A rule of another feature that a record must keep before it is finished. Every bean of this type is asked. */
    public interface Rule {

        /** Lists the reasons for which the record cannot be finished yet. */
        List<? extends Refusal> reasonsAgainst(ConversationId id);
    }

    /** The record is finished, perhaps since the caller read it. */
    @ProblemType(
            type = "conversation-finished",
            detail = "This conversation is finished, so it can no longer be changed. Add an addendum instead.")
    public record ConversationFinished() implements Refusal {}

    private final Conversations conversations;
    private final BoxTexts texts;
    private final ConversationLoader loader;
    private final List<Rule> rules;

    Finishing(Conversations conversations, BoxTexts texts, ConversationLoader loader, List<Rule> rules) {
        this.conversations = conversations;
        this.texts = texts;
        this.loader = loader;
        this.rules = rules;
    }

    /**
     * A record that no other request can change until this one is done.
     *
     * @param hasMainText whether there is text in one of its main boxes
     * @param hasToolText whether there is text in it that came from a tool
     */
    public record Draft(long version, boolean hasMainText, boolean hasToolText) {}

    /**
     * Locks a record that is not finished. Members who write in it at this moment are waited for, so that their words are
     * part of what is finished.
     */
    public Draft lock(ConversationId id) {
        var conversation = conversations.findForChange(id).orElseThrow(Refused::notFound);
        conversation.refuseIfFinished();
        return describe(conversation);
    }

    /** Locks a finished record. */
    public Draft lockFinished(ConversationId id) {
        return describe(
                conversations.findForChange(id).filter(Conversation::isFinished).orElseThrow(Refused::notFound));
    }

    private Draft describe(Conversation conversation) {
        var main = conversation.prompts().stream()
                .filter(Prompt::main)
                .map(Prompt::id)
                .collect(toSet());
        var written = texts.of(conversation.id()).stream()
                .filter(box -> !box.text().isBlank())
                .toList();
        return new Draft(
                conversation.version(),
                written.stream().anyMatch(box -> main.isEmpty() || main.contains(box.prompt())),
                written.stream().anyMatch(Box::fromTool));
    }

    /** Finishes a locked record as of this day, unless a rule has a reason against it. */
    public void finish(ConversationId id, LocalDate day) {
        rules.stream()
                .flatMap(rule -> rule.reasonsAgainst(id).stream())
                .findFirst()
                .ifPresent(reason -> {
                    throw reason.refused();
                });
        conversations.finish(id, day);
        loader.readPeople(conversations.find(id).orElseThrow());
    }

    /** Corrects the day of a locked, finished record. */
    public void correctDay(ConversationId id, LocalDate day) {
        conversations.finish(id, day);
    }

    /** Returns the day of a finished record, and audits the record and its people as read. */
    public LocalDate read(ConversationId id) {
        var conversation =
                conversations.find(id).filter(Conversation::isFinished).orElseThrow(Refused::notFound);
        loader.read(conversation);
        return conversation.day();
    }
}
