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

    /** In a shell's single quotes only a single quote itself needs care. */
    private static String quoted(String value) {
        return "'" + value.replace("'", "'\\''") + "'";
    }
}
