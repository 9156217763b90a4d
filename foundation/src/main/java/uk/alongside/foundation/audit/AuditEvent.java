package uk.alongside.foundation.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A record of what one transaction read or changed for a council.
 *
 * @param at the time by the database's clock, which all replicas share
 * @param actor the member's id, or the subject of an operator's token; null where the service acted automatically
 * @param action the word for the first change, or {@code read}
 * @param subjects every action with the ids it concerned, as canonical JSON
 * @param details the values that it keeps, as JSON
 */
record AuditEvent(
        UUID council,
        UUID id,
        Instant at,
        ActorKind actorKind,
        @Nullable UUID actor,
        String action,
        String kind,
        String subjects,
        String details) {

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

    /** Returns the ids that this event names. */
    Set<UUID> ids() {
        var ids = new TreeSet<UUID>();
        ID.matcher(subjects).results().forEach(id -> ids.add(UUID.fromString(id.group(1))));
        return ids;
    }

    /**
     * Writes the event as JSON with sorted keys and no spaces. No value needs escaping: all are words, ids, numbers, a
     * time, or JSON already.
     */
    String canonical() {
        return "{\"action\":\"" + action
                + "\",\"actor\":" + (actor == null ? "null" : "\"" + actor + "\"")
                + ",\"actorKind\":\"" + actorKind.word()
                + "\",\"at\":\"" + MICROSECONDS.format(at)
                + "\",\"council\":\"" + council
                + "\",\"details\":" + details
                + ",\"id\":\"" + id
                + "\",\"kind\":\"" + kind
                + "\",\"subjects\":" + subjects + "}";
    }
}
