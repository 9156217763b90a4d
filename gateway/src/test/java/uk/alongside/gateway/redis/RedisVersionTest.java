package uk.alongside.gateway.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisCommandExecutionException;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.RedisSystemException;

/** Tests which versions of Redis and Valkey are accepted. */
class RedisVersionTest {

    private static final RedisSettings SETTINGS = new RedisSettings("8.2.2", "8.1.4");

    @ParameterizedTest
    @CsvSource({
        "8.2.2, true",
        "8.2.10, true",
        "8.10.0, true",
        "9.0, true",
        "8.2.1, false",
        "8.2, false",
        "7.4.6, false",
        "7.0.15, false",
        "unknown, false"
    })
    void aRedisThatIsTooOldIsRefused(String version, boolean accepted) {
        var server = new Properties();
        server.setProperty("redis_version", version);

        assertThat(RedisVersion.complaint(server, SETTINGS).isEmpty()).isEqualTo(accepted);
    }

    /** Valkey reports the version of Redis that it is like, and its own. */
    @ParameterizedTest
    @CsvSource({"8.1.4, true", "9.0.0, true", "8.1.3, false", "7.2.11, false"})
    void aValkeyIsMeasuredByItsOwnVersion(String version, boolean accepted) {
        var server = new Properties();
        server.setProperty("redis_version", "7.2.4");
        server.setProperty("valkey_version", version);

        assertThat(RedisVersion.complaint(server, SETTINGS).isEmpty()).isEqualTo(accepted);
    }

    @Test
    void theMessageSaysWhatToDo() {
        var server = new Properties();
        server.setProperty("redis_version", "7.0.15");

        assertThat(RedisVersion.complaint(server, SETTINGS))
                .contains(
                        "Redis 7.0.15 is too old: the gateway needs 8.2.2 or later. Upgrade it. If it is an older version"
                                + " with the fixes of your distribution, set alongside.redis.oldest-version to 7.0.15.");
    }

    @Test
    void aRedisThatMayNotBeAskedIsNotOneThatIsAway() {
        var refused = new RedisSystemException(
                "Error in execution",
                new RedisCommandExecutionException(
                        "NOPERM User alongside has no permissions to run the 'info' command"));

        assertThat(RedisVersion.isRefusal(refused)).isTrue();
        assertThat(RedisVersion.isRefusal(new RedisConnectionFailureException("away")))
                .isFalse();
    }
}
