package uk.alongside.localstack.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.alongside.localstack.Part;
import uk.alongside.localstack.machine.LocalStackException;

/**
 * The options of {@code ./alongside up}.
 *
 * @param firstPort the first of the row of ports, if the developer gave one
 * @param without the services that {@code up} leaves to the developer, who runs them in an IDE
 */
record UpOptions(Optional<Integer> firstPort, Set<Part> without) {

    /** The last first port that leaves room for the row. */
    private static final int LAST_PORT = 65_500;

    static UpOptions parse(List<String> words) {
        Optional<Integer> firstPort = Optional.empty();
        var without = EnumSet.noneOf(Part.class);
        for (int at = 0; at < words.size(); at += 2) {
            var value = at + 1 < words.size() ? words.get(at + 1) : "";
            switch (words.get(at)) {
                case "--port" -> firstPort = Optional.of(port(value));
                case "--without" -> without.add(Part.service(value));
                default ->
                    throw new LocalStackException("./alongside up has no option " + words.get(at)
                            + ". It has --port NUMBER and --without SERVICE.");
            }
        }
        return new UpOptions(firstPort, Set.copyOf(without));
    }

    private static int port(String value) {
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > LAST_PORT) {
            throw new LocalStackException(
                    "--port needs a number from 1 to " + LAST_PORT + ", for example --port 9080.");
        }
        return Integer.parseInt(value);
    }
}
