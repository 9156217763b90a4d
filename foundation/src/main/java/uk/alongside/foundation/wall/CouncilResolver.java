package uk.alongside.foundation.wall;

import java.util.UUID;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;

/**
 * Gives Hibernate the council, so that its statements carry {@code tenant_id = ?}. The condition only helps the query
 * planner; the database enforces the wall.
 */
final class CouncilResolver implements CurrentTenantIdentifierResolver<UUID> {

    /** An id that matches no row. Hibernate asks for a council even where no statement may run. */
    private static final UUID NONE = new UUID(0, 0);

    @Override
    public UUID resolveCurrentTenantIdentifier() {
        return CouncilContext.ifBound().orElse(NONE);
    }

    @Override
    public boolean validateExistingCurrentSessions() {
        return true;
    }

    @Override
    public boolean isRoot(UUID council) {
        return false;
    }
}
