package uk.alongside.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

@Tag("slow")
class RateLimitTest {

    private static final List<String> LIKE_AN_IMPORT = List.of("basic", "service_account", "to-services");

    private static final RunningGateway GATEWAY = RunningGateway.with(
            "alongside.limits.person.per-second=1",
            "alongside.limits.person.burst=5",
            "alongside.limits.address.per-second=1",
            "alongside.limits.address.burst=5",
            "alongside.limits.sign-in.per-second=1",
            "alongside.limits.sign-in.burst=2",
            "alongside.limits.refusal-delay=1ms",
            "alongside.trusted-proxies=127.0.0.0/8,::1");

    @Test
    void aRateLimitAppliesToOneCallerOnly() {
        var hasty = Realm.machine("hasty", 60, LIKE_AN_IMPORT, Realm.LARKSHIRE);
        var patient = Realm.machine("patient", 60, LIKE_AN_IMPORT, Realm.LARKSHIRE);

        var flood = answers(40, "/api/council", bearer(hasty));
        var other = answers(1, "/api/council", bearer(patient));

        assertThat(flood).extracting(Browser.Answer::status).contains(200, 429).containsOnly(200, 429);
        assertThat(flood.stream().filter(it -> it.status() == 429)).allSatisfy(it -> {
            assertThat(it.problem()).isEqualTo("too-many-requests");
            assertThat(it.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(it.header("Retry-After")).isEqualTo("1");
        });
        assertThat(flood.stream().filter(it -> it.status() == 200).count()).isLessThan(20);
        assertThat(other).extracting(Browser.Answer::status).containsExactly(200);
    }

    @Test
    void anAddressWithoutASignInHasItsOwnRateLimit() {
        var flood = answers(40, "/session", "X-Forwarded-For", "203.0.113.5");
        var other = answers(1, "/session", "X-Forwarded-For", "203.0.113.6");

        assertThat(flood).extracting(Browser.Answer::status).contains(401, 429).containsOnly(401, 429);
        assertThat(other).extracting(Browser.Answer::status).containsExactly(401);
    }

    /** A path in another spelling would not be counted, but would still reach its route. */
    @Test
    void anEncodedPathDoesNotBypassTheRateLimit() {
        for (var path : List.of("/%6Fauth2/authorization/sign-in", "/%73ession", "/%61pi/council")) {
            assertThat(answers(10, path, "X-Forwarded-For", "203.0.113.8"))
                    .as(path)
                    .allSatisfy(it -> assertThat(it.status()).isEqualTo(400))
                    .allSatisfy(it -> assertThat(it.header("Set-Cookie")).isNull());
        }
    }

    @Test
    void aFloodOnPublicPagesDoesNotStopASignIn() {
        var flood = answers(40, "/open/larkshire", "X-Forwarded-For", "203.0.113.9");
        var signIn = answers(1, "/session", "X-Forwarded-For", "203.0.113.9");

        assertThat(flood).extracting(Browser.Answer::status).contains(200, 429);
        assertThat(signIn).extracting(Browser.Answer::status).containsExactly(401);
    }

    @Test
    void staticFilesHaveNoRateLimit() {
        assertThat(answers(40, "/assets/index-AbC123.js", "X-Forwarded-For", "203.0.113.7"))
                .extracting(Browser.Answer::status)
                .containsOnly(200);
    }

    @Test
    void anAddressMayStartFewSignIns() {
        var flood = answers(20, "/oauth2/authorization/sign-in", "X-Forwarded-For", "203.0.113.10");
        var other = answers(1, "/oauth2/authorization/sign-in", "X-Forwarded-For", "203.0.113.11");

        assertThat(flood)
                .extracting(Browser.Answer::status)
                .startsWith(302, 302)
                .contains(429);
        assertThat(other).extracting(Browser.Answer::status).containsExactly(302);
    }

    /** A caller who is over the limit costs no work in Redis until the next token is due. */
    @Test
    void aFloodIsRefusedWithoutRedis() {
        var client = Realm.machine("flood", 60, LIKE_AN_IMPORT, Realm.LARKSHIRE);
        var token = bearer(client);
        GATEWAY.stopClock();
        try {
            assertThat(answers(40, "/api/council", token))
                    .extracting(Browser.Answer::status)
                    .contains(200)
                    .endsWith(429);
            GATEWAY.redis().cut();

            assertThat(answers(20, "/api/council", token))
                    .extracting(Browser.Answer::status)
                    .containsOnly(429);
        } finally {
            GATEWAY.mendRedis();
            GATEWAY.resetClock();
        }
    }

    @Test
    void withoutRedisEachGatewayLimitsItsCallersAloneAndCountsAfterwards() {
        var client = Realm.machine("client", 60, LIKE_AN_IMPORT, Realm.LARKSHIRE);
        var token = bearer(client);
        counted().flatMap(GATEWAY.inRedis()::delete).blockLast();
        GATEWAY.redis().cut();
        try {
            var flood = answers(40, "/api/council", token);

            assertThat(flood)
                    .extracting(Browser.Answer::status)
                    .startsWith(200, 200, 200)
                    .containsOnly(200, 429);
            assertThat(flood).extracting(Browser.Answer::status).contains(429);
        } finally {
            GATEWAY.mendRedis();
        }
        RunningGateway.eventually(
                () -> Boolean.TRUE.equals(counted().hasElements().block()));
    }

    private static Flux<String> counted() {
        return GATEWAY.inRedis().keys("alongside:limit:person:*");
    }

    private static String[] bearer(Realm.Machine machine) {
        return new String[] {
            "Authorization",
            "Bearer " + machine.token("organization:" + Realm.LARKSHIRE.alias()),
            "X-Request",
            UUID.randomUUID().toString()
        };
    }

    private static List<Browser.Answer> answers(int times, String path, String... headers) {
        return IntStream.range(0, times)
                .mapToObj(_ -> new Browser(GATEWAY).get(path, headers))
                .toList();
    }
}
