package uk.alongside.supplychain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A list of exceptions that people reviewed: a line has parts, divided by a bar, and ends with the reason. */
final class Reviewed {

    private Reviewed() {}

    static List<List<String>> lines(String resource, int parts) {
        try (var in = Objects.requireNonNull(Reviewed.class.getResourceAsStream("/" + resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> parse(line, parts))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> parse(String line, int parts) {
        var found = List.of(line.split(" \\| "));
        if (found.size() != parts || found.getLast().length() < 20) {
            throw new IllegalStateException("A line has " + parts + " parts and ends with a reason: " + line);
        }
        return found;
    }
}
