package uk.alongside.foundation.proofs;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Checks the wall by the database's catalogue: after a migration, before a service starts, and every night. Most rules
 * are in the view {@code ops.violation} (0002-proofs.sql); {@link ReviewedWall} compares with the files of the release.
 */
public final class Proofs {

    private static final Logger LOG = LoggerFactory.getLogger(Proofs.class);

    /**
     * The patched releases of 12 November 2026, as minor versions by major version. Earlier releases have known ways
     * around row level security (CVE-2026-14666, CVE-2026-116327, CVE-2026-120154).
     */
    private static final Map<Integer, Integer> PATCHED = Map.of(15, 20, 16, 16, 17, 12, 18, 6);

    private final JdbcClient database;
    private final JdbcTemplate connections;
    private final ReviewedWall reviewed;

    /** The number of holes that the latest check found. */
    private final AtomicInteger holes = new AtomicInteger();

    private volatile long checkedAt = System.nanoTime();

    /** The database's version as the latest check found it, such as 180006, or 0 before the first check. */
    private final AtomicInteger version = new AtomicInteger();

    /**
     * Creates the proofs of a database.
     *
     * @param changelog the changelog that made the database; the files to compare with are in its folder
     * @param otherRoles the roles of the server that the installation names
     */
    public Proofs(DataSource database, String changelog, OtherRoles otherRoles) {
        this.database = JdbcClient.create(database);
        this.connections = new JdbcTemplate(database);
        this.reviewed = ReviewedWall.beside(changelog, otherRoles);
    }

    /** One hole: the rule that found it, and where it is. */
    record Violation(String rule, String object, String detail) {

        @Override
        public String toString() {
            return rule + " " + object + ": " + detail;
        }
    }

    /** Checks the wall, and throws {@link WallViolated} if it has a hole. */
    public void check() {
        version.set(database.sql("show server_version_num").query(Integer.class).single());
        requirePatched(version.get());
        var violations = violations();
        holes.set(violations.size());
        checkedAt = System.nanoTime();
        violations.forEach(violation -> LOG.error("The wall is open: {}", violation));
        if (!violations.isEmpty()) {
            throw new WallViolated("The wall is open: "
                    + violations.stream().map(Violation::toString).collect(Collectors.joining("; ")));
        }
    }

    /** Returns the number of holes that the latest check of this process found. */
    public int holes() {
        return holes.get();
    }

    /** Returns the database's version in words, such as 18.6, once it was checked. */
    public Optional<String> databaseVersion() {
        int found = version.get();
        return found == 0 ? Optional.empty() : Optional.of(found / 10_000 + "." + found % 10_000);
    }

    /** Returns the time since this process last finished a check. */
    public Duration age() {
        return Duration.ofNanos(System.nanoTime() - checkedAt);
    }

    /**
     * Returns the holes. A view that cannot be read is a hole, because another role may own what it reads. A database that
     * is away or slow is none: it says nothing about the wall, and the exception ends the check.
     */
    List<Violation> violations() {
        try {
            return Objects.requireNonNull(connections.execute((ConnectionCallback<List<Violation>>) this::read));
        } catch (TransientDataAccessException | DataAccessResourceFailureException e) {
            throw e;
        } catch (DataAccessException e) {
            LOG.error("The proofs cannot be read", e);
            return List.of(new Violation("P00", "ops.violation", "cannot be read"));
        }
    }

    /** Reads without just-in-time compilation, which takes 20 seconds for this view and saves less than one. */
    private List<Violation> read(Connection connection) throws SQLException {
        var own = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        own.sql("set jit = off").update();
        try {
            var byRules = own.sql("select rule, object, detail from ops.violation order by rule, object")
                    .query((row, _) -> new Violation(row.getString(1), row.getString(2), row.getString(3)))
                    .list();
            return Stream.concat(byRules.stream(), reviewed.violations(own).stream())
                    .toList();
        } finally {
            // A transaction of the caller takes its settings with it, and has failed if a statement has.
            if (connection.getAutoCommit()) {
                own.sql("reset jit").update();
            }
        }
    }

    static void requirePatched(int version) {
        int major = version / 10_000;
        int minor = version % 10_000;
        int newest = PATCHED.keySet().stream().mapToInt(Integer::intValue).max().orElseThrow();
        if (major <= newest && minor < PATCHED.getOrDefault(major, Integer.MAX_VALUE)) {
            throw new WallViolated("PostgreSQL " + major + "." + minor
                    + " has known ways around row level security; at least 15.20, 16.16, 17.12 or 18.6 is needed.");
        }
    }
}
