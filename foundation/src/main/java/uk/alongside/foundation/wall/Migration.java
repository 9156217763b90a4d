package uk.alongside.foundation.wall;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.analytics.configuration.AnalyticsArgs;
import liquibase.changelog.RanChangeSet;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.ValidationFailedException;
import liquibase.integration.spring.SpringResourceAccessor;
import org.springframework.core.env.Environment;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import uk.alongside.foundation.proofs.OtherRoles;
import uk.alongside.foundation.proofs.Proofs;

/**
 * Migrates a service's database to this release: {@code java -jar service.jar migrate}.
 *
 * <p>The migration runs with the migrator's credentials, which no running service has. It refuses a database that another
 * version made, before it changes anything. It writes the roles that the installation names and the context key, repairs the nodes of a Citus cluster, and fails if
 * the proofs find a hole in the result.
 *
 * @param changelog a resource on the class path that includes {@code uk/alongside/foundation/changelog/0001-wall.sql}
 *     and {@code 0002-proofs.sql} first; {@code reviewed-wall.txt} in its folder lists what the result may hold
 * @param otherRoles the roles of the server that the installation names
 */
public record Migration(
        String url, String username, String password, Path contextKeyFile, String changelog, OtherRoles otherRoles) {

    /** The exit status when another version made the database; {@code ./alongside up} knows it too. */
    private static final int MADE_BY_ANOTHER_VERSION = 3;

    /** The changelog's parameter that names the service, and so its database roles. */
    static final String SERVICE = "alongside.service";

    /** The changelog of a service that names no other. */
    static final String DEFAULT_CHANGELOG = "db/changelog/db.changelog-master.yaml";

    /** Returns true if the arguments ask for a migration. */
    public static boolean isAskedFor(String... args) {
        return args.length > 0 && args[0].equals("migrate");
    }

    /** Migrates with the service's own configuration: the usual properties and {@code alongside.migrator.*}. */
    public static void run(String... args) {
        try {
            JarCommand.configured(
                    environment -> {
                        of(environment).run();
                        return 0;
                    },
                    args);
        } catch (MadeByAnotherVersion e) {
            System.err.println(e.getMessage());
            System.exit(MADE_BY_ANOTHER_VERSION);
        }
    }

    private static Migration of(Environment environment) {
        return new Migration(
                environment.getRequiredProperty("spring.datasource.url"),
                environment.getRequiredProperty("alongside.migrator.username"),
                environment.getRequiredProperty("alongside.migrator.password"),
                Path.of(environment.getRequiredProperty("alongside.context-key-file")),
                environment.getProperty("alongside.changelog", DEFAULT_CHANGELOG),
                OtherRoles.of(environment));
    }

    /** Migrates, writes the context key and proves the wall. */
    public void run() {
        var service = username.replaceFirst("_migrator$", "");
        try (var connection = DriverManager.getConnection(url, username, password)) {
            execute(connection, "set role " + service + "_owner");
            update(connection, service);
            otherRoles.write(connection);
            connection.setAutoCommit(true);
            writeKey(connection, ContextKey.read(contextKeyFile));
            new Proofs(new SingleConnectionDataSource(connection, true), changelog, otherRoles).check();
        } catch (SQLException e) {
            throw new IllegalStateException("The migration could not reach or change the database.", e);
        }
    }

    private void update(Connection connection, String service) throws SQLException {
        try {
            Scope.child(Map.of(AnalyticsArgs.ENABLED.getKey(), false), () -> {
                var database =
                        DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
                database.setDefaultSchemaName("app");
                database.setLiquibaseSchemaName("ops");
                // Not closed: closing it would close the connection, which is still needed.
                var liquibase =
                        new Liquibase(changelog, new SpringResourceAccessor(new DefaultResourceLoader()), database);
                liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
                nameService(liquibase, service);
                var unknown = liquibase.listUnexpectedChangeSets(new Contexts(), new LabelExpression());
                if (!unknown.isEmpty()) {
                    throw new MadeByAnotherVersion(
                            unknown.stream().map(RanChangeSet::getId).toList());
                }
                liquibase.update();
            });
        } catch (SQLException | MadeByAnotherVersion e) {
            throw e;
        } catch (ValidationFailedException e) {
            // A change set of a file that was written again has its id and another checksum.
            if (e.getInvalidMD5Sums().isEmpty()) {
                throw new IllegalStateException("The changelog is not valid.", e);
            }
            throw new MadeByAnotherVersion(
                    e.getInvalidMD5Sums().stream().map(Migration::id).toList());
        } catch (Exception e) {
            throw new IllegalStateException("The changelog could not be applied.", e);
        }
    }

    /**
     * Sets the changelog's parameter. Liquibase takes environment variables and system properties before a value that is
     * set here, and another value would name another service's roles.
     */
    private static void nameService(Liquibase liquibase, String service) {
        liquibase.setChangeLogParameter(SERVICE, service);
        if (!service.equals(liquibase.getChangeLogParameters().getValue(SERVICE, null))) {
            throw new IllegalStateException("The environment sets " + SERVICE + ", which only the migration may set.");
        }
    }

    /** Returns the id of a change set from Liquibase's message "file::id::author was: checksum but is now: checksum". */
    private static String id(String invalidChecksum) {
        return invalidChecksum.split("::", -1)[1];
    }

    /**
     * Adds a new key beside the old one, so that running services keep working until they restart with the new key. On a
     * Citus cluster every node has it then.
     */
    static void writeKey(Connection connection, ContextKey key) throws SQLException {
        addKey(connection, key);
        CitusNodes.repair(connection);
    }

    /** Adds the key to this database only, and fails if it has another one with the same id. */
    static void addKey(Connection connection, ContextKey key) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into sec.context_key (kid, key) values (?, ?) on conflict (kid) do nothing")) {
            insert.setString(1, key.id());
            insert.setBytes(2, key.bytes());
            insert.executeUpdate();
        }
        try (var select = connection.prepareStatement("select key = ? from sec.context_key where kid = ?")) {
            select.setBytes(1, key.bytes());
            select.setString(2, key.id());
            try (var same = select.executeQuery()) {
                if (!same.next() || !same.getBoolean(1)) {
                    throw new IllegalStateException(
                            "The database has a different context key with this id. Give the new key its own id.");
                }
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The database was made by another version: its change sets are not, or not exactly, those of this release. */
    static final class MadeByAnotherVersion extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private static final int NAMED = 3;

        /** Creates the exception from the change sets that differ, each named by its id. */
        MadeByAnotherVersion(Collection<String> changeSets) {
            super(
                    "This database holds " + changeSets.size()
                            + (changeSets.size() == 1 ? " change set" : " change sets")
                            + " that this release does not have in this form ("
                            + changeSets.stream().limit(NAMED).collect(Collectors.joining(", "))
                            + (changeSets.size() > NAMED ? ", ..." : "")
                            + "). Another version made it. Nothing was changed. Use the version that made it, or a new database.");
        }
    }
}
