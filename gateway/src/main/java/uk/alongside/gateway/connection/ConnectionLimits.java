package uk.alongside.gateway.connection;

import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.util.List;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;
import uk.alongside.gateway.memory.OpenCounts;
import uk.alongside.gateway.settings.GatewaySettings;

/**
 * Closes connections that do nothing or are too slow, and bounds how many one address may hold. A trusted proxy bounds its
 * own callers.
 */
@Component
class ConnectionLimits implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {

    private final GatewaySettings.Connections limits;
    private final ClientAddress addresses;
    private final OpenCounts open;

    ConnectionLimits(GatewaySettings settings, ClientAddress addresses) {
        this.limits = settings.connections();
        this.open = new OpenCounts(limits.perAddress());
        this.addresses = addresses;
    }

    @Override
    public void customize(NettyReactiveWebServerFactory factory) {
        factory.addServerCustomizers(this::limited);
    }

    private HttpServer limited(HttpServer server) {
        return server.idleTimeout(limits.idle())
                .readTimeout(limits.bodyPause())
                .requestTimeout(limits.body())
                .doOnChannelInit((_, channel, _) -> {
                    channel.pipeline()
                            .addBefore(NettyPipeline.HttpCodec, "request-head", new RequestHeads(limits.head()))
                            .addAfter(NettyPipeline.HttpCodec, "malformed-requests", new MalformedRequests());
                    count(channel);
                    // Only now, so that a connection too many is closed at once.
                    channel.pipeline().addFirst("lingering-close", new LingeringClose());
                });
    }

    private void count(Channel channel) {
        if (!(channel.remoteAddress() instanceof InetSocketAddress socket)
                || addresses.isTrustedProxy(socket.getAddress())) {
            return;
        }
        var address = addresses.of(socket.getAddress(), List.of());
        if (!open.open(address)) {
            var _ = channel.close();
        }
        channel.closeFuture().addListener(_ -> open.close(address));
    }
}
