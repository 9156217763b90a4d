package uk.alongside.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serial;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;

/** Tests what Redis holds of a session, and that a program that can write to Redis cannot make the gateway load a class. */
@Tag("slow")
class SessionsInRedisTest {

    private static final String STAFF = "sessionAttr:staff";

    private final RunningGateway gateway = RunningGateway.shared();
    private final Browser browser = new Browser(gateway);

    /** Counts how often an object of it was read from bytes. */
    static final class Trap implements Serializable {

        @Serial
        private static final long serialVersionUID = 1;

        static final AtomicInteger READ = new AtomicInteger();

        @Serial
        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            in.defaultReadObject();
            READ.incrementAndGet();
        }
    }

    @BeforeEach
    void signIn() {
        gateway.resetClock();
        browser.signIn(Realm.PRIYA);
    }

    @Test
    void everyFieldIsJson() {
        var fields = fields();

        assertThat(fields)
                .containsKeys("creationTime", "lastAccessedTime", "maxInactiveInterval", STAFF)
                .hasSizeGreaterThan(4);
        assertThat(fields.values().stream()
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                        // An attribute that was removed.
                        .filter(text -> !text.isEmpty()))
                .allSatisfy(text -> assertThat(isJson(text)).as(text).isTrue());
        assertThat(Browser.JSON.readTree(fields.get(STAFF)).path("type").asString())
                .isEqualTo("staff");
    }

    static Stream<Map.Entry<String, byte[]>> planted() {
        return Stream.of(
                Map.entry(STAFF, serialized(new Trap())),
                Map.entry("sessionAttr:other", serialized(new Trap())),
                Map.entry("lastAccessedTime", serialized(System.currentTimeMillis())),
                Map.entry(STAFF, new byte[] {(byte) 0xac, (byte) 0xed, 0, 5}),
                Map.entry(STAFF, text("{\"type\":\"uk.alongside.gateway.SessionsInRedisTest$Trap\"}")),
                Map.entry(STAFF, text("{\"@class\":\"javax.sql.rowset.JdbcRowSetImpl\",\"dataSourceName\":\"x\"}")),
                Map.entry(STAFF, text("[\"javax.sql.rowset.JdbcRowSetImpl\",{\"dataSourceName\":\"x\"}]")),
                Map.entry(STAFF, text("{\"type\":\"staff\"}")),
                Map.entry(STAFF, text("{\"type\":\"staff\",\"person\":null,\"idToken\":\"i\",\"pageToken\":\"p\"}")),
                Map.entry(STAFF, text("{\"type\":\"tokens\",\"access\":\"a\",\"expiresAt\":\"2100-01-01T00:00:00Z\"}")),
                Map.entry(STAFF, text("17")),
                Map.entry(STAFF, text("[".repeat(100_000))),
                Map.entry("sessionAttr:other", text("{\"type\":\"other\"}")),
                Map.entry("lastAccessedTime", text("{}")),
                Map.entry("maxInactiveInterval", text("9223372036854775807")));
    }

    @ParameterizedTest
    @MethodSource("planted")
    void aSessionThatHoldsAnotherTypeIsSignedOut(Map.Entry<String, byte[]> planted) {
        Trap.READ.set(0);
        plant(planted.getKey(), planted.getValue());

        assertThat(browser.get("/api/council").status()).isEqualTo(401);
        assertThat(browser.session().problem()).isEqualTo("signed-out");

        assertThat(Trap.READ).hasValue(0);
        assertThat(browser.signIn(Realm.PRIYA).status()).isEqualTo(200);
        assertThat(browser.get("/api/council").status()).isEqualTo(200);
    }

    @Test
    void aFieldThatANewerVersionAddedIsIgnored() {
        var staff = new String(fields().get(STAFF), StandardCharsets.UTF_8);

        plant(STAFF, text(staff.replaceFirst("\\{", "{\"newer\":[1],")));

        assertThat(browser.get("/api/council").status()).isEqualTo(200);
    }

    private ByteBuffer key() {
        var session = Objects.requireNonNull(browser.cookies().get("__Host-alongside"));
        return ByteBuffer.wrap(text("alongside:session:sessions:" + session));
    }

    private Map<String, byte[]> fields() {
        return Objects.requireNonNull(gateway.inRedis()
                        .execute(connection -> connection.hashCommands().hGetAll(key()))
                        .collectList()
                        .block())
                .stream()
                .collect(Collectors.toMap(
                        it -> StandardCharsets.UTF_8.decode(it.getKey()).toString(), it -> bytes(it.getValue())));
    }

    private void plant(String field, byte[] value) {
        gateway.inRedis()
                .execute(connection ->
                        connection.hashCommands().hSet(key(), ByteBuffer.wrap(text(field)), ByteBuffer.wrap(value)))
                .blockFirst();
    }

    private static byte[] bytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] serialized(Object value) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static boolean isJson(String text) {
        try {
            Browser.JSON.readTree(text);
            return true;
        } catch (JacksonException e) {
            return false;
        }
    }
}
