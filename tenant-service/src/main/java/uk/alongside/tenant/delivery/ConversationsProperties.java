package uk.alongside.tenant.delivery;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The address and the time limits of conversations-service.
 *
 * @param countingTimeout longer than the two minutes after which conversations-service gives up the count of a sheet
 */
@ConfigurationProperties("alongside.conversations")
record ConversationsProperties(
        URI url,
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("3s") Duration readTimeout,
        @DefaultValue("130s") Duration countingTimeout) {}
