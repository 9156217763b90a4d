package uk.alongside.gateway.command;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Ends a command with a sentence for the operator and an exit status. */
final class CommandFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final transient JsonNode json;

    private CommandFailed(int status, String words, JsonNode json) {
        super(words, null, false, false);
        this.status = status;
        this.json = json;
    }

    /** Refuses a command before it has changed anything. */
    static CommandFailed refused(String words) {
        return of(Commands.REFUSED, words);
    }

    /** Ends a command that got no answer. The same command may be run again. */
    static CommandFailed noAnswer(String words) {
        return of(Commands.NO_ANSWER, words);
    }

    /** Ends a command whose request was answered with a problem. */
    static CommandFailed problem(int httpStatus, String words, JsonNode problem) {
        return new CommandFailed(httpStatus >= 500 ? Commands.NO_ANSWER : Commands.REFUSED, words, problem);
    }

    private static CommandFailed of(int status, String words) {
        return new CommandFailed(
                status, words, JsonNodeFactory.instance.objectNode().put("title", words));
    }

    int status() {
        return status;
    }

    String words() {
        return String.valueOf(getMessage());
    }

    /** Returns the problem as JSON, for {@code --json}. */
    JsonNode json() {
        return json;
    }
}
