package uk.alongside.conversations.hub;

import uk.alongside.foundation.wall.CouncilSql;

/** A lock for each council, under which hubs are added, so that each request sees the hubs that others have added. */
public final class HubCreationLock {

    private HubCreationLock() {}

    /** Waits for the lock and holds it until the transaction ends. */
    public static void acquire(CouncilSql sql) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended('hub import ' || :council::text, 0))")
                .query((_, _) -> true)
                .single();
    }
}
