package uk.alongside.foundation.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.wall.CouncilSql;

/**
 * Carries out a request to create once for each {@code Idempotency-Key} of a member or an operator. The key's row is written in the
 * transaction that creates the resource.
 */
public class IdempotentRequests {

    private static final Duration KEPT = Duration.ofHours(24);

    private final CouncilSql sql;
    private final JsonMapper json;
    private final Clock clock;

    IdempotentRequests(CouncilSql sql, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Creates under a new id, or finds what the first request with this key created. A second request that arrives
     * during the first waits for it on the key's row; if the first is rolled back, the second creates.
     *
     * @param route the operation, with the ids in its address: another route under the same key is rejected
     * @param body what the caller sent: another body under the same key is rejected
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public <T> T once(String key, String route, Object body, Function<UUID, T> create, Function<UUID, T> find) {
        var fresh = UUID.randomUUID();
        if (claim(key, route, hash(body), fresh)) {
            return create.apply(fresh);
        }
        var first = sql.sql("""
                        select resource_id from app.idempotency
                        where tenant_id = :council and caller_id = :caller and key = :key
                          and route = :route and body_hash = :hash""")
                .param("caller", caller())
                .param("key", key)
                .param("route", route)
                .param("hash", hash(body))
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new KeyReused().refused());
        return find.apply(first);
    }

    /** Returns the member's id, or for an operator an id that follows from the subject of the token. */
    private static UUID caller() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication instanceof JwtAuthenticationToken operator
                ? UUID.nameUUIDFromBytes(operator.getName().getBytes(StandardCharsets.UTF_8))
                : Caller.current().member().value();
    }

    private boolean claim(String key, String route, byte[] hash, UUID resource) {
        return sql.sql("""
                        insert into app.idempotency
                            (tenant_id, caller_id, key, route, body_hash, resource_id, created_at)
                        values (:council, :caller, :key, :route, :hash, :resource, :now)
                        on conflict (tenant_id, caller_id, key) do nothing""")
                        .param("caller", caller())
                        .param("key", key)
                        .param("route", route)
                        .param("hash", hash)
                        .param("resource", resource)
                        .param("now", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }

    /** Deletes the keys of this council that are older than a day. Returns how many. */
    @Transactional
    public int forgetOld() {
        return sql.sql("delete from app.idempotency where tenant_id = :council and created_at < :before")
                .param("before", OffsetDateTime.now(clock).minus(KEPT))
                .update();
    }

    private byte[] hash(Object body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
