package uk.alongside.tenant.signinprovider;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a council's identity provider how it is reached (OpenID Connect Discovery 1.0). Follows no redirect, reads at
 * most 256 KB, and calls only addresses that {@link PublicAddresses} allows.
 */
@Component
class Discovery {

    static final String WELL_KNOWN = "/.well-known/openid-configuration";

    private static final long MOST_BYTES = 256L * 1024;

    private final PublicAddresses addresses;
    private final JsonMapper json;
    private final Duration timeout;
    private final HttpClient client;

    Discovery(PublicAddresses addresses, JsonMapper json, SignInProviderProperties properties) {
        this.addresses = addresses;
        this.json = json;
        this.timeout = properties.timeout();
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .build();
    }

    /** The reasons for which a provider cannot be used, in the words of the report. */
    enum Problem {
        ADDRESS_NOT_ALLOWED,
        NOT_REACHED,
        CERTIFICATE_NOT_TRUSTED,
        NO_DOCUMENT,
        OTHER_ISSUER,
        NO_KEYS,
        CLIENT_REJECTED,
        UNCLEAR_ANSWER
    }

    /** A problem with the provider, found on the way to its document. */
    static final class Failed extends Exception {

        private static final long serialVersionUID = 1;

        private final Problem problem;

        Failed(Problem problem) {
            super(problem.name());
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }

    /** The addresses of a provider, as its discovery document names them. */
    record Document(String issuer, URI authorization, URI token, URI keys, Optional<URI> endSession) {}

    /** Returns the issuer of an address that people copy with or without the end of the discovery document's. */
    static String issuerOf(String typed) {
        return typed.endsWith(WELL_KNOWN) ? typed.substring(0, typed.length() - WELL_KNOWN.length()) : typed;
    }

    /** Reads the discovery document of this issuer. */
    Document read(String issuer) throws Failed {
        var base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        return document(send(HttpRequest.newBuilder(address(base + WELL_KNOWN)).GET(), Problem.NO_DOCUMENT));
    }

    /** Reads the addresses of a discovery document. Keycloak calls them too, so they follow the rules for our own calls. */
    Document document(byte[] body) throws Failed {
        var found = object(body);
        if (!found.path("issuer").isString() || !found.path("token_endpoint").isString()) {
            throw new Failed(Problem.NO_DOCUMENT);
        }
        return new Document(
                found.path("issuer").asString(),
                endpoint(found.path("authorization_endpoint")),
                endpoint(found.path("token_endpoint")),
                endpoint(found.path("jwks_uri")),
                found.path("end_session_endpoint").isString()
                        ? Optional.of(endpoint(found.path("end_session_endpoint")))
                        : Optional.empty());
    }

    /** Returns whether the provider publishes at least one key. */
    boolean hasKeys(Document document) throws Failed {
        return !object(send(HttpRequest.newBuilder(document.keys()).GET(), Problem.NO_KEYS))
                .path("keys")
                .isEmpty();
    }

    /**
     * Returns whether the provider accepts our client. The token endpoint is asked with a code that cannot be valid. A
     * provider checks the client first: {@code invalid_grant} means that the client is accepted.
     */
    boolean acceptsClient(Document document, String clientId, String secret, URI redirect) throws Failed {
        var form = Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        "a-test-of-the-connection",
                        "redirect_uri",
                        redirect.toString(),
                        "code_verifier",
                        "a-test-of-the-connection-which-has-no-real-code",
                        "client_id",
                        clientId,
                        "client_secret",
                        secret)
                .entrySet()
                .stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var answer = answer(HttpRequest.newBuilder(document.token())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        return switch (object(answer.body()).path("error").asString("")) {
            case "invalid_grant" -> true;
            case "invalid_client", "unauthorized_client" -> false;
            default -> throw new Failed(Problem.UNCLEAR_ANSWER);
        };
    }

    private URI address(String text) throws Failed {
        try {
            var address = new URI(text);
            if (addresses.hasTheRightForm(address)) {
                return address;
            }
        } catch (URISyntaxException _) {
            throw new Failed(Problem.ADDRESS_NOT_ALLOWED);
        }
        throw new Failed(Problem.ADDRESS_NOT_ALLOWED);
    }

    private URI endpoint(JsonNode named) throws Failed {
        var address = address(named.asString(""));
        requirePublic(address);
        return address;
    }

    private void requirePublic(URI address) throws Failed {
        try {
            if (!addresses.isPublic(address)) {
                throw new Failed(Problem.ADDRESS_NOT_ALLOWED);
            }
        } catch (UnknownHostException _) {
            throw new Failed(Problem.NOT_REACHED);
        }
    }

    private byte[] send(HttpRequest.Builder request, Problem otherwise) throws Failed {
        var answer = answer(request);
        if (answer.statusCode() != 200) {
            throw new Failed(otherwise);
        }
        return answer.body();
    }

    private HttpResponse<byte[]> answer(HttpRequest.Builder request) throws Failed {
        var ready =
                request.timeout(timeout).header("Accept", "application/json").build();
        requirePublic(ready.uri());
        try {
            return client.send(ready, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
        } catch (SSLException _) {
            throw new Failed(Problem.CERTIFICATE_NOT_TRUSTED);
        } catch (IOException _) {
            throw new Failed(Problem.NOT_REACHED);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Failed(Problem.NOT_REACHED);
        }
    }

    private JsonNode object(byte[] body) throws Failed {
        try {
            return json.readTree(body);
        } catch (JacksonException _) {
            throw new Failed(Problem.NO_DOCUMENT);
        }
    }
}
