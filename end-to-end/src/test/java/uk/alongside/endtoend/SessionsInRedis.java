package uk.alongside.endtoend;

import com.microsoft.playwright.Page;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import uk.alongside.localstack.servers.Redis;

/**
 * The sessions of signed-in people in Redis. A test shortens the time that a session has left, or ends the session,
 * instead of waiting. The gateway and Redis go by real time, whatever the clock of the run says.
 */
final class SessionsInRedis {

    /** The time that a session lasts without use, as the gateway is delivered. */
    private static final Duration IDLE = Duration.ofMinutes(45);

    private final Redis redis;

    SessionsInRedis(Redis redis) {
        this.redis = redis;
    }

    /** Sets the last use of the page's session so long ago that the session has this time left. */
    void leave(Page page, Duration left) {
        var lastUse = Instant.now().minus(IDLE).plus(left).toEpochMilli();
        if (!":0".equals(ask(text("HSET"), keyOf(page), text("lastAccessedTime"), text(Long.toString(lastUse))))) {
            throw new IllegalStateException("Redis has no session of this page.");
        }
    }

    /** Deletes the page's session, as Redis does when its time is over. */
    void end(Page page) {
        if (!":1".equals(ask(text("DEL"), keyOf(page)))) {
            throw new IllegalStateException("Redis has no session of this page.");
        }
    }

    private static byte[] keyOf(Page page) {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("__Host-alongside"))
                .map(cookie -> text("alongside:session:sessions:" + cookie.value))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Sends one command in the protocol of Redis, and returns the first line of its answer. */
    private String ask(byte[]... command) {
        try (var socket = new Socket(redis.host(), redis.port())) {
            socket.setSoTimeout(10_000);
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            var out = socket.getOutputStream();
            send(out, text("AUTH"), text(redis.password()));
            send(out, command);
            out.flush();
            if (!"+OK".equals(in.readLine())) {
                throw new IllegalStateException("Redis rejected the password.");
            }
            return String.valueOf(in.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(OutputStream out, byte[]... words) throws IOException {
        out.write(text("*" + words.length + "\r\n"));
        for (var word : words) {
            out.write(text("$" + word.length + "\r\n"));
            out.write(word);
            out.write(text("\r\n"));
        }
    }
}
