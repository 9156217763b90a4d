package uk.alongside.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.redis.RedisSystemException;
import uk.alongside.gateway.redis.RedisMemory;

/** Tests a real Redis that is filled until it refuses every write. */
@Tag("slow")
@ExtendWith(OutputCaptureExtension.class)
class FullRedisTest {

    private static final String JUNK = "alongside:junk:";

    private final RunningGateway gateway = RunningGateway.shared();
    private final Browser browser = new Browser(gateway);

    @BeforeEach
    void signIn() {
        gateway.resetClock();
        makeRoom();
        browser.signIn(Realm.PRIYA);
        gateway.conversationsService().forget();
    }

    @AfterEach
    void makeRoom() {
        limitMemory("128mb");
        gateway.inRedis()
                .keys(JUNK + "*")
                .collectList()
                .flatMap(keys -> keys.isEmpty()
                        ? reactor.core.publisher.Mono.just(0L)
                        : gateway.inRedis().delete(keys.toArray(String[]::new)))
                .block();
    }

    @Test
    void aSignedInPersonWorksOn() {
        var token = browser.pageToken();
        fill();

        assertThat(browser.get("/api/council").status()).isEqualTo(200);
        assertThat(browser.session().status()).isEqualTo(200);
        assertThat(browser.post("/api/people", "{}", "X-CSRF-Token", token).status())
                .isEqualTo(200);
        assertThat(browser.openWithoutFollowing("/hubs").status()).isEqualTo(200);
    }

    /** Tokens live for a minute, so a session that could not keep a new one would end a minute later. */
    @Test
    void aSignedInPersonWorksOnWhenTheirTokenExpires() {
        browser.get("/api/council");
        var first = gateway.conversationsService().last().token();
        fill();
        gateway.letTokensEnd();

        assertThat(browser.get("/api/council").status()).isEqualTo(200);
        var second = gateway.conversationsService().last().token();
        gateway.resetClock();
        assertThat(browser.get("/api/council").status()).isEqualTo(200);

        assertThat(second).isNotEqualTo(first);
        assertThat(gateway.conversationsService().last().token())
                .as("no second refresh")
                .isEqualTo(second);
        makeRoom();
        assertThat(browser.get("/api/council").status()).isEqualTo(200);
    }

    @Test
    void signInIsAnsweredInWords() {
        var visitor = new Browser(gateway);
        var form = visitor.open("/oauth2/authorization/sign-in");
        fill();

        var start = new Browser(gateway).openWithoutFollowing("/oauth2/authorization/sign-in");
        var end = visitor.fillIn(visitor.submit(form, Map.of("username", Realm.PRIYA.username())), Realm.PRIYA);

        for (var page : java.util.List.of(start, end)) {
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.body()).contains("<h1>Alongside is not available right now</h1>");
        }
        makeRoom();
        assertThat(visitor.signIn(Realm.PRIYA).status()).isEqualTo(200);
    }

    @Test
    void signOutStillEndsTheSession() {
        fill();

        assertThat(browser.signOut(false).status()).isEqualTo(200);
        assertThat(browser.session().problem()).isEqualTo("signed-out");
    }

    @Test
    void theLogWarnsBeforeRedisIsFull(CapturedOutput log) {
        // The gateway warns once until there is room again. It may have measured during another test, as it does each
        // minute.
        gateway.redisMemory().measure().block();
        fill();

        var used = gateway.redisMemory().measure().block();

        assertThat(used).isGreaterThan(0.9);
        assertThat(log).contains("of its memory. When it is full, no one can sign in.");
    }

    /** Leaves Redis a little room and takes it. */
    private void fill() {
        var used = Long.parseLong(info().getProperty("used_memory"));
        limitMemory(String.valueOf(used + 500_000));
        var value = "x".repeat(10_000);
        try {
            for (int i = 0; i < 10_000; i++) {
                gateway.inRedis().opsForValue().set(JUNK + i, value).block();
            }
            throw new AssertionError("Redis is not full");
        } catch (RedisSystemException full) {
            assertThat(RedisMemory.refusesToWrite(full)).isTrue();
            // Otherwise a small value could still find room.
            limitMemory(String.valueOf(used));
        }
    }

    private Properties info() {
        return Objects.requireNonNull(gateway.inRedis()
                .execute(connection -> connection.serverCommands().info("memory"))
                .blockFirst());
    }

    private void limitMemory(String limit) {
        gateway.inRedis()
                .execute(connection -> connection.serverCommands().setConfig("maxmemory", limit))
                .blockFirst();
    }
}
