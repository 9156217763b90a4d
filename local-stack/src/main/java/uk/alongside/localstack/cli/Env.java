package uk.alongside.localstack.cli;

import java.util.Map;
import java.util.stream.Collectors;

/** The output of {@code ./alongside env}: a service's environment as lines that a shell can read. */
final class Env {

    private Env() {}

    static String lines(Map<String, String> environment) {
        return environment.entrySet().stream()
                .map(variable -> "export " + variable.getKey() + "=" + quoted(variable.getValue()))
                .collect(Collectors.joining("\n"));
    }

    /** Quotes a value for a shell. Within single quotes only a single quote itself needs to be escaped. */
    private static String quoted(String value) {
        return "'" + value.replace("'", "'\\''") + "'";
    }
}
