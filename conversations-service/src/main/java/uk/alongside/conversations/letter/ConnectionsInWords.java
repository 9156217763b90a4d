package uk.alongside.conversations.letter;

import static java.util.stream.Collectors.joining;

import java.util.List;
import uk.alongside.conversations.connection.MadeConnections.Made;

/** Says the connections of a record in the words of a letter. */
final class ConnectionsInWords {

    private ConnectionsInWords() {}

    /** Returns a line for each connection. */
    static String of(List<Made> connections) {
        return connections.stream().map(ConnectionsInWords::line).collect(joining("\n"));
    }

    private static String line(Made made) {
        var way = switch (made.way()) {
            case TOLD -> "We told you about ";
            case INTRODUCED -> "We introduced you to ";
        };
        return way + made.name() + ". " + (made.happened() ? "You are in contact now." : contact(made));
    }

    private static String contact(Made made) {
        return switch (made.contact()) {
            case PERSON ->
                made.telephone() == null
                        ? "You will contact them."
                        : "You will contact them. Their number is " + made.telephone() + ".";
            case COUNCIL -> "We will contact them.";
            case ORGANISATION -> "They will contact you.";
        };
    }
}
