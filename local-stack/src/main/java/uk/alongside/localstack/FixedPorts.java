package uk.alongside.localstack;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import uk.alongside.localstack.machine.LocalStackException;
import uk.alongside.localstack.machine.PortChoice;
import uk.alongside.localstack.machine.Ports;
import uk.alongside.localstack.machine.StateFolder;

/**
 * The ports of {@code ./alongside up}: a row of numbers from a first one, or each set by its own variable. The first
 * run decides, because Keycloak's data and the members' rows contain the addresses.
 */
public final class FixedPorts implements PortChoice {

    private static final int FIRST = 8080;

    private final Map<Part, Integer> ports;

    private FixedPorts(Map<Part, Integer> ports) {
        this.ports = ports;
    }

    public static FixedPorts of(StateFolder state, Optional<Integer> first, Map<String, String> environment) {
        var ports = new EnumMap<Part, Integer>(Part.class);
        var refused = new ArrayList<String>();
        var firstRequested = first.or(() ->
                Optional.ofNullable(environment.get("ALONGSIDE_PORT")).map(value -> number("ALONGSIDE_PORT", value)));
        for (var part : Part.values()) {
            var asked = Optional.ofNullable(environment.get(part.portVariable()))
                    .map(value -> number(part.portVariable(), value))
                    .or(() -> firstRequested.map(port -> port + part.place()));
            var kept = state.remembered(part.id() + ".port").map(Integer::valueOf);
            if (asked.isPresent() && kept.isPresent() && !asked.equals(kept)) {
                refused.add(part.words() + " has " + kept.get() + ", not " + asked.get());
            }
            ports.put(part, kept.or(() -> asked).orElse(FIRST + part.place()));
        }
        if (!refused.isEmpty()) {
            throw new LocalStackException("This stack was created with other ports (" + String.join("; ", refused)
                    + "), which the addresses for signing in contain. Leave the ports out, or run ./alongside reset first,"
                    + " which deletes its data.");
        }
        return new FixedPorts(ports);
    }

    public int of(Part part) {
        return java.util.Objects.requireNonNull(ports.get(part));
    }

    /** Throws an exception if another program uses one of the ports. The message names all such ports at once. */
    public void requireFree(Predicate<Part> runs) {
        var taken = new ArrayList<String>();
        ports.forEach((part, port) -> {
            if (!runs.test(part) && !Ports.isFree(port)) {
                taken.add("  port " + port + ", meant for " + part.words() + ", is used by another program");
            }
        });
        if (!taken.isEmpty()) {
            throw new LocalStackException(String.join("\n", taken) + "\nStop that program (lsof -i :PORT"
                    + " names it), or choose other ports, for example with ./alongside up --port 9080 (or one by one: "
                    + Part.POSTGRES.portVariable() + "=5433 and so on).");
        }
    }

    public void remember(StateFolder state) {
        ports.forEach((part, port) -> state.remember(part.id() + ".port", String.valueOf(port)));
    }

    @Override
    public int choose(StateFolder state, String part) {
        int port = of(Part.of(part));
        if (!Ports.isFree(port)) {
            throw new LocalStackException(
                    "Port " + port + ", meant for " + Part.of(part).words() + ", is used by another program.");
        }
        return port;
    }

    private static int number(String name, String value) {
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65_500 || Integer.parseInt(value) < 1) {
            throw new LocalStackException(name + " is not the number of a port: " + value);
        }
        return Integer.parseInt(value);
    }
}
