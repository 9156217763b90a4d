package uk.alongside.conversations.connection;

import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;

import uk.alongside.foundation.problem.InvalidField;
import uk.alongside.foundation.problem.ProblemType;
import uk.alongside.foundation.problem.Refusal;

/** The reasons for which a connection is not added, changed or deleted. */
sealed interface ConnectionRefusal extends Refusal {

    @ProblemType(type = "too-many-connections", detail = "A conversation has at most 50 connections.")
    record TooManyConnections() implements ConnectionRefusal {}

    @InvalidField(field = "reason", detail = "Say why. The record is finished, or this did not come about.")
    record ReasonMissing() implements ConnectionRefusal {}

    /** The connection belongs to a finished record, so that it is settled and never deleted. */
    @ProblemType(
            type = "connection-of-finished-conversation",
            detail = "This conversation is finished, so its connections stay. Record that it did not come about, and"
                    + " why.")
    record ConnectionStays() implements ConnectionRefusal {}

    /** Another member of staff has changed the connection since the caller read it. */
    @ProblemType(
            status = PRECONDITION_FAILED,
            type = "stale-version",
            detail = "Another member of staff has changed this connection. Look at it and send the change again.")
    record StaleConnection(ConnectionView current) implements ConnectionRefusal {}
}
