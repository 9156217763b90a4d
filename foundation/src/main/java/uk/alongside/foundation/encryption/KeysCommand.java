package uk.alongside.foundation.encryption;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import uk.alongside.foundation.wall.CouncilContext;

/**
 * Changes one council's data keys: {@code java -jar service.jar keys rotate COUNCIL}, or {@code destroy}. Runs with the
 * service's own configuration beside the running service, which needs no restart.
 */
public final class KeysCommand {

    private static final Map<String, Consumer<DataKeys>> ACTIONS =
            Map.of("rotate", DataKeys::rotate, "destroy", DataKeys::destroy);

    private KeysCommand() {}

    /** Returns true if the arguments ask for this command. */
    public static boolean isAskedFor(String... args) {
        return args.length > 0 && args[0].equals("keys");
    }

    /** Starts the service without its jobs on a free local port, changes the keys and ends. */
    public static void run(Class<?> service, String... args) {
        var action = args.length < 3 ? null : ACTIONS.get(args[1]);
        if (action == null) {
            throw new IllegalArgumentException("Use: keys rotate COUNCIL, or keys destroy COUNCIL. COUNCIL is its id.");
        }
        var council = UUID.fromString(args[2]);
        var settings = Stream.concat(
                Arrays.stream(args).skip(3),
                Stream.of(
                        "--server.address=127.0.0.1",
                        "--server.port=0",
                        // The running service has the port for health and measurements.
                        "--management.server.port=-1",
                        "--alongside.jobs.enabled=false"));
        try (var context = new SpringApplicationBuilder(service).run(settings.toArray(String[]::new))) {
            var keys = context.getBean(DataKeys.class);
            CouncilContext.run(council, () -> action.accept(keys));
        }
    }
}
