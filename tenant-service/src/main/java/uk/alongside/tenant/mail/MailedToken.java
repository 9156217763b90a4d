package uk.alongside.tenant.mail;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * The content of a mailed link: the council, because the holder of the link has not signed in, and 32 random bytes. The
 * council only selects the rows to search; the secret must be right there.
 */
public final class MailedToken {

    private static final int SECRET_BYTES = 32;
    private static final int BYTES = 2 * Long.BYTES + SECRET_BYTES;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final UUID council;
    private final byte[] secret;

    private MailedToken(UUID council, byte[] secret) {
        this.council = council;
        this.secret = secret;
    }

    /** Returns a new random token for a link of this council. */
    public static MailedToken random(UUID council) {
        var secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return new MailedToken(council, secret);
    }

    /** Returns the content of a link, if its form is that of our links. */
    public static Optional<MailedToken> of(String text) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length != BYTES) {
                return Optional.empty();
            }
            var buffer = ByteBuffer.wrap(bytes);
            var council = new UUID(buffer.getLong(), buffer.getLong());
            var secret = new byte[SECRET_BYTES];
            buffer.get(secret);
            return Optional.of(new MailedToken(council, secret));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Returns the council whose rows may know the token. */
    public UUID council() {
        return council;
    }

    /** Returns the hash, the only part that is kept. A random secret needs no salt and no slow hash. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the text of the token in the link. */
    public String text() {
        var bytes = ByteBuffer.allocate(BYTES)
                .putLong(council.getMostSignificantBits())
                .putLong(council.getLeastSignificantBits())
                .put(secret)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "a mailed token";
    }
}
