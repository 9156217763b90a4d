package uk.alongside.conversations.hub;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever adds hubs to a council waits for the others who do, and then sees what they have added. */
public final class OneAtATime {

    private OneAtATime() {}

    public static void enter(JdbcClient jdbc, UUID council) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:what, 0))")
                .param("what", "hub import " + council)
                .query((_, _) -> true)
                .single();
    }
}
