package uk.alongside.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class EventStreamTest {

    private static final String PATH = "/api/hubs/00000000-0000-4000-8000-000000000001/days/2026-11-24/events";
    private static final Realm.Machine IMPORT =
            Realm.machine("stream", 60, List.of("basic", "service_account", "to-services"), Realm.LARKSHIRE);

    private final RunningGateway gateway = RunningGateway.shared();
    private final Browser browser = new Browser(gateway);

    @BeforeEach
    void start() {
        gateway.resetClock();
        gateway.conversationsService().forget();
    }

    @AfterEach
    void mend() {
        gateway.conversationsService().release();
    }

    @Test
    void anEventIsPassedOnImmediately() throws IOException {
        browser.signIn(Realm.PRIYA);
        gateway.conversationsService().hold();

        try (var stream = browser.stream(PATH)) {
            assertThat(nextData(stream)).isEqualTo("data: 1");
            gateway.conversationsService().release();
            assertThat(nextData(stream)).isEqualTo("data: 2");
        }
    }

    @Test
    void anEventStreamHasNoResponseTimeout() throws IOException {
        var hasty = RunningGateway.with("spring.cloud.gateway.server.webflux.httpclient.response-timeout=1s");
        hasty.conversationsService().hold();
        var token = IMPORT.token("organization:" + Realm.LARKSHIRE.alias());
        var client = new Browser(hasty);

        assertThat(client.get("/api/council", "Authorization", "Bearer " + token)
                        .status())
                .isEqualTo(503);
        hasty.conversationsService().release();
        hasty.conversationsService().pauseBetweenEvents(2500);
        assertThat(client.get(PATH, "Authorization", "Bearer " + token).body()).contains("data: 1", "data: 2");
    }

    /** Otherwise a board that is left open would keep its session alive for ever. */
    @Test
    void anEventStreamDoesNotExtendTheSession() throws IOException {
        browser.signIn(Realm.PRIYA);
        browser.get("/api/council");
        var seen = lastSeen();

        browser.stream(PATH).close();

        assertThat(lastSeen()).isEqualTo(seen);
        browser.get("/api/council");
        assertThat(lastSeen()).isGreaterThan(seen);
    }

    @Test
    void anEventStreamRefreshesATokenWithoutExtendingTheSession() throws IOException {
        browser.signIn(Realm.PRIYA);
        browser.get("/api/council");
        var seen = lastSeen();
        var ended = gateway.conversationsService().last().token();
        gateway.letTokensEnd();

        browser.stream(PATH).close();

        var renewed = gateway.conversationsService().last().token();
        assertThat(renewed).isNotEqualTo(ended);
        assertThat(lastSeen()).isEqualTo(seen);
        gateway.resetClock();
        browser.get("/api/council");
        assertThat(gateway.conversationsService().last().token()).isEqualTo(renewed);
    }

    @Test
    void onePersonMayKeepOnlyAFewBoardsOpen() throws IOException {
        var strict = RunningGateway.with("alongside.limits.open-boards=2");
        strict.conversationsService().hold();
        var token = IMPORT.token("organization:" + Realm.LARKSHIRE.alias());
        var client = new Browser(strict);

        try (var first = client.stream(PATH, "Authorization", "Bearer " + token);
                var second = client.stream(PATH, "Authorization", "Bearer " + token)) {
            assertThat(nextData(first)).isEqualTo("data: 1");
            assertThat(nextData(second)).isEqualTo("data: 1");

            var third = client.get(PATH, "Authorization", "Bearer " + token);

            assertThat(third.status()).isEqualTo(429);
            assertThat(third.problem()).isEqualTo("too-many-open-boards");
            assertThat(third.header("Retry-After")).isNotNull();
            strict.conversationsService().release();
            assertThat(client.get("/api/council", "Authorization", "Bearer " + token)
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void anEventStreamWithoutASessionIsRefused() {
        assertThat(browser.get(PATH).problem()).isEqualTo("signed-out");
        browser.cookies().put("__Host-alongside", "00000000-0000-0000-0000-000000000000");
        assertThat(browser.get(PATH).problem()).isEqualTo("signed-out");
        assertThat(gateway.conversationsService().received()).isEmpty();
    }

    private static String nextData(BufferedReader stream) throws IOException {
        for (var line = stream.readLine(); line != null; line = stream.readLine()) {
            if (line.startsWith("data:")) {
                return line;
            }
        }
        throw new AssertionError("The stream has ended.");
    }

    private long lastSeen() {
        return gateway.lastSeen(Objects.requireNonNull(browser.cookies().get("__Host-alongside")));
    }
}
