package uk.alongside.conversations.conversation;

import static org.springframework.http.HttpStatus.CONTENT_TOO_LARGE;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;

import java.util.List;
import uk.alongside.foundation.problem.InvalidField;
import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The reasons for which the record of a conversation or a change of one is rejected. */
sealed interface ConversationRefusal extends Refusal {

    @ProblemType(
            type = "person-not-known",
            detail = "This walk-in has no record of a person. Add the person, then record the conversation with them.")
    record PersonNotKnown() implements ConversationRefusal {}

    @ProblemType(
            type = "not-arrived",
            detail = "No visit is recorded yet. Record that the person has come, then record the conversation.")
    record NotArrived() implements ConversationRefusal {}

    /** Another request recorded the same visit first, perhaps at the same moment. */
    @ProblemType(type = "conversation-exists", detail = "This visit has a conversation already. Open it.")
    record ConversationExists(ConversationId conversationId) implements ConversationRefusal {}

    @InvalidField(field = "day", detail = "The day of the conversation must be today or before.")
    record DayInFuture() implements ConversationRefusal {}

    @ProblemType(
            type = "last-person",
            detail = "This is the only person of the conversation. Add the right person first, then remove this one.")
    record LastPerson() implements ConversationRefusal {}

    /**
     * The record is restricted, and the caller is not one of the members who may read it.
     *
     * @param readerNames the members whom the caller can ask
     */
    @ProblemType(
            status = FORBIDDEN,
            type = "conversation-restricted",
            detail = "Only some members of staff may read this conversation. Ask one of them.")
    record Restricted(List<String> readerNames) implements ConversationRefusal {}

    @InvalidField(
            field = "memberIds",
            detail = "Only members of staff who may read conversations can be named. Choose other members.")
    record ReaderNotOfTheTeam() implements ConversationRefusal {}

    @InvalidField(
            field = "memberIds",
            detail =
                    "Name yourself and at least one other member, so that someone can open the record when you are away.")
    record TooFewReaders() implements ConversationRefusal {}

    @ProblemType(type = "too-many-people", detail = "A conversation has at most 12 people.")
    record TooManyPeople() implements ConversationRefusal {}

    @ProblemType(
            type = "conversation-has-text",
            detail = "This conversation has text, next steps or connections, or was moved, so it cannot be deleted."
                    + " Reload it to see why.")
    record ConversationHasText() implements ConversationRefusal {}

    @ProblemType(
            status = CONTENT_TOO_LARGE,
            type = "too-long",
            detail = "A box holds 200,000 characters at most. Move some of the text to another box.")
    record TooLong() implements ConversationRefusal {}

    /** Another member of staff has changed the people of the record since the caller read it. */
    @ProblemType(
            status = PRECONDITION_FAILED,
            type = "stale-version",
            detail = "Another member of staff has changed this conversation. Look at it and send the change again.")
    record StaleVersion(ConversationView current) implements ConversationRefusal {}

    /** Another member of staff has written in the box since the caller read it. */
    @ProblemType(
            status = PRECONDITION_FAILED,
            type = "stale-version",
            detail = "Another member of staff has written in this box. Compare both texts and send what you keep.")
    record StaleBox(BoxView current) implements ConversationRefusal {}
}
