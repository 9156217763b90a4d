package uk.alongside.gateway.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Keycloak's administration of one realm, as a client of the realm {@code master}. */
final class KeycloakAdmin {

    private final Wire wire;
    private final String server;
    private final ClientToken token;
    private final boolean changes;

    private KeycloakAdmin(Wire wire, Clock clock, String server, String client, String secret, boolean changes) {
        this.wire = wire;
        this.server = server;
        this.token = new ClientToken(
                wire,
                clock,
                URI.create(server + "/realms/master"),
                client,
                secret,
                "",
                answer -> answer.statusCode() >= 500
                        ? CommandFailed.noAnswer(
                                "Keycloak answered with " + answer.statusCode() + ". Run the command again.")
                        : CommandFailed.refused(
                                "Keycloak does not accept the client " + client + " in the realm master."));
        this.changes = changes;
    }

    /**
     * Reads the settings from the environment.
     *
     * @param changes false if only reading is wanted; then a request that would change something is not sent
     */
    static KeycloakAdmin of(Map<String, String> environment, Wire wire, Clock clock, boolean changes) {
        var server = Optional.ofNullable(environment.get(Settings.INTERNAL))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .map(address -> Settings.address(Settings.INTERNAL, address))
                .orElseGet(() -> Settings.address(Settings.ISSUER, issuer(environment)))
                .toString()
                .replaceFirst("/realms/[^/]+$", "");
        var file = environment.get("ALONGSIDE_KEYCLOAK_ADMIN_SECRET_FILE");
        return new KeycloakAdmin(
                wire,
                clock,
                server,
                need(
                        environment,
                        "ALONGSIDE_KEYCLOAK_ADMIN_CLIENT",
                        "a client of the realm master with the role admin"),
                file == null
                        ? need(environment, "ALONGSIDE_KEYCLOAK_ADMIN_SECRET", "the secret of that client")
                        : read(file),
                changes);
    }

    /** Returns the name of the realm that the settings name. */
    static String realmOf(Map<String, String> environment) {
        var issuer = Settings.address(Settings.ISSUER, issuer(environment)).toString();
        if (!issuer.matches(".+/realms/[^/]+")) {
            throw CommandFailed.refused(Settings.ISSUER + " must end with /realms/ and the name of the realm.");
        }
        return issuer.substring(issuer.lastIndexOf('/') + 1);
    }

    private static String issuer(Map<String, String> environment) {
        return need(environment, Settings.ISSUER, "the address of the realm, which ends with /realms/ and its name");
    }

    private static String need(Map<String, String> environment, String name, String words) {
        return Optional.ofNullable(environment.get(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> CommandFailed.refused("Set " + name + " to " + words + "."));
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException _) {
            throw CommandFailed.refused("The file " + file + " cannot be read.");
        }
    }

    boolean mayChange() {
        return changes;
    }

    /** Returns what is at this path below {@code /admin/realms}, or nothing for 404. */
    Optional<JsonNode> find(String path) {
        var answer = send("GET", path, null);
        return answer.status() == 404 ? Optional.empty() : Optional.of(answer.orFail(path));
    }

    JsonNode get(String path) {
        return send("GET", path, null).orFail(path);
    }

    /** Returns what Keycloak says about its own parts, whichever realm they serve. */
    JsonNode serverInfo() {
        return sendTo("/admin/serverinfo", "GET", null).orFail("serverinfo");
    }

    void post(String path, JsonNode body) {
        change("POST", path, body);
    }

    void put(String path, JsonNode body) {
        change("PUT", path, body);
    }

    void delete(String path) {
        change("DELETE", path, null);
    }

    private void change(String method, String path, @Nullable JsonNode body) {
        if (changes) {
            send(method, path, body).orFail(method + " " + path);
        }
    }

    private record Answer(int status, JsonNode body) {

        JsonNode orFail(String what) {
            if (status < 300) {
                return body;
            }
            var reason = body.path("errorMessage").asString(body.path("error").asString(""));
            var words = "Keycloak answered " + what + " with " + status + (reason.isEmpty() ? "" : ": " + reason) + ".";
            if (status == 401 || status == 403) {
                throw CommandFailed.refused(words + " The client needs the role admin of the realm master.");
            }
            throw CommandFailed.noAnswer(words + " Run the same command again; what is done stays done.");
        }
    }

    private Answer send(String method, String path, @Nullable JsonNode body) {
        return sendTo("/admin/realms" + path, method, body);
    }

    private Answer sendTo(String path, String method, @Nullable JsonNode body) {
        var request = HttpRequest.newBuilder(URI.create(server + path))
                .header("Authorization", "Bearer " + token.value())
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
        var answer = wire.send(request);
        return new Answer(answer.statusCode(), Wire.json(answer.body()));
    }
}
