package uk.alongside.foundation.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One link of a council's audit chain.
 *
 * @param at the time by the database's clock, which all replicas share
 * @param actor the member's id, or the subject of an operator's token; null where the service acted automatically
 * @param action the word for the first change, or {@code read}
 * @param subjects every action with the ids it concerned, as canonical JSON
 */
public record AuditEvent(
        UUID council,
        long seq,
        Instant at,
        ActorKind actorKind,
        @Nullable UUID actor,
        String action,
        String kind,
        String subjects,
        Digest prev,
        Digest hash) {

    private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** The kinds of actor that an event can name. */
    public enum ActorKind {
        MEMBER,
        OPERATOR,
        SERVICE;

        /** Returns the word for this kind in JSON and in the database. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static ActorKind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Creates the next link and computes its hash. */
    static AuditEvent after(
            Digest prev,
            UUID council,
            long seq,
            Instant at,
            ActorKind actorKind,
            @Nullable UUID actor,
            String action,
            String kind,
            String subjects) {
        var unsealed = new AuditEvent(council, seq, at, actorKind, actor, action, kind, subjects, prev, prev);
        return new AuditEvent(
                council, seq, at, actorKind, actor, action, kind, subjects, prev, unsealed.computedHash());
    }

    /** Returns the value that takes the place of a previous hash in a council's first event. */
    static Digest genesis(UUID council) {
        return sha256(("genesis:" + council).getBytes(StandardCharsets.UTF_8));
    }

    /** Computes SHA-256 over the canonical JSON and the previous hash. */
    Digest computedHash() {
        return sha256(canonical().getBytes(StandardCharsets.UTF_8), prev.bytes());
    }

    /**
     * Writes the event as JSON with sorted keys and no spaces. No value needs escaping: all are words, ids, numbers or
     * a time.
     */
    String canonical() {
        return "{\"action\":\"" + action
                + "\",\"actor\":" + (actor == null ? "null" : "\"" + actor + "\"")
                + ",\"actorKind\":\"" + actorKind.word()
                + "\",\"at\":\"" + MICROSECONDS.format(at)
                + "\",\"council\":\"" + council
                + "\",\"kind\":\"" + kind
                + "\",\"seq\":" + seq
                + ",\"subjects\":" + subjects + "}";
    }

    private static Digest sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return new Digest(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
