package uk.alongside.foundation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sends requests that no controller sees, because a filter or the server itself refuses them. */
public final class MalformedCalls {

    private static final int LONGEST_WAIT = 30_000;

    private static final List<Call> CALLS = List.of(
            new Call("GET /api/x HTTP/1.1~~", 400, "bad-request"),
            new Call("GET /api/<x> HTTP/1.1~Host: a~~", 400, "bad-request"),
            new Call("GET /api/x?a[]=b HTTP/1.1~Host: a~~", 400, "bad-request"),
            new Call("GET /open/x?near[]=b HTTP/1.1~Host: a~~", 400, "bad-request"),
            new Call("GET /api/% HTTP/1.1~Host: a~~", 400, "bad-request"),
            new Call("GET /api/%zz HTTP/1.1~Host: a~~", 400, "bad-request"),
            new Call("GET /api/%00 HTTP/1.1~Host: a~~", 400, "bad-request"),
            new Call("GET /api/%ff HTTP/1.1~Host: a~~", 400, "bad-request"),
            new Call("GET /open/%ff HTTP/1.1~Host: a~~", 400, "bad-request"),
            new Call("GET /api//x HTTP/1.1~Host: a~~", 400, "bad-request"),
            new Call("GET /api/x;a=b HTTP/1.1~Host: a~~", 400, "bad-request"),
            new Call("GET /api/..%2fx HTTP/1.1~Host: a~~", 400, "bad-request"),
            new Call("GET /api/x HTTP/1.1~Host: a~Content-Length: x~~", 400, "bad-request"),
            new Call("GET /api/x HTTP/1.1~Host: a~X: <many>~~", 400, "bad-request"),
            new Call("GET /api/<many> HTTP/1.1~Host: a~~", 400, "bad-request"),
            new Call("GET /open/larkshire HTTP/1.1~Host: a~Accept-Language: \u0085~~", 400, "bad-request"),
            new Call("GET /open/larkshire HTTP/1.1~Host: a~If-None-Match: \u0085~~", 400, "bad-request"),
            new Call("POST /open/invitations/preview HTTP/1.1~Host: a~Accept: \u0085~~", 400, "bad-request"),
            new Call("GET /api/x HTTP/9.9~Host: a~~", 505, "http-version-not-supported"),
            new Call("POST /api/x HTTP/1.1~Host: a~Transfer-Encoding: x~~", 501, "not-implemented"),
            new Call("TRACE /api/x HTTP/1.1~Host: a~~", 405, "method-not-allowed"),
            new Call("PROPFIND /api/x HTTP/1.1~Host: a~~", 400, "bad-request"));

    private MalformedCalls() {}

    private record Call(String request, int status, String type) {}

    /** Returns the answers that are no problem with the right status and type. */
    public static List<String> notAnsweredWithAProblem(int port) throws IOException {
        var wrong = new ArrayList<String>();
        for (var call : CALLS) {
            var answer = answer(port, call.request());
            boolean right = answer.startsWith("HTTP/1.1 " + call.status())
                    && answer.toLowerCase(Locale.ROOT).contains("content-type: application/problem+json")
                    && answer.contains("https://alongside.example/problems/" + call.type())
                    && !answer.contains("Tomcat")
                    && !answer.contains("<html");
            if (!right) {
                wrong.add(call + ": " + answer);
            }
        }
        return wrong;
    }

    /** Sends the text, in which ~ is the end of a line, and returns the whole answer. */
    public static String answer(int port, String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(LONGEST_WAIT);
            socket.getOutputStream()
                    .write(request.replace("~", "\r\n")
                            .replace("<many>", "x".repeat(20_000))
                            .getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
