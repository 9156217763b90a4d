package uk.alongside.gateway.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.data.redis.serializer.SerializationException;
import org.springframework.session.MapSession;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes sessions as JSON, and reads only whole numbers and {@link SessionValue}. A session with anything else, such as
 * Java's own serialization, counts as absent, so its owner signs in again. A program that can write to Redis cannot make the
 * gateway load a class.
 */
final class SessionJson implements RedisSerializer<Object> {

    private static final Logger log = LoggerFactory.getLogger(SessionJson.class);

    /** The beginning of a field in Redis that holds an attribute, as Spring Session writes it. */
    private static final String ATTRIBUTE = "sessionAttr:";

    private final JsonMapper json = JsonMapper.builder()
            // A newer version of the gateway may have written a field that this one does not know.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Stands for bytes that are no value of a session. */
    private enum Unreadable {
        VALUE
    }

    @Override
    public byte[] serialize(@Nullable Object value) {
        return switch (value) {
            // An attribute that was removed.
            case null -> new byte[0];
            case Long number -> json.writeValueAsBytes(number);
            case Integer number -> json.writeValueAsBytes(number);
            case SessionValue known -> json.writerFor(SessionValue.class).writeValueAsBytes(known);
            default -> throw new SerializationException("A session does not hold " + value.getClass());
        };
    }

    @Override
    public @Nullable Object deserialize(byte @Nullable [] bytes) {
        if (bytes == null || bytes.length == 0) {
            return null;
        }
        try {
            return bytes[0] == '{' ? json.readValue(bytes, SessionValue.class) : json.readValue(bytes, Long.class);
        } catch (JacksonException unreadable) {
            return Unreadable.VALUE;
        }
    }

    /** Returns the session of what Redis holds under its id, or empty if any part of it cannot be read. */
    Mono<MapSession> session(String id, Map<String, Object> stored) {
        var session = new MapSession(id);
        stored.forEach((name, value) -> {
            if (value instanceof SessionValue known && StaffSession.mayHold(withoutPrefix(name), known)) {
                session.setAttribute(withoutPrefix(name), known);
            }
        });
        var attributes = stored.entrySet().stream()
                .filter(it -> it.getKey().startsWith(ATTRIBUTE))
                .filter(it -> it.getValue() != null)
                .count();
        if (attributes == session.getAttributeNames().size()
                && stored.get("creationTime") instanceof Long created
                && stored.get("lastAccessedTime") instanceof Long used
                && stored.get("maxInactiveInterval") instanceof Long seconds
                && seconds == seconds.intValue()) {
            session.setCreationTime(Instant.ofEpochMilli(created));
            session.setLastAccessedTime(Instant.ofEpochMilli(used));
            session.setMaxInactiveInterval(Duration.ofSeconds(seconds));
            return Mono.just(session);
        }
        log.info("A session in Redis could not be read. Its owner signs in again.");
        return Mono.empty();
    }

    private static String withoutPrefix(String name) {
        return name.startsWith(ATTRIBUTE) ? name.substring(ATTRIBUTE.length()) : "";
    }
}
