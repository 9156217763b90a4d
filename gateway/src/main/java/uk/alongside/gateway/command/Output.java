package uk.alongside.gateway.command;

import java.io.PrintStream;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Prints the result of a command: as words and columns, or as JSON. */
final class Output {

    /** A name with an escape sequence would change the operator's terminal. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cf}]");

    private final PrintStream out;
    private final boolean json;

    Output(PrintStream out, boolean json) {
        this.out = out;
        this.json = json;
    }

    boolean isJson() {
        return json;
    }

    void say(String words) {
        if (!json) {
            out.println(plain(words));
        }
    }

    void json(JsonNode value) {
        if (json) {
            out.println(value.toPrettyString());
        }
    }

    /** Prints rows in columns, with a first row of headings. */
    void table(List<List<String>> rows) {
        if (json) {
            return;
        }
        var plain = rows.stream()
                .map(row -> row.stream().map(Output::plain).toList())
                .toList();
        var widths = IntStream.range(0, plain.getFirst().size())
                .map(column -> plain.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        for (var row : plain) {
            out.println(IntStream.range(0, row.size())
                    .mapToObj(column -> row.get(column)
                            + " ".repeat(widths[column] - row.get(column).length()))
                    .collect(Collectors.joining("  "))
                    .stripTrailing());
        }
    }

    private static String plain(String text) {
        return text.lines().map(line -> CONTROL.matcher(line).replaceAll("?")).collect(Collectors.joining("\n"));
    }
}
