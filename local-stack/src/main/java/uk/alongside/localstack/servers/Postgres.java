package uk.alongside.localstack.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import uk.alongside.localstack.machine.Lazy;
import uk.alongside.localstack.machine.LocalStackException;
import uk.alongside.localstack.machine.StateFolder;

/** A PostgreSQL server with the services' roles and databases. */
public final class Postgres {

    private static final String BOOTSTRAP = "uk/alongside/foundation/bootstrap.sql";
    private static final Pattern PASSWORD_VARIABLE = Pattern.compile(":'(\\w+)_password'");

    /** The advisory lock of bootstrap.sql: roles belong to the whole server, so two runs would update the same rows. */
    private static final long BOOTSTRAP_LOCK = 0x616c6f6e67L;

    /** A role that can log in. */
    public record Login(String name, String password) {

        @Override
        public String toString() {
            return name;
        }
    }

    private final PostgresAddress address;
    private final StateFolder state;
    private final Path root;
    private final String prefix;
    private final Lazy<CitusCluster> cluster = new Lazy<>(this::findCluster);

    public Postgres(PostgresAddress address, StateFolder state, Path root) {
        this(address, state, root, "");
    }

    /**
     * A server that others use too.
     *
     * @param prefix the beginning of the names of all databases that are made here, so that no other is touched
     */
    public Postgres(PostgresAddress address, StateFolder state, Path root, String prefix) {
        this.address = address;
        this.state = state;
        this.root = root;
        this.prefix = prefix;
    }

    /** Returns the name that a database of this stack has on the server. */
    public String named(String database) {
        return prefix + database;
    }

    public String host() {
        return address.host();
    }

    public int port() {
        return address.port();
    }

    /** The superuser's connections, for tests that read or change what the services' roles cannot. */
    public DataSource superuser(String database) {
        return address.superuserOf(database);
    }

    /** Creates an empty database with a service's roles and schemas, for one test. */
    public ServiceDatabase createServiceDatabase(String service) {
        return serviceDatabase(service, named(service + "_test_" + random()));
    }

    /** Copies a database with its rows and with the rights on the database, which a template does not include. */
    public ServiceDatabase copyOf(ServiceDatabase template) {
        var name = named(template.service() + "_test_" + random());
        try (var connection = superuser("postgres").getConnection()) {
            copy(connection, template.name(), name);
            cluster().onWorkers("postgres", worker -> copy(worker, template.name(), name));
        } catch (SQLException e) {
            throw new LocalStackException("The database " + template.name() + " could not be copied.", e);
        }
        return new ServiceDatabase(template.service(), name, address.jdbcUrl(name), template.passwords());
    }

    private void copy(Connection connection, String template, String name) throws SQLException {
        try (var statement = connection.createStatement()) {
            if (isCluster()) {
                CitusCluster.endConnections(connection, template);
            }
            statement.execute("create database %s template %s owner %s"
                    .formatted(quoted(name), quoted(template), quoted(ownerOf(connection, template))));
            for (var right : rightsOf(connection, template, name)) {
                statement.execute(right);
            }
        }
    }

    /** Returns whether the server is the coordinator of a Citus cluster. */
    public boolean isCluster() {
        return !cluster().workers().isEmpty();
    }

    /** The workers of the server, if others use it too and it is the coordinator of a Citus cluster. */
    private CitusCluster cluster() {
        return cluster.get();
    }

    private CitusCluster findCluster() {
        if (prefix.isEmpty()) {
            return new CitusCluster(address, List.of());
        }
        try {
            return CitusCluster.of(address);
        } catch (SQLException e) {
            throw new LocalStackException("PostgreSQL at " + address + " does not answer: " + e.getMessage(), e);
        }
    }

    /** Creates the service's database if it is missing, and runs bootstrap.sql on it. */
    public ServiceDatabase serviceDatabase(String service, String name) {
        var script = bootstrapScript();
        var variables = new LinkedHashMap<String, String>();
        var passwords = new LinkedHashMap<String, String>();
        variables.put("service", service);
        variables.put("database", name);
        var matcher = PASSWORD_VARIABLE.matcher(script);
        while (matcher.find()) {
            var role = service + "_" + matcher.group(1);
            passwords.put(role, state.secret(role));
            variables.put(matcher.group(1) + "_password", state.secret(role));
        }
        boolean created = createDatabase(name);
        try (var lock = superuser("postgres").getConnection();
                var locking = lock.createStatement()) {
            locking.execute("select pg_advisory_lock(" + BOOTSTRAP_LOCK + ")");
            if (created) {
                cluster().create(address, name);
            }
            cluster().onWorkers(name, worker -> {
                try (var statement = worker.createStatement()) {
                    statement.execute(PsqlScript.fill(script, variables));
                }
            });
            try (var connection = superuser(name).getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(PsqlScript.fill(script, variables));
            }
        } catch (SQLException e) {
            throw new LocalStackException("bootstrap.sql failed on the database " + name + ": " + e.getMessage(), e);
        }
        return new ServiceDatabase(service, name, address.jdbcUrl(name), passwords);
    }

    /** Creates the database if it is missing. */
    public boolean createDatabase(String name) {
        try (var connection = superuser("postgres").getConnection();
                var statement = connection.createStatement()) {
            if (exists(connection, name)) {
                return false;
            }
            statement.execute("create database " + quoted(name));
            return true;
        } catch (SQLException e) {
            throw new LocalStackException("The database " + name + " could not be created: " + e.getMessage(), e);
        }
    }

    /** Drops the database if it exists, and creates it for this owner, empty or from a template. */
    public void recreateDatabase(String name, Login owner, Optional<String> template) {
        try (var connection = superuser("postgres").getConnection();
                var statement = connection.createStatement()) {
            if (strings(connection, "select rolname from pg_roles where rolname = ?", List.of(owner.name()))
                    .isEmpty()) {
                statement.execute("create role " + quoted(owner.name()));
            }
            statement.execute("alter role " + quoted(owner.name()) + " login password "
                    + statement.enquoteLiteral(owner.password()));
            statement.execute("drop database if exists " + quoted(name) + " with (force)");
            statement.execute("create database " + quoted(name) + " owner " + quoted(owner.name())
                    + template.map(from -> " template " + quoted(from)).orElse(""));
            statement.execute("revoke all on database " + quoted(name) + " from public");
        } catch (SQLException e) {
            throw new LocalStackException("The database " + name + " could not be created: " + e.getMessage(), e);
        }
    }

    /** Counts the sessions of a database that wait for a lock. In a cluster they wait on the node that holds the rows. */
    public int waitingForLocks(String database) {
        var sql = isCluster()
                ? "select distinct waiting_gpid::text from citus_lock_waits"
                : "select pid::text from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
        try (var connection = superuser(database).getConnection()) {
            return strings(connection, sql, List.of()).size();
        } catch (SQLException e) {
            throw new LocalStackException("PostgreSQL at " + address + " does not answer: " + e.getMessage(), e);
        }
    }

    /** Deletes the lock that a killed migration left. The caller makes sure that no migration runs. */
    public void releaseMigrationLock(String database) {
        try (var connection = superuser(database).getConnection();
                var statement = connection.createStatement()) {
            if (!strings(
                            connection,
                            "select to_regclass('ops.databasechangeloglock')::text where"
                                    + " to_regclass('ops.databasechangeloglock') is not null",
                            List.of())
                    .isEmpty()) {
                statement.execute("delete from ops.databasechangeloglock");
            }
        } catch (SQLException e) {
            throw new LocalStackException("The migration lock of " + database + " could not be released.", e);
        }
    }

    public boolean exists(String database) {
        try (var connection = superuser("postgres").getConnection()) {
            return exists(connection, database);
        } catch (SQLException e) {
            throw new LocalStackException("PostgreSQL at " + address + " does not answer: " + e.getMessage(), e);
        }
    }

    /** Drops the databases that tests made. */
    public void dropTestDatabases() {
        drop("^" + prefix + "\\w+_test_[0-9a-f]{12}$");
    }

    /** Drops all databases that were made on a server which others use too. */
    public void dropAll() {
        if (prefix.isEmpty()) {
            throw new IllegalStateException("Without a prefix these are all databases of the server.");
        }
        drop("^" + prefix + "(\\w+_test_[0-9a-f]{12}|keycloak|keycloak_template_[0-9a-f]{12})$");
    }

    private void drop(String names) {
        try (var connection = superuser("postgres").getConnection();
                var statement = connection.createStatement()) {
            for (var name : strings(connection, "select datname from pg_database where datname ~ ?", List.of(names))) {
                var drop = "drop database if exists " + quoted(name) + " with (force)";
                statement.execute(drop);
                cluster().onWorkers("postgres", worker -> {
                    try (var onWorker = worker.createStatement()) {
                        onWorker.execute(drop);
                    }
                });
            }
        } catch (SQLException e) {
            throw new LocalStackException("The databases of earlier tests could not be dropped.", e);
        }
    }

    public PostgresAddress address() {
        return address;
    }

    private static boolean exists(Connection connection, String database) throws SQLException {
        return !strings(connection, "select datname from pg_database where datname = ?", List.of(database))
                .isEmpty();
    }

    private static String ownerOf(Connection connection, String database) throws SQLException {
        return strings(connection, "select datdba::regrole::text from pg_database where datname = ?", List.of(database))
                .getFirst();
    }

    private static List<String> rightsOf(Connection connection, String from, String to) throws SQLException {
        var rights = new ArrayList<String>();
        if (!strings(
                        connection,
                        "select datname from pg_database where datname = ? and datacl is not null",
                        List.of(from))
                .isEmpty()) {
            rights.add("revoke all on database " + quoted(to) + " from public");
            rights.addAll(strings(connection, """
                    select format('grant %s on database %I to %s', a.privilege_type, ?::text,
                                  case a.grantee when 0 then 'public' else a.grantee::regrole::text end)
                    from pg_database d, aclexplode(d.datacl) a where d.datname = ?
                    """, List.of(to, from)));
        }
        rights.addAll(strings(connection, """
                select format('alter %s set %I to %L',
                              case s.setrole when 0 then format('database %I', ?::text)
                                   else format('role %s in database %I', s.setrole::regrole, ?::text) end,
                              split_part(c, '=', 1), substr(c, strpos(c, '=') + 1))
                from pg_db_role_setting s join pg_database d on d.oid = s.setdatabase, unnest(s.setconfig) c
                where d.datname = ?
                """, List.of(to, to, from)));
        return rights;
    }

    private static List<String> strings(Connection connection, String sql, List<String> parameters)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setString(i + 1, parameters.get(i));
            }
            var found = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        }
    }

    /** Reads bootstrap.sql from the class path, or from the checkout when foundation is not on the class path. */
    private String bootstrapScript() {
        try (var resource = Thread.currentThread().getContextClassLoader().getResourceAsStream(BOOTSTRAP)) {
            if (resource != null) {
                return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            }
            return Files.readString(
                    root.resolve("foundation/src/main/resources").resolve(BOOTSTRAP));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String random() {
        var bytes = new byte[6];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
