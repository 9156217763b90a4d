package uk.alongside.foundation.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One link of a council's audit chain: the place of one event.
 *
 * @param mac a message authentication code over the event, its subjects, this place and the code before it
 */
record AuditSeal(UUID council, long seq, UUID event, Instant sealedAt, String key, Digest prev, Digest mac) {

    /** Creates the next link with the current key. */
    static AuditSeal of(AuditEvent event, long seq, Instant sealedAt, Digest prev, AuditKeys keys) {
        var unsealed = new AuditSeal(event.council(), seq, event.id(), sealedAt, keys.current(), prev, prev);
        return new AuditSeal(
                event.council(),
                seq,
                event.id(),
                sealedAt,
                keys.current(),
                prev,
                unsealed.computedMac(event, keys).orElseThrow());
    }

    /** Returns the code that this link must have for this event, or empty if its key is not known. */
    Optional<Digest> computedMac(AuditEvent sealed, AuditKeys keys) {
        var text = "{\"event\":" + sealed.canonical()
                + ",\"key\":\"" + key
                + "\",\"sealedAt\":\"" + AuditEvent.MICROSECONDS.format(sealedAt)
                + "\",\"seq\":" + seq + "}";
        return keys.mac(key, text.getBytes(StandardCharsets.UTF_8), prev.bytes());
    }

    /** Returns the value that takes the place of the code before a council's first link. */
    static Digest genesis(UUID council) {
        try {
            return new Digest(MessageDigest.getInstance("SHA-256")
                    .digest(("genesis:" + council).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
