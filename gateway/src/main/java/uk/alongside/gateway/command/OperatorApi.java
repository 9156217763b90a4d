package uk.alongside.gateway.command;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The deployment's API as the operator's pages use it: through the gateway, with a token of the operator's client. */
final class OperatorApi {

    private final Settings settings;
    private final Wire wire;
    private final ClientToken token;

    OperatorApi(Settings settings, Wire wire, Clock clock) {
        this.settings = settings;
        this.wire = wire;
        this.token = new ClientToken(
                wire,
                clock,
                settings.realm(),
                settings.client(),
                settings.secret(),
                "",
                answer -> answer.statusCode() == 400 || answer.statusCode() == 401
                        ? CommandFailed.refused("Keycloak does not accept the client " + settings.client()
                                + " with this secret. Check ALONGSIDE_OPERATOR_CLIENT and " + Settings.SECRET_FILE
                                + ".")
                        : CommandFailed.noAnswer("Keycloak answered with " + answer.statusCode()
                                + " instead of a token. See that ALONGSIDE_KEYCLOAK_ISSUER is right and that Keycloak"
                                + " is well."));
    }

    JsonNode get(String path) {
        return read(send(path, HttpRequest.newBuilder().GET()));
    }

    /** Creates something. A request with the same key again does not create it a second time. */
    JsonNode post(String path, JsonNode body, UUID key) {
        return read(send(
                path,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key.toString())
                        .POST(BodyPublishers.ofString(body.toString()))));
    }

    /** Changes what has this version. A later version is refused. */
    JsonNode change(String path, JsonNode body, long version) {
        return read(send(
                path,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .header("If-Match", "\"" + version + "\"")
                        .POST(BodyPublishers.ofString(body.toString()))));
    }

    /** Returns all items of a list, page by page. */
    List<JsonNode> list(String path) {
        var items = new ArrayList<JsonNode>();
        var next = "";
        do {
            var page = get(next.isEmpty() ? path : path + "?after=" + next);
            page.path("items").forEach(items::add);
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        return items;
    }

    /** Returns the council with this short name or id. */
    JsonNode council(String named) {
        return list("/api/councils").stream()
                .filter(council -> council.path("alias").asString().equals(named)
                        || council.path("id").asString().equals(named))
                .findFirst()
                .orElseThrow(() -> CommandFailed.refused(
                        "There is no council " + named + ". The command council list shows the short names."));
    }

    HttpResponse<String> send(String path, HttpRequest.Builder request) {
        return wire.send(request.uri(settings.gateway().resolve(path))
                .header("Accept", "application/json, application/problem+json")
                .header("Authorization", "Bearer " + token.value()));
    }

    /** Returns the body of a success, and ends the command with the problem of anything else. */
    static JsonNode read(HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status < 300) {
            return Wire.json(answer.body());
        }
        var problem = Wire.json(answer.body());
        throw CommandFailed.problem(status, words(status, problem), problem);
    }

    private static String words(int status, JsonNode problem) {
        var type = problem.path("type").asString("");
        var words = new StringBuilder(problem.path("title").asString("The request was answered with " + status));
        if (!words.toString().endsWith(".")) {
            words.append('.');
        }
        boolean refusedCaller = status == 401 || status == 403;
        words.append(' ')
                .append(
                        refusedCaller
                                ? whatToDo(status)
                                : problem.path("detail").asString(whatToDo(status)));
        for (var error : problem.path("errors")) {
            words.append("\n  ")
                    .append(error.path("pointer").asString().replaceFirst("^#/", ""))
                    .append(": ")
                    .append(error.path("code").asString());
        }
        if (type.contains("/")) {
            words.append("\n  (")
                    .append(type.substring(type.lastIndexOf('/') + 1))
                    .append(", docs/problems.md)");
        }
        return words.toString();
    }

    private static String whatToDo(int status) {
        if (status == 401 || status == 403) {
            return "The client needs the realm role operator, and must belong to no council.";
        }
        return status >= 500
                ? "Run the same command again. If it fails again, run the command doctor."
                : "Check what you gave the command.";
    }
}
