package uk.alongside.foundation.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.alongside.foundation.audit.Audit.Deed;

/**
 * A record of what one transaction read or changed for a council.
 *
 * @param at the time by the database's clock, which all replicas share
 * @param key the key of the code
 * @param mac the service's message authentication code over what it wrote
 */
record AuditEvent(Written written, Instant at, String key, Digest mac) {

    static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final Pattern ID = Pattern.compile("\"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\"");

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

    /**
     * The part of an event that the service writes. The database adds the time.
     *
     * @param actor the member's id, or the subject of an operator's token; null where the service acted automatically
     * @param action the word for the first change, or {@code read}
     * @param subjects every action with the ids it concerned, as canonical JSON
     * @param details the values that it keeps, as JSON
     */
    record Written(
            UUID council,
            UUID id,
            ActorKind actorKind,
            @Nullable UUID actor,
            String action,
            String kind,
            String subjects,
            String details) {

        /**
         * Computes the code that shows that a service wrote this, or returns empty if the key is not known. It begins with
         * another word than the text of a seal, so that neither code can be used as the other.
         */
        Optional<Digest> mac(String key, AuditKeys keys) {
            return keys.mac(
                    key,
                    ("{\"key\":\"" + key + "\",\"written\":" + canonical() + "}").getBytes(StandardCharsets.UTF_8));
        }

        /**
         * Writes this as JSON with sorted keys and no spaces. No value needs escaping: all are words, ids, or JSON
         * already.
         */
        private String canonical() {
            return "{\"action\":\"" + action
                    + "\",\"actor\":" + (actor == null ? "null" : "\"" + actor + "\"")
                    + ",\"actorKind\":\"" + actorKind.word()
                    + "\",\"council\":\"" + council
                    + "\",\"details\":" + details
                    + ",\"id\":\"" + id
                    + "\",\"kind\":\"" + kind
                    + "\",\"subjects\":" + subjects + "}";
        }
    }

    UUID council() {
        return written.council();
    }

    UUID id() {
        return written.id();
    }

    /** Returns true if a service wrote this event and no other person changed it since, apart from its time. */
    boolean isGenuine(AuditKeys keys) {
        return written.mac(key, keys).filter(mac::equals).isPresent();
    }

    /** Returns true if this event records that other events were lost before they were sealed. */
    boolean recordsALoss() {
        return written.actorKind() == ActorKind.SERVICE
                && new Deed(written.action(), written.kind()).equals(AuditTrail.LOST);
    }

    /** Returns the ids that this event names. */
    Set<UUID> ids() {
        var ids = new TreeSet<UUID>();
        ID.matcher(written.subjects()).results().forEach(id -> ids.add(UUID.fromString(id.group(1))));
        return ids;
    }

    /** Writes the event, with its time and its code, as JSON with sorted keys and no spaces. */
    String canonical() {
        return "{\"at\":\"" + MICROSECONDS.format(at)
                + "\",\"key\":\"" + key
                + "\",\"mac\":\"" + mac
                + "\",\"written\":" + written.canonical() + "}";
    }
}
