package uk.alongside.endtoend;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** A receiver of traces on this machine. It keeps all bytes, and reads the few fields of OTLP that the tests compare. */
final class Spans implements AutoCloseable {

    private final HttpServer server;
    private final List<byte[]> received = new CopyOnWriteArrayList<>();

    /** One span: the service that made it, its trace, its place in it, its name, and its attributes as text. */
    record Span(String service, String trace, String id, String parent, String name, String attributes) {}

    Spans() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", exchange -> {
            received.add(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
    }

    /** Returns everything that was received. Names and addresses in it can be found as text. */
    String everything() {
        var all = new StringBuilder();
        received.forEach(bytes -> all.append(new String(bytes, StandardCharsets.UTF_8)));
        return all.toString();
    }

    List<Span> all() {
        var spans = new CopyOnWriteArrayList<Span>();
        for (var bytes : received) {
            fields(bytes, (number, ofResource) -> {
                var service = new StringBuilder();
                fields(ofResource, (field, content) -> {
                    if (field == 1) {
                        service.append(new String(content, StandardCharsets.UTF_8));
                    } else if (field == 2) {
                        fields(content, (inner, span) -> {
                            if (inner == 2) {
                                spans.add(span(service.toString(), span));
                            }
                        });
                    }
                });
            });
        }
        return spans;
    }

    private static Span span(String service, byte[] bytes) {
        var parts = new String[] {"", "", "", "", ""};
        fields(bytes, (field, content) -> {
            switch (field) {
                case 1 -> parts[0] = HexFormat.of().formatHex(content);
                case 2 -> parts[1] = HexFormat.of().formatHex(content);
                case 4 -> parts[2] = HexFormat.of().formatHex(content);
                case 5 -> parts[3] = new String(content, StandardCharsets.UTF_8);
                case 9 -> parts[4] += new String(content, StandardCharsets.UTF_8) + "\n";
                default -> {}
            }
        });
        return new Span(service, parts[0], parts[1], parts[2], parts[3], parts[4]);
    }

    /** Reads the fields of a message in Protocol Buffers that have a length: texts, bytes and messages. */
    private static void fields(byte[] message, BiConsumer<Integer, byte[]> reader) {
        int at = 0;
        while (at < message.length) {
            var tag = number(message, at);
            at = tag.after();
            switch ((int) (tag.value() & 7)) {
                case 0 -> at = number(message, at).after();
                case 1 -> at += 8;
                case 5 -> at += 4;
                case 2 -> {
                    var length = number(message, at);
                    at = length.after() + (int) length.value();
                    reader.accept((int) (tag.value() >>> 3), java.util.Arrays.copyOfRange(message, length.after(), at));
                }
                default -> throw new IllegalArgumentException("no message");
            }
        }
    }

    private record Varint(long value, int after) {}

    private static Varint number(byte[] message, int from) {
        long value = 0;
        int at = from;
        for (int shift = 0; ; shift += 7) {
            byte next = message[at++];
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return new Varint(value, at);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
