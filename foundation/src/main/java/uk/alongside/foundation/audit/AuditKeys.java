package uk.alongside.foundation.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys that seal the audit chain. The database does not hold them, so a person who controls the database cannot make
 * a seal. The secret file has one line {@code kid:hex} for each key of 32 bytes: the first seals, the others only verify.
 */
final class AuditKeys {

    private static final Pattern LINE = Pattern.compile("([A-Za-z0-9-]{1,32}):([0-9a-f]{64})");

    private final String current;
    private final Map<String, SecretKeySpec> keys;

    private AuditKeys(Map<String, SecretKeySpec> keys) {
        this.current = keys.keySet().iterator().next();
        this.keys = Map.copyOf(keys);
    }

    static AuditKeys read(Path file) {
        try {
            var keys = new LinkedHashMap<String, SecretKeySpec>();
            for (var text : Files.readString(file).strip().lines().toList()) {
                var line = LINE.matcher(text.strip());
                if (!line.matches()) {
                    throw new IllegalStateException("Each line of the audit key file must be kid:hex of 32 bytes.");
                }
                keys.put(line.group(1), new SecretKeySpec(HexFormat.of().parseHex(line.group(2)), "HmacSHA256"));
            }
            if (keys.isEmpty()) {
                throw new IllegalStateException("The audit key file holds no key.");
            }
            return new AuditKeys(keys);
        } catch (IOException e) {
            throw new UncheckedIOException("The audit key file cannot be read.", e);
        }
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
