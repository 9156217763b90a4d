package uk.alongside.conversations.repeat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.wall.CouncilContext;

/** Remembers what was created under a caller's Idempotency-Key. */
@Component
public class Repeats {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final int LONGEST_KEY = 100;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Repeats(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Creates under a new id, or finds what the first request with this key created. A second request that comes while
     * the first is at work waits for it on the key's row; if the first is rolled back, the second creates.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public <T> T once(String key, String route, Object body, Function<UUID, T> create, Function<UUID, T> find) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new RepeatRefused(new RepeatRefusal.KeyMissing());
        }
        var fresh = UUID.randomUUID();
        if (claim(key, route, hash(body), fresh)) {
            return create.apply(fresh);
        }
        var first = jdbc.sql("""
                        select resource_id from app.idempotency
                        where tenant_id = :council and member_id = :member and key = :key
                          and route = :route and body_hash = :hash""")
                .param("council", CouncilContext.council())
                .param("member", Caller.current().member())
                .param("key", key)
                .param("route", route)
                .param("hash", hash(body))
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new RepeatRefused(new RepeatRefusal.KeyReused()));
        return find.apply(first);
    }

    private boolean claim(String key, String route, byte[] hash, UUID resource) {
        return jdbc.sql("""
                        insert into app.idempotency
                            (tenant_id, member_id, key, route, body_hash, resource_id, created_at)
                        values (:council, :member, :key, :route, :hash, :resource, :now)
                        on conflict (tenant_id, member_id, key) do nothing""")
                        .param("council", CouncilContext.council())
                        .param("member", Caller.current().member())
                        .param("key", key)
                        .param("route", route)
                        .param("hash", hash)
                        .param("resource", resource)
                        .param("now", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }

    /** Forgets the keys of this council that are older than a day. */
    @Transactional
    public int forgetOld() {
        return jdbc.sql("delete from app.idempotency where tenant_id = :council and created_at < :before")
                .param("council", CouncilContext.council())
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
