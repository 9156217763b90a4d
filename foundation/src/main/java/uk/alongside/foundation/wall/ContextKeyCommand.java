package uk.alongside.foundation.wall;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.env.Environment;

/**
 * Replaces the key that signs which council a transaction is for: {@code java -jar service.jar context-key rotate}, once
 * with the new key's file, and again after the service's pods were restarted with it. {@code add} and {@code remove} are
 * its two steps. Runs beside the running services, with the migrator's credentials as {@link Migration} does. {@code
 * --dry-run} says what a command would do.
 */
public record ContextKeyCommand(String url, String username, String password, Path keyFile, PrintStream out) {

    /** The exit status of a command that is not known or is refused. Nothing was changed then. */
    static final int REFUSED = 2;

    /** The exit status of {@code rotate} while connections still use an earlier key. It is run again later. */
    static final int NOT_FINISHED = 1;

    private static final String DRY_RUN = "--dry-run";
    private static final String USE =
            "Use: context-key list, context-key rotate [--dry-run], context-key add [--dry-run], or context-key remove ID"
                    + " [--dry-run].";

    /** Returns true if the arguments ask for this command. */
    public static boolean isAskedFor(String... args) {
        return args.length > 0 && args[0].equals("context-key");
    }

    /** Runs with the service's own configuration, and ends the process with the command's status. */
    public static void run(String... args) {
        System.exit(JarCommand.configured(environment -> of(environment).execute(args)));
    }

    private static ContextKeyCommand of(Environment environment) {
        return new ContextKeyCommand(
                environment.getRequiredProperty("spring.datasource.url"),
                environment.getRequiredProperty("alongside.migrator.username"),
                environment.getRequiredProperty("alongside.migrator.password"),
                Path.of(environment.getRequiredProperty("alongside.context-key-file")),
                System.out);
    }

    /** Executes the arguments and returns the exit status: 0, or {@link #REFUSED}. */
    int execute(String... args) {
        var words = new ArrayList<>(Arrays.asList(args).subList(1, args.length));
        boolean dryRun = words.remove(DRY_RUN);
        var key = ContextKey.read(keyFile);
        try (var connection = JarCommand.asOwner(url, username, password)) {
            var known = known(connection);
            if (words.equals(List.of("list"))) {
                known.forEach(id -> out.println(id + (id.equals(key.id()) ? " (in the key file)" : "")));
                return 0;
            }
            if (words.equals(List.of("rotate"))) {
                return rotate(connection, key, known, dryRun);
            }
            if (words.equals(List.of("add"))) {
                return add(connection, key, known, dryRun);
            }
            if (words.size() == 2 && words.getFirst().equals("remove")) {
                return remove(connection, key, known, words.getLast(), dryRun);
            }
            return refuse(USE);
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be reached or read.", e);
        }
    }

    /**
     * Takes the next step towards a database that has the key of the file only. Each step is one statement, so a command
     * that was killed is simply run again.
     */
    private int rotate(Connection connection, ContextKey key, List<String> known, boolean dryRun) throws SQLException {
        if (!known.contains(key.id())) {
            return add(connection, key, known, dryRun);
        }
        compare(connection, key, dryRun);
        var earlier = known.stream().filter(id -> !id.equals(key.id())).toList();
        if (earlier.isEmpty()) {
            out.println("The database has the key " + key.id() + " and no other. Nothing was changed.");
            return 0;
        }
        int others = connectionsWithAnotherKey(connection, key);
        if (others > 0) {
            out.println("The database takes the keys " + String.join(", ", known) + ". Of the service's connections, "
                    + others
                    + " are not of a pod with the key " + key.id()
                    + ". Restart every pod with it, then run the same command again.");
            return NOT_FINISHED;
        }
        for (var id : earlier) {
            int status = remove(connection, key, known, id, dryRun);
            if (status != 0) {
                return status;
            }
        }
        return 0;
    }

    /** Fails if the database has another key with this id. Gives the nodes of a cluster the keys that they lack. */
    private static void compare(Connection connection, ContextKey key, boolean dryRun) throws SQLException {
        if (dryRun) {
            Migration.addKey(connection, key);
        } else {
            Migration.writeKey(connection, key);
        }
    }

    /** Counts the connections of the roles that sign contexts, other than those of a service with this key. */
    private int connectionsWithAnotherKey(Connection connection, ContextKey key) throws SQLException {
        try (var select = connection.prepareStatement("""
                select count(*) from pg_stat_activity
                where datname = current_database() and usename in (?, ?) and application_name <> ?""")) {
            var service = username.replaceFirst("_migrator$", "");
            select.setString(1, service + "_app");
            select.setString(2, service + "_public");
            select.setString(3, key.applicationName());
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private int add(Connection connection, ContextKey key, List<String> known, boolean dryRun) throws SQLException {
        if (known.contains(key.id())) {
            compare(connection, key, dryRun);
            out.println("The database already has the key " + key.id() + ". Nothing was changed.");
            return 0;
        }
        if (known.size() > 1) {
            return refuse("The database has two keys: " + String.join(", ", known)
                    + ". Remove the one that no service uses any more, then add the new one.");
        }
        if (dryRun) {
            out.println("Would add the key " + key.id() + " beside " + String.join(", ", known) + ".");
            return 0;
        }
        Migration.writeKey(connection, key);
        out.println("Added the key " + key.id()
                + ". Restart every pod of the service with it, then run context-key rotate again, which removes "
                + String.join(" ", known) + " when no pod uses it.");
        return 0;
    }

    private int remove(Connection connection, ContextKey key, List<String> known, String id, boolean dryRun)
            throws SQLException {
        if (id.equals(key.id())) {
            return refuse("The key " + id + " is the one in the key file. The service could not work without it.");
        }
        if (!known.contains(id)) {
            return refuse("The database has no key " + id + ". It has: " + String.join(", ", known) + ".");
        }
        if (!known.contains(key.id())) {
            return refuse(
                    "The database does not have the key of the key file, " + key.id() + ". Run context-key add first.");
        }
        if (dryRun) {
            out.println("Would remove the key " + id + ". A pod that still signs with it would answer no request.");
            return 0;
        }
        // One transaction: a key that a node of a Citus cluster still has can be removed again.
        connection.setAutoCommit(false);
        try (var delete = connection.prepareStatement("delete from sec.context_key where kid = ?")) {
            delete.setString(1, id);
            delete.executeUpdate();
        }
        CitusNodes.repair(connection);
        connection.commit();
        connection.setAutoCommit(true);
        out.println("Removed the key " + id + ".");
        return 0;
    }

    private static List<String> known(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select kid from sec.context_key order by kid");
                var rows = select.executeQuery()) {
            var ids = new ArrayList<String>();
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
            return ids;
        }
    }

    private int refuse(String reason) {
        out.println(reason);
        return REFUSED;
    }
}
