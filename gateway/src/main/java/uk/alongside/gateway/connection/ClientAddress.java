package uk.alongside.gateway.connection;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import uk.alongside.gateway.settings.GatewaySettings;

/** Finds the client address of a request. X-Forwarded-For counts only as far as trusted proxies have written it. */
@Component
public class ClientAddress {

    private final List<IpSubnetFilterRule> trustedProxies;

    ClientAddress(GatewaySettings settings) {
        this.trustedProxies =
                settings.trustedProxies().stream().map(ClientAddress::network).toList();
    }

    public String of(ServerHttpRequest request) {
        var peer = request.getRemoteAddress();
        return peer == null || peer.getAddress() == null
                ? "unknown"
                : of(peer.getAddress(), request.getHeaders().getOrEmpty("X-Forwarded-For"));
    }

    String of(InetAddress peer, List<String> forwardedFor) {
        var hops = forwardedFor.stream()
                .flatMap(header -> Arrays.stream(header.split(",", -1)))
                .map(String::strip)
                .toList()
                .reversed();
        var client = peer;
        for (var hop : hops) {
            var before = isTrustedProxy(client) ? parse(hop) : null;
            if (before == null) {
                break;
            }
            client = before;
        }
        return bucket(client);
    }

    boolean isTrustedProxy(InetAddress address) {
        var socket = new InetSocketAddress(address, 0);
        return trustedProxies.stream().anyMatch(network -> network.matches(socket));
    }

    /** Accepts literal addresses only, never a host name. */
    private static @Nullable InetAddress parse(String hop) {
        var bytes = NetUtil.createByteArrayFromIpAddressString(hop);
        try {
            return bytes == null ? null : InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            return null;
        }
    }

    /** One IPv6 customer has 2^64 addresses, so the network counts as one caller. */
    private static String bucket(InetAddress client) {
        return client instanceof Inet6Address
                ? HexFormat.of().formatHex(client.getAddress(), 0, 8)
                : client.getHostAddress();
    }

    private static IpSubnetFilterRule network(String cidr) {
        var parts = cidr.split("/", 2);
        var whole = parts[0].contains(":") ? 128 : 32;
        return new IpSubnetFilterRule(
                parts[0], parts.length == 2 ? Integer.parseInt(parts[1]) : whole, IpFilterRuleType.ACCEPT);
    }
}
