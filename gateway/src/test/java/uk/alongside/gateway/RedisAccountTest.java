package uk.alongside.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.reactivestreams.Publisher;
import org.springframework.data.redis.connection.ReactiveRedisConnection;
import org.springframework.data.redis.core.script.RedisScript;
import reactor.core.publisher.Flux;
import uk.alongside.localstack.LocalStack;

/** Tests what the gateway's account in Redis may do: what the gateway needs, and nothing else. */
@Tag("slow")
class RedisAccountTest {

    private static final String OTHER_KEY = "another:key";

    private final RunningGateway gateway = RunningGateway.shared();

    @TestFactory
    List<DynamicTest> isRefused() {
        return List.of(
                refused("CONFIG GET", connection -> connection.serverCommands().getConfig("*")),
                refused("CONFIG SET", connection -> connection.serverCommands().setConfig("maxmemory", "1gb")),
                refused("FLUSHALL", connection -> connection.serverCommands().flushAll()),
                refused("FLUSHDB", connection -> connection.serverCommands().flushDb()),
                refused("SAVE", connection -> connection.serverCommands().bgSave()),
                refused("KEYS", connection -> connection.keyCommands().keys(bytes("*"))),
                refused("SCAN", connection -> connection.keyCommands().scan()),
                refused(
                        "SCRIPT FLUSH",
                        connection -> connection.scriptingCommands().scriptFlush()),
                refused("CLIENT LIST", connection -> connection.serverCommands().getClientList()),
                refused(
                        "a key of another program",
                        connection -> connection.hashCommands().hGetAll(bytes(OTHER_KEY))),
                refused(
                        "a write to a key of another program",
                        connection ->
                                connection.hashCommands().hSet(bytes(OTHER_KEY), bytes("field"), bytes("value"))));
    }

    /** Limits need a script, so scripts are allowed. What a script may call is what the account may call. */
    @Test
    void aScriptMayDoNoMoreThanTheAccount() {
        var redis = gateway.inRedisAsGateway();

        assertThatThrownBy(() -> redis.execute(RedisScript.of("return redis.call('FLUSHALL')", String.class))
                        .blockFirst())
                .hasStackTraceContaining("can't run this command or subcommand");
        assertThatThrownBy(() -> redis.execute(
                                RedisScript.of("return redis.call('HGET', KEYS[1], 'field')", String.class),
                                List.of(OTHER_KEY))
                        .blockFirst())
                .hasStackTraceContaining("NOPERM");
    }

    /** Redis keeps a list of what it refused. It shows a command that the gateway needs and may not use. */
    @Test
    void theGatewayAsksForNothingThatItMayNotDo() throws IOException {
        assertThat(ask("ACL LOG RESET")).isEqualTo("+OK");
        // A new connection introduces itself.
        gateway.redis().cut();
        gateway.mendRedis();
        var browser = new Browser(gateway);
        browser.signIn(Realm.PRIYA);
        browser.get("/api/council");
        gateway.letTokensEnd();
        browser.get("/api/council");
        gateway.resetClock();
        new Browser(gateway).signIn(Realm.PRIYA);
        assertThat(browser.get("/session/sign-ins").status()).isEqualTo(200);
        assertThat(browser.post("/session/sign-ins/end-others", "", "X-CSRF-Token", browser.pageToken())
                        .status())
                .isEqualTo(200);
        browser.signOut(false);
        gateway.redisMemory().measure().block();

        assertThat(ask("ACL LOG 10")).as("an empty list").isEqualTo("*0");
    }

    /** Sends one command as administrator, and returns the first line of the answer. */
    private static String ask(String command) throws IOException {
        var redis = LocalStack.forTests().redis();
        try (var socket = new Socket(redis.host(), redis.port())) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            socket.getOutputStream()
                    .write(("AUTH " + redis.password() + "\r\n" + command + "\r\n").getBytes(StandardCharsets.UTF_8));
            assertThat(in.readLine()).isEqualTo("+OK");
            return in.readLine();
        }
    }

    private DynamicTest refused(String name, Function<ReactiveRedisConnection, Publisher<?>> command) {
        return DynamicTest.dynamicTest(
                name,
                () -> assertThatThrownBy(() -> gateway.inRedisAsGateway()
                                .execute(connection -> Flux.from(command.apply(connection)))
                                .blockFirst())
                        .hasStackTraceContaining("NOPERM"));
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
