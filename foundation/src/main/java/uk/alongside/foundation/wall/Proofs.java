package uk.alongside.foundation.wall;

import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Checks the wall by the database's catalogue: after a migration, before a service starts, and every night. The rules
 * are in the view {@code ops.violation} (0002-proofs.sql).
 */
final class Proofs {

    private static final Logger LOG = LoggerFactory.getLogger(Proofs.class);

    /**
     * The patched releases of 12 November 2026, as minor versions by major version. Earlier releases have known ways
     * around row level security (CVE-2026-14666, CVE-2026-116327, CVE-2026-120154).
     */
    private static final Map<Integer, Integer> PATCHED = Map.of(15, 20, 16, 16, 17, 12, 18, 6);

    private final JdbcClient database;

    Proofs(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    void check() {
        requirePatched(
                database.sql("show server_version_num").query(Integer.class).single());
        var violations = database.sql("select rule, object, detail from ops.violation order by rule, object")
                .query((row, _) -> row.getString(1) + " " + row.getString(2) + ": " + row.getString(3))
                .list();
        violations.forEach(violation -> LOG.error("The wall is open: {}", violation));
        if (!violations.isEmpty()) {
            throw new WallViolated("The wall is open: " + String.join("; ", violations));
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
