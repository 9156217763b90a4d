package uk.alongside.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import uk.alongside.gateway.settings.GatewaySettings;

class ClientAddressTest {

    @Test
    void theClientAddressIsThePeersWithoutATrustedProxy() {
        assertThat(address(List.of(), "198.51.100.7", "203.0.113.5")).isEqualTo("198.51.100.7");
    }

    @Test
    void theClientAddressIsThePeersIfThePeerIsNotATrustedProxy() {
        assertThat(address(List.of("10.0.0.0/8"), "198.51.100.7", "203.0.113.5"))
                .isEqualTo("198.51.100.7");
    }

    @Test
    void theClientAddressIsTheOneThatATrustedProxySaw() {
        assertThat(address(List.of("10.0.0.0/8"), "10.1.2.3", "203.0.113.5")).isEqualTo("203.0.113.5");
    }

    @Test
    void anAddressThatTheCallerWroteIsIgnored() {
        assertThat(address(List.of("10.0.0.0/8"), "10.1.2.3", "192.0.2.1, 203.0.113.5"))
                .isEqualTo("203.0.113.5");
    }

    @Test
    void theClientAddressIsFoundThroughSeveralTrustedProxies() {
        assertThat(address(List.of("10.0.0.0/8"), "10.1.2.3", "192.0.2.1, 203.0.113.5, 10.9.9.9"))
                .isEqualTo("203.0.113.5");
    }

    @Test
    void aMalformedHeaderLeavesTheLastKnownAddress() {
        assertThat(address(List.of("10.0.0.0/8"), "10.1.2.3", "203.0.113.5, unknown"))
                .isEqualTo("10.1.2.3");
        assertThat(address(List.of("10.0.0.0/8"), "10.1.2.3", "")).isEqualTo("10.1.2.3");
    }

    @Test
    void anIpv6NetworkCountsAsOneClient() {
        assertThat(address(List.of(), "2001:db8:1:2:aaaa::1"))
                .isEqualTo(address(List.of(), "2001:db8:1:2:bbbb::9"))
                .isNotEqualTo(address(List.of(), "2001:db8:1:3::1"));
    }

    private static String address(List<String> trusted, String peer, String... forwardedFor) {
        try {
            return new ClientAddress(settings(trusted)).of(InetAddress.getByName(peer), List.of(forwardedFor));
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private static GatewaySettings settings(List<String> trustedProxies) {
        var limit = new GatewaySettings.Limit(1, 1);
        return new GatewaySettings(
                URI.create("http://localhost:8080"),
                DataSize.ofMegabytes(12),
                List.of(),
                trustedProxies,
                new GatewaySettings.Keycloak(URI.create("http://localhost:8180/realms/alongside"), null, "unused"),
                new GatewaySettings.Session(
                        Duration.ofMinutes(45),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(10),
                        new GatewaySettings.ThroughCouncil(Duration.ofMinutes(30), Duration.ofMinutes(90)),
                        "unused"),
                new GatewaySettings.Limits(limit, limit, limit, Duration.ZERO, 1),
                new GatewaySettings.Connections(
                        Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1), 1));
    }
}
