package uk.alongside.foundation.wall;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import uk.alongside.foundation.secrets.KeyFile;

/**
 * The key that signs which council a transaction is for. The database holds the same key where only {@code
 * sec.tenant()} can read it. SQL without the key, even injected SQL, cannot claim another council.
 */
final class ContextKey {

    private static final Duration LIFE = Duration.ofMinutes(5);

    private final String id;
    private final byte[] key;

    private ContextKey(String id, byte[] key) {
        this.id = id;
        this.key = key;
    }

    /** Reads the secret file, which has one line: {@code kid:hex}, a key of 32 bytes. */
    static ContextKey read(Path file) {
        var keys = KeyFile.read(file, "context key");
        if (keys.size() > 1) {
            throw new IllegalStateException("The context key file must hold one key.");
        }
        return new ContextKey(keys.firstEntry().getKey(), keys.firstEntry().getValue());
    }

    String id() {
        return id;
    }

    /**
     * Returns the name that the connections of a service with this key give the database, by which {@code context-key
     * rotate} sees who still signs with an earlier key. An id is no secret.
     */
    String applicationName() {
        return "alongside key " + id;
    }

    byte[] bytes() {
        return key.clone();
    }

    /**
     * Returns the signed context {@code v1|kid|tenant|role|expiry|mac}, as {@code sec.tenant()} in 0001-wall.sql reads
     * it.
     */
    String sign(UUID council, String databaseRole, Clock clock) {
        var expiry = clock.instant().plus(LIFE).getEpochSecond();
        var claim = "v1|" + id + "|" + council + "|" + databaseRole + "|" + expiry;
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return claim + "|" + HexFormat.of().formatHex(mac.doFinal(claim.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256.", e);
        }
    }
}
