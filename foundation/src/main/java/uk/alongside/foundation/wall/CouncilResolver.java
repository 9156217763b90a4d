package uk.alongside.foundation.wall;

import java.util.UUID;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;

/**
 * Tells Hibernate the council, so that its statements carry {@code tenant_id = ?}. A convenience for the planner; the
 * wall is the database's.
 */
final class CouncilResolver implements CurrentTenantIdentifierResolver<UUID> {

    /** Hibernate wants an answer even where no statement may run; this one fits no row. */
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
