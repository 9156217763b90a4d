package uk.alongside.gateway.connection;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection in two steps: it ends the gateway's side, and closes the connection when the client has ended its
 * own. TCP resets a connection that is closed with unread bytes, so a client that was still sending could lose its answer.
 */
final class LingeringClose extends ChannelDuplexHandler {

    private static final int LONGEST_SECONDS = 5;

    private boolean lingering;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (lingering) {
            ReferenceCountUtil.release(message);
        } else {
            context.fireChannelRead(message);
        }
    }

    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        var channel = context.channel();
        if (!channel.isActive() || !(channel instanceof DuplexChannel connection)) {
            var _ = context.close(promise);
            return;
        }
        channel.closeFuture().addListener(_ -> promise.trySuccess());
        if (lingering) {
            return;
        }
        lingering = true;
        var longest = context.executor().schedule(() -> closeAtOnce(context), LONGEST_SECONDS, TimeUnit.SECONDS);
        channel.closeFuture().addListener(_ -> longest.cancel(false));
        connection.shutdownOutput().addListener(ended -> {
            if (ended.isSuccess()) {
                channel.config().setAutoRead(true);
            } else {
                closeAtOnce(context);
            }
        });
    }

    private static void closeAtOnce(ChannelHandlerContext context) {
        var _ = context.close();
    }
}
