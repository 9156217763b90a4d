package uk.alongside.conversations.hub;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A lock for each council, under which hubs are added, so that each request sees the hubs that others have added. */
public final class HubCreationLock {

    private HubCreationLock() {}

    public static void acquire(JdbcClient jdbc, UUID council) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:what, 0))")
                .param("what", "hub import " + council)
                .query((_, _) -> true)
                .single();
    }
}
