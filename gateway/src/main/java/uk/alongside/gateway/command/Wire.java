package uk.alongside.gateway.command;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Sends a command's requests. No redirect is followed, so a token goes only where the settings say. */
final class Wire {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http;

    Wire() {
        this(HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(10))
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build());
    }

    Wire(HttpClient http) {
        this.http = http;
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        var sent = request.timeout(Duration.ofSeconds(60)).build();
        try {
            return http.send(sent, BodyHandlers.ofString());
        } catch (IOException e) {
            throw CommandFailed.noAnswer("No answer from " + place(sent.uri()) + " (" + reason(e)
                    + "). Check the address and the network, then run the same command again.");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw CommandFailed.noAnswer("The command was interrupted. Run it again.");
        }
    }

    /** Reads JSON, or returns an empty object for an answer of something that is not the product. */
    static JsonNode json(String body) {
        try {
            return body.isBlank() ? JsonNodeFactory.instance.objectNode() : JSON.readTree(body);
        } catch (JacksonException _) {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    /** Returns a text as a part of an address or of a form. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String place(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }

    /** Returns the kind of failure in words, for example "connect", without addresses or bodies. */
    private static String reason(IOException failure) {
        return failure.getClass()
                .getSimpleName()
                .replaceAll("Exception$", "")
                .replaceAll("([a-z])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT);
    }
}
