package uk.alongside.foundation.idempotency;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.foundation.wall.CouncilSql;

/** Gives a service its record of idempotency keys. */
@AutoConfiguration(afterName = "uk.alongside.foundation.wall.DatabaseConfiguration")
class IdempotencyConfiguration {

    @Bean
    IdempotentRequests idempotentRequests(CouncilSql sql, JsonMapper json, Clock clock) {
        return new IdempotentRequests(sql, json, clock);
    }
}
