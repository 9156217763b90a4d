package uk.alongside.foundation.wall;

import java.io.PrintStream;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.env.Environment;

/**
 * Repairs the nodes of a Citus cluster after a node was added or a shard was moved: {@code java -jar service.jar citus
 * repair}. {@code citus check} only says what is wrong. Runs beside the running services, with the migrator's credentials
 * as {@link Migration} does, which repairs the nodes too.
 */
public record CitusCommand(String url, String username, String password, PrintStream out) {

    /** The exit status of a command that is not known or is refused. Nothing was changed then. */
    static final int REFUSED = 2;

    /** The exit status when the nodes differ from the coordinator, after {@code repair} also. */
    static final int NOT_REPAIRED = 1;

    private static final String USE = "Use: citus check, or citus repair.";

    /** Returns true if the arguments ask for this command. */
    public static boolean isAskedFor(String... args) {
        return args.length > 0 && args[0].equals("citus");
    }

    /** Runs with the service's own configuration, and ends the process with the command's status. */
    public static void run(String... args) {
        System.exit(JarCommand.configured(environment -> of(environment).execute(args)));
    }

    private static CitusCommand of(Environment environment) {
        return new CitusCommand(
                environment.getRequiredProperty("spring.datasource.url"),
                environment.getRequiredProperty("alongside.migrator.username"),
                environment.getRequiredProperty("alongside.migrator.password"),
                System.out);
    }

    /** Executes the arguments and returns the exit status: 0, {@link #NOT_REPAIRED} or {@link #REFUSED}. */
    int execute(String... args) {
        var words = Arrays.asList(args).subList(1, args.length);
        if (!words.equals(List.of("check")) && !words.equals(List.of("repair"))) {
            out.println(USE);
            return REFUSED;
        }
        try (var connection = JarCommand.asOwner(url, username, password)) {
            if (!CitusNodes.has(connection)) {
                out.println("This database is not one of a Citus cluster, so it has no nodes. Nothing was changed.");
                return REFUSED;
            }
            if (words.equals(List.of("repair"))) {
                CitusNodes.repair(connection);
            }
            var findings = CitusNodes.findings(connection);
            findings.forEach(out::println);
            out.println(
                    findings.isEmpty()
                            ? "Every node has the wall of the coordinator."
                            : "The nodes differ from the coordinator in " + findings.size()
                                    + (findings.size() == 1 ? " way." : " ways."));
            return findings.isEmpty() ? 0 : NOT_REPAIRED;
        } catch (SQLException e) {
            throw new IllegalStateException("The database or a node of its cluster cannot be reached or changed.", e);
        }
    }
}
