package uk.alongside.gateway.connection;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.springframework.http.MediaType;
import uk.alongside.gateway.problem.ErrorResponses;
import uk.alongside.gateway.problem.Page;
import uk.alongside.gateway.problem.Refusal;

/**
 * Answers requests that the server cannot read, which no filter sees, with a page or a problem instead of an empty body. A
 * browser that opens a page gets a page.
 */
final class MalformedRequests extends ChannelDuplexHandler {

    /** One entry for each request without an answer yet: true if its answer is opened as a page. */
    private final Queue<Boolean> opensPage = new ArrayDeque<>();

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            opensPage.add(opensPage(request));
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        boolean page = Boolean.TRUE.equals(opensPage.peek());
        if (message instanceof LastHttpContent && !isInterim(message)) {
            opensPage.poll();
        }
        if (message instanceof FullHttpResponse answer && isBareRefusal(answer)) {
            var refusal = refusalFor(answer.status());
            answer.release();
            var _ = context.write(answer(refusal, answer.status(), page), promise);
        } else {
            var _ = context.write(message, promise);
        }
    }

    /** Returns whether the message only asks the client to go on with its request. */
    private static boolean isInterim(Object message) {
        return message instanceof HttpResponse answer && answer.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }

    private static boolean opensPage(HttpRequest request) {
        var accept = request.headers().get(HttpHeaderNames.ACCEPT, "");
        return ErrorResponses.opensPage(request.uri(), List.of(accept));
    }

    /** Answers in place of the decoder, and closes the connection. */
    static void refuse(ChannelHandlerContext context, Refusal refusal) {
        var answer = answer(refusal, HttpResponseStatus.valueOf(refusal.status().value()), false);
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

    private static FullHttpResponse answer(Refusal refusal, HttpResponseStatus status, boolean page) {
        var text = page
                ? Page.of(refusal).html()
                : "{\"type\":\"%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                        .formatted(refusal.type(), status.reasonPhrase(), status.code(), refusal.detail());
        var body = text.getBytes(StandardCharsets.UTF_8);
        var answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body));
        answer.headers()
                .set(
                        HttpHeaderNames.CONTENT_TYPE,
                        page ? "text/html;charset=UTF-8" : MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
                .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        return answer;
    }
}
