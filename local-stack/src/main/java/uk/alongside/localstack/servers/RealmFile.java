package uk.alongside.localstack.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The versioned realm file, which contains no secret. Keycloak replaces each {@code ${NAME}} from its environment when it
 * imports the file; the local stack generates a secret for each name.
 */
public final class RealmFile {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)}");

    private final Path file;
    private final String text;
    private final JsonNode realm;

    public RealmFile(Path file) {
        this.file = file;
        try {
            this.text = Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.realm = new JsonMapper().readTree(text);
    }

    public Path file() {
        return file;
    }

    public String text() {
        return text;
    }

    /** The passwords that the realm refuses, one a line. Keycloak reads the file when it starts. */
    public Path forbiddenPasswords() {
        return file.resolveSibling("password-blacklists").resolve("forbidden-passwords.txt");
    }

    public String name() {
        return realm.path("realm").asString();
    }

    /** Returns a value for every placeholder, by its name. */
    public Map<String, String> environment(UnaryOperator<String> valueOf) {
        var environment = new TreeMap<String, String>();
        PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .forEach(name -> environment.computeIfAbsent(name, valueOf));
        return environment;
    }

    /** Returns the name of the placeholder for a client's secret. */
    public String placeholderOfClient(String clientId) {
        for (var client : realm.path("clients")) {
            if (clientId.equals(client.path("clientId").asString())) {
                return placeholder(client.path("secret"), clientId);
            }
        }
        throw new IllegalArgumentException("The realm has no client " + clientId + ".");
    }

    /** Returns the name of the placeholder for a user's password. */
    public String placeholderOfUser(String username) {
        for (var user : realm.path("users")) {
            if (username.equals(user.path("username").asString())) {
                return placeholder(user.path("credentials").path(0).path("value"), username);
            }
        }
        throw new IllegalArgumentException("The realm has no user " + username + ".");
    }

    /** Returns the name of the placeholder for the secret of a user's authenticator app, if the user has one. */
    public Optional<String> placeholderOfAuthenticator(String username) {
        return realm.path("users")
                .valueStream()
                .filter(user -> username.equals(user.path("username").asString()))
                .flatMap(user -> user.path("credentials").valueStream())
                .filter(credential -> "otp".equals(credential.path("type").asString()))
                .map(credential ->
                        PLACEHOLDER.matcher(credential.path("secretData").asString()))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }

    private static String placeholder(JsonNode value, String of) {
        var matcher = PLACEHOLDER.matcher(value.asString(""));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("The realm file holds no placeholder for the secret of " + of + ".");
        }
        return matcher.group(1);
    }
}
