package uk.alongside.tenant.invitation;

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
final class InvitationToken {

    private static final int SECRET_BYTES = 32;
    private static final int BYTES = 2 * Long.BYTES + SECRET_BYTES;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final UUID council;
    private final byte[] secret;

    private InvitationToken(UUID council, byte[] secret) {
        this.council = council;
        this.secret = secret;
    }

    static InvitationToken random(UUID council) {
        var secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return new InvitationToken(council, secret);
    }

    /** Returns the content of a link, if its form is that of our links. */
    static Optional<InvitationToken> of(String text) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length != BYTES) {
                return Optional.empty();
            }
            var buffer = ByteBuffer.wrap(bytes);
            var council = new UUID(buffer.getLong(), buffer.getLong());
            var secret = new byte[SECRET_BYTES];
            buffer.get(secret);
            return Optional.of(new InvitationToken(council, secret));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    UUID council() {
        return council;
    }

    /** Returns the hash, the only part that is kept. A random secret needs no salt and no slow hash. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the text of the token in the link. */
    String text() {
        var bytes = ByteBuffer.allocate(BYTES)
                .putLong(council.getMostSignificantBits())
                .putLong(council.getLeastSignificantBits())
                .put(secret)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "an invitation's token";
    }
}
