package uk.alongside.gateway.connection;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import uk.alongside.gateway.problem.Refusal;

/**
 * Watches the heads of the requests of one connection before they are decoded: a head must arrive in time, and a header
 * must not continue on another line. The decoder joins such lines, and servers disagree about them.
 */
final class RequestHeads extends ChannelInboundHandlerAdapter {

    private static final int LONGEST_NAME = 20;

    private final Duration limit;
    private final StringBuilder name = new StringBuilder();

    private @Nullable Future<?> deadline;
    private boolean begun;
    private boolean firstLine = true;
    private boolean emptyLine = true;
    private boolean inName;
    private boolean countsBody;
    private long bodyLeft;
    private long length;
    private boolean unmeasured;
    private boolean refused;

    RequestHeads(Duration limit) {
        this.limit = limit;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (refused) {
            ReferenceCountUtil.release(message);
            return;
        }
        if (message instanceof ByteBuf bytes && !unmeasured && isFolded(bytes)) {
            ReferenceCountUtil.release(message);
            refuse(context, Refusal.BAD_REQUEST);
            return;
        }
        watch(context);
        context.fireChannelRead(message);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stopWatching();
        context.fireChannelInactive();
    }

    private void watch(ChannelHandlerContext context) {
        if (!begun) {
            stopWatching();
        } else if (deadline == null) {
            deadline = context.executor()
                    .schedule(() -> refuse(context, Refusal.REQUEST_TIMEOUT), limit.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void stopWatching() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    private void refuse(ChannelHandlerContext context, Refusal refusal) {
        refused = true;
        stopWatching();
        MalformedRequests.refuse(context, refusal);
    }

    private boolean isFolded(ByteBuf bytes) {
        int at = bytes.readerIndex();
        while (at < bytes.writerIndex()) {
            if (bodyLeft > 0) {
                long skipped = Math.min(bodyLeft, bytes.writerIndex() - at);
                bodyLeft -= skipped;
                at += (int) skipped;
            } else if (readHead(bytes.getByte(at++))) {
                return true;
            }
        }
        return false;
    }

    /** Reads the next byte of a head, and returns true if it continues a header on another line. */
    private boolean readHead(byte next) {
        switch (next) {
            case '\r' -> {}
            case '\n' -> endLine();
            default -> {
                begun = true;
                if (emptyLine) {
                    emptyLine = false;
                    if (!firstLine && (next == ' ' || next == '\t')) {
                        return true;
                    }
                    inName = !firstLine;
                    name.setLength(0);
                }
                readLine(next);
            }
        }
        return false;
    }

    private void readLine(byte next) {
        if (countsBody) {
            if (next >= '0' && next <= '9' && length < Integer.MAX_VALUE) {
                length = length * 10 + next - '0';
            }
        } else if (inName && next == ':') {
            inName = false;
            switch (name.toString().toLowerCase(Locale.ROOT)) {
                case "content-length" -> {
                    countsBody = true;
                    length = 0;
                }
                // The gateway refuses such a body and closes the connection.
                case "transfer-encoding" -> unmeasured = true;
                default -> {}
            }
        } else if (inName && name.length() < LONGEST_NAME) {
            name.append((char) next);
        }
    }

    private void endLine() {
        if (!emptyLine) {
            firstLine = false;
        } else if (!firstLine) {
            firstLine = true;
            begun = false;
            bodyLeft = length;
            length = 0;
        }
        emptyLine = true;
        inName = false;
        countsBody = false;
    }
}
