package uk.alongside.tenant.identity;

import org.springframework.stereotype.Component;
import uk.alongside.foundation.wall.CouncilSql;

/**
 * Lets one change of the bound council's organization happen at a time. Keycloak replaces an organization as a whole, so
 * a change of its name that was read before a change of its domains would put the earlier domains back.
 */
@Component
public class OrganizationLock {

    private final CouncilSql sql;

    OrganizationLock(CouncilSql sql) {
        this.sql = sql;
    }

    /** Waits for the lock, and holds it until the transaction ends. */
    public void hold() {
        sql.sql("select pg_advisory_xact_lock(hashtextextended('organization ' || :council::text, 0))")
                .query((_, _) -> true)
                .single();
    }
}
