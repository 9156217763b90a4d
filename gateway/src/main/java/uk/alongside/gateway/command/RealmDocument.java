package uk.alongside.gateway.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The realm as an installation needs it: the realm file of this release, without the made-up people and councils. */
final class RealmDocument {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z_]*)}");

    private RealmDocument() {}

    /**
     * Reads the realm file for a realm of this name and replaces its placeholders by the environment. People of the file and the clients of made-up
     * councils are left out, so their secrets are not needed. So is the client that tests the installation, if it has no
     * secret.
     */
    static ObjectNode read(String name, Map<String, String> environment) {
        var realm = (ObjectNode) JSON.readTree(text());
        realm.put("realm", name);
        keep(
                (ArrayNode) realm.path("clients"),
                client -> isWanted(client.path("clientId").asString(), environment));
        keep(
                (ArrayNode) realm.path("users"),
                user -> isWanted(user.path("serviceAccountClientId").asString("a person-import"), environment));
        return (ObjectNode) JSON.readTree(filled(realm.toString(), environment));
    }

    /** Leaves out made-up clients, and the client that tests the installation where it has no secret. */
    private static boolean isWanted(String client, Map<String, String> environment) {
        return !client.endsWith("-import")
                && (!client.equals("installation-test") || environment.containsKey("SECRET_INSTALLATION_TEST"));
    }

    private static void keep(ArrayNode items, Predicate<JsonNode> wanted) {
        items.removeIf(item -> !wanted.test(item));
    }

    private static String filled(String text, Map<String, String> environment) {
        var missing = new TreeSet<String>();
        var filled = PLACEHOLDER.matcher(text).replaceAll(found -> {
            var value = environment.get(found.group(1));
            if (value == null || value.isBlank()) {
                missing.add(found.group(1));
                return "";
            }
            var quoted = JSON.writeValueAsString(value.strip());
            return Matcher.quoteReplacement(quoted.substring(1, quoted.length() - 1));
        });
        if (!missing.isEmpty()) {
            throw CommandFailed.refused("The realm needs these variables: " + String.join(", ", missing)
                    + ". Each SECRET_ is the secret of a client, the same that its service has.");
        }
        return filled;
    }

    private static String text() {
        try {
            return new ClassPathResource("keycloak/alongside-realm.json").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The realm file is missing in this build.", e);
        }
    }
}
