package uk.alongside.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class SessionTimeTest {

    private static final String UNATTENDED = "Alongside-Unattended";

    private final RunningGateway gateway = RunningGateway.shared();
    private final Browser browser = new Browser(gateway);

    @BeforeEach
    void start() {
        gateway.resetClock();
        gateway.conversationsService().forget();
    }

    @Test
    void isToldToThePageWithoutExtendingTheSession() {
        browser.signIn(Realm.PRIYA);
        browser.get("/api/council");
        var seen = lastSeen();

        var left = browser.get("/session/time-left");

        assertThat(left.status()).isEqualTo(200);
        assertThat(left.header("Cache-Control")).isEqualTo("no-store");
        assertThat(Duration.ofSeconds(left.json().path("seconds").asLong()))
                .isBetween(Duration.ofMinutes(43), Duration.ofMinutes(45));
        assertThat(lastSeen()).isEqualTo(seen);
    }

    @Test
    void isUnknownWithoutASession() {
        assertThat(browser.get("/session/time-left").problem()).isEqualTo("signed-out");
        browser.cookies().put("__Host-alongside", "00000000-0000-0000-0000-000000000000");
        assertThat(browser.get("/session/time-left").problem()).isEqualTo("signed-out");
    }

    /** Otherwise a board that is left open would keep its session alive for as long as others change its day. */
    @Test
    void isNotExtendedByAReadThatThePageMarksAsUnattended() {
        browser.signIn(Realm.PRIYA);
        browser.get("/api/council");
        var seen = lastSeen();

        var read = browser.get("/api/council", UNATTENDED, "true");

        assertThat(read.status()).isEqualTo(200);
        assertThat(gateway.conversationsService().last().token()).isNotEmpty();
        assertThat(lastSeen()).isEqualTo(seen);
        browser.get("/session");
        assertThat(lastSeen()).isGreaterThan(seen);
    }

    @Test
    void isExtendedByEveryChange() {
        browser.signIn(Realm.PRIYA);
        var token = browser.pageToken();
        var seen = lastSeen();

        var change = browser.post("/api/people", "{}", UNATTENDED, "true", "X-CSRF-Token", token);

        assertThat(change.status()).isEqualTo(200);
        assertThat(lastSeen()).isGreaterThan(seen);
    }

    private long lastSeen() {
        return gateway.lastSeen(Objects.requireNonNull(browser.cookies().get("__Host-alongside")));
    }
}
