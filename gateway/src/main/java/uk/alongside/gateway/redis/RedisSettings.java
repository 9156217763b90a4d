package uk.alongside.gateway.redis;

import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of Redis that are ours; its address is among Spring's.
 *
 * @param oldestVersion the oldest Redis that the gateway starts with
 * @param oldestValkeyVersion the oldest Valkey, which counts its versions apart from Redis
 */
@ConfigurationProperties("alongside.redis")
@Validated
public record RedisSettings(
        @Pattern(regexp = RedisSettings.VERSION) String oldestVersion,
        @Pattern(regexp = RedisSettings.VERSION) String oldestValkeyVersion) {

    static final String VERSION = "\\d{1,6}(\\.\\d{1,6}){0,3}";
}
