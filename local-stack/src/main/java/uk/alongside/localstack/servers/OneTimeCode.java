package uk.alongside.localstack.servers;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The code that an authenticator app shows for a secret: six digits, a new one every 30 seconds (RFC 6238). */
public final class OneTimeCode {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int SECONDS = 30;

    private OneTimeCode() {}

    /** Returns the code of this moment. Keycloak takes the secret's letters as they are, as bytes. */
    public static String of(String secret, Instant now) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                    .putLong(now.getEpochSecond() / SECONDS)
                    .array());
            var number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & 0x7fffffff;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the secret in Base32, as a person types it into an authenticator app. */
    public static String keyOf(String secret) {
        var text = new StringBuilder();
        int bits = 0;
        int kept = 0;
        for (byte each : secret.getBytes(StandardCharsets.UTF_8)) {
            kept = kept << 8 | (each & 0xff);
            for (bits += 8; bits >= 5; bits -= 5) {
                text.append(BASE32.charAt(kept >> (bits - 5) & 31));
            }
            kept &= (1 << bits) - 1;
        }
        return bits == 0
                ? text.toString()
                : text.append(BASE32.charAt(kept << (5 - bits) & 31)).toString();
    }
}
