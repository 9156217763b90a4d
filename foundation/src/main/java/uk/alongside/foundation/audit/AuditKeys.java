package uk.alongside.foundation.audit;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import uk.alongside.foundation.secrets.KeyFile;

/**
 * The keys that seal the audit chain. The database does not hold them, so a person who controls the database cannot make
 * a seal. The secret file has one line {@code kid:hex} for each key of 32 bytes: the first seals, the others only verify.
 */
final class AuditKeys {

    private final String current;
    private final Map<String, SecretKeySpec> keys;

    private AuditKeys(Map<String, SecretKeySpec> keys) {
        this.current = keys.keySet().iterator().next();
        this.keys = Map.copyOf(keys);
    }

    static AuditKeys read(Path file) {
        var keys = new LinkedHashMap<String, SecretKeySpec>();
        KeyFile.read(file, "audit key").forEach((id, key) -> keys.put(id, new SecretKeySpec(key, "HmacSHA256")));
        return new AuditKeys(keys);
    }

    String current() {
        return current;
    }

    /** Computes HMAC-SHA256 over these parts, or returns empty if there is no such key. */
    Optional<Digest> mac(String key, byte[]... parts) {
        var secret = keys.get(key);
        if (secret == null) {
            return Optional.empty();
        }
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            for (var part : parts) {
                mac.update(part);
            }
            return Optional.of(new Digest(mac.doFinal()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256.", e);
        }
    }
}
