package uk.alongside.localstack.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Asks Redis, in its own protocol, for its process id and whether it has finished loading. */
final class RedisProbe {

    private RedisProbe() {}

    /**
     * Returns the process id of a ready server. The result is empty if no server answers or if it rejects the password.
     */
    static Optional<Long> pidOf(Redis redis) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(redis.host(), redis.port()), 1000);
            socket.setSoTimeout(2000);
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            var out = socket.getOutputStream();
            out.write(("AUTH " + redis.password() + "\r\nINFO\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            if (!"+OK".equals(in.readLine())) {
                return Optional.empty();
            }
            Long pid = null;
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("-")) {
                    return Optional.empty();
                }
                if (line.startsWith("process_id:")) {
                    pid = Long.valueOf(line.substring("process_id:".length()).strip());
                } else if (line.startsWith("loading:")) {
                    return "loading:0".equals(line.strip()) ? Optional.ofNullable(pid) : Optional.empty();
                }
            }
            return Optional.empty();
        } catch (IOException notYet) {
            return Optional.empty();
        }
    }
}
