package uk.alongside.gateway.connection;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import uk.alongside.gateway.problem.Refusal;

/** Answers requests that the server cannot decode, which no filter sees, with a problem instead of an empty body. */
final class MalformedRequests extends ChannelOutboundHandlerAdapter {

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof FullHttpResponse answer && isBareRefusal(answer)) {
            var refusal = refusalFor(answer.status());
            answer.release();
            var _ = context.write(problem(refusal, answer.status()), promise);
        } else {
            var _ = context.write(message, promise);
        }
    }

    /** Answers in place of the decoder, and closes the connection. */
    static void refuse(ChannelHandlerContext context, Refusal refusal) {
        var answer =
                problem(refusal, HttpResponseStatus.valueOf(refusal.status().value()));
        var head = new StringBuilder("HTTP/1.1 ").append(answer.status()).append("\r\n");
        answer.headers()
                .forEach(header -> head.append(header.getKey())
                        .append(": ")
                        .append(header.getValue())
                        .append("\r\n"));
        context.writeAndFlush(Unpooled.wrappedBuffer(
                        Unpooled.copiedBuffer(head.append("\r\n"), StandardCharsets.US_ASCII), answer.content()))
                .addListener(ChannelFutureListener.CLOSE);
    }

    private static boolean isBareRefusal(FullHttpResponse answer) {
        return answer.status().code() >= 400
                && !answer.content().isReadable()
                && "0".equals(answer.headers().get(HttpHeaderNames.CONTENT_LENGTH));
    }

    private static Refusal refusalFor(HttpResponseStatus status) {
        return switch (status.code()) {
            case 408 -> Refusal.REQUEST_TIMEOUT;
            case 413 -> Refusal.TOO_LARGE;
            case 414, 431 -> Refusal.HEAD_TOO_LARGE;
            default -> Refusal.BAD_REQUEST;
        };
    }

    private static FullHttpResponse problem(Refusal refusal, HttpResponseStatus status) {
        var body = "{\"type\":\"%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                .formatted(refusal.type(), status.reasonPhrase(), status.code(), refusal.detail())
                .getBytes(StandardCharsets.UTF_8);
        var answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body));
        answer.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
                .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        return answer;
    }
}
