package uk.alongside.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Compares the types of bodies that pass with those that the descriptions of both services name. */
@Tag("slow")
class BodyRulesTest {

    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json;charset=utf-8",
            "application/yaml",
            "text/yaml",
            "application/xml",
            "application/cbor",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/octet-stream",
            "application/problem+json",
            "application/vnd.alongside+json",
            "image/svg+xml",
            "text/csv",
            "text/plain",
            "not a type");

    private static final Realm.Machine IMPORT =
            Realm.machine("sender", 600, List.of("basic", "service_account", "to-services"), Realm.LARKSHIRE);

    private final RunningGateway gateway = RunningGateway.shared();
    private final Browser client = new Browser(gateway);

    /** An operation of a service, and the types of body that it describes. */
    private record Described(String method, String path, TreeSet<String> types) {}

    @Test
    void onlyTheDescribedTypesOfEachOperationPass() throws IOException {
        var token = IMPORT.token("organization:" + Realm.LARKSHIRE.alias());
        var wrong = new ArrayList<String>();
        for (var operation : operations()) {
            for (var type : TYPES) {
                boolean named = operation.types().contains(type.replaceFirst(";charset.*", ""));
                var answer = client.send(
                        client.api(operation.path(), "Authorization", "Bearer " + token, "Content-Type", type)
                                .method(operation.method(), HttpRequest.BodyPublishers.ofString("{}")));
                boolean right = named
                        ? answer.status() == 200
                        : answer.status() == 415 && answer.problem().equals("unsupported-media-type");
                if (!right) {
                    wrong.add(operation + " " + type + ": " + answer.status());
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void onlyTheTextOfABoxMayBeLongerThanOtherJson() {
        assertThat(put("/api/conversations/1/boxes/prompt.matters", 1_900_000)).isEqualTo(200);
        assertThat(put("/api/conversations/1/boxes/prompt.matters", 2_200_000)).isEqualTo(413);
        assertThat(put("/api/conversations/1", 70_000)).isEqualTo(413);
    }

    private int put(String path, int length) {
        var token = IMPORT.token("organization:" + Realm.LARKSHIRE.alias());
        var body = "{\"text\":\"" + "x".repeat(length) + "\"}";
        return client.send(client.api(path, "Authorization", "Bearer " + token, "Content-Type", "application/json")
                        .method("PUT", HttpRequest.BodyPublishers.ofString(body)))
                .status();
    }

    @Test
    void aBodyWithoutATypeIsRefused() {
        var answer = client.send(
                client.api("/open/invitations/look").POST(HttpRequest.BodyPublishers.ofString("token: aaaa")));

        assertThat(answer.status()).isEqualTo(415);
    }

    private static List<Described> operations() throws IOException {
        var operations = new ArrayList<Described>();
        for (var service : List.of("tenant-service", "conversations-service")) {
            var file = Path.of(System.getProperty("alongside.root"), service, "openapi.json");
            for (var path :
                    Browser.JSON.readTree(Files.readString(file)).path("paths").properties()) {
                for (var operation : path.getValue().properties()) {
                    var content = operation.getValue().path("requestBody").path("content");
                    operations.add(new Described(
                            operation.getKey().toUpperCase(Locale.ROOT),
                            path.getKey().replaceAll("\\{[a-zA-Z]+}", "1"),
                            new TreeSet<>(
                                    content.isMissingNode() ? List.of("application/json") : content.propertyNames())));
                }
            }
        }
        assertThat(operations).hasSizeGreaterThan(90);
        return operations;
    }
}
