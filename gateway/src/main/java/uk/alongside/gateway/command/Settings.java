package uk.alongside.gateway.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The deployment that a command works on, and the client as which it does. All of it comes from the environment.
 *
 * @param gateway the address of the gateway, without a slash at the end
 * @param issuer the realm as tokens name it
 * @param realm the same realm as this command reaches it
 * @param client the operator's client in the realm
 * @param secret the secret of this client
 */
record Settings(URI gateway, URI issuer, URI realm, String client, String secret) {

    static final String SECRET_FILE = "ALONGSIDE_OPERATOR_SECRET_FILE";

    private static final String GATEWAY = "ALONGSIDE_GATEWAY_URL";
    private static final String PUBLIC_URL = "ALONGSIDE_PUBLIC_URL";
    static final String ISSUER = "ALONGSIDE_KEYCLOAK_ISSUER";
    static final String INTERNAL = "ALONGSIDE_KEYCLOAK_INTERNAL";
    private static final String CLIENT = "ALONGSIDE_OPERATOR_CLIENT";
    private static final String SECRET = "ALONGSIDE_OPERATOR_SECRET";
    private static final String TEST_SECRET_FILE = "ALONGSIDE_INSTALLATION_TEST_SECRET_FILE";
    private static final String TEST_SECRET = "ALONGSIDE_INSTALLATION_TEST_SECRET";

    static Settings of(Map<String, String> environment) {
        var gateway = find(environment, GATEWAY)
                .or(() -> find(environment, PUBLIC_URL))
                .orElseThrow(() -> CommandFailed.refused("Set " + PUBLIC_URL + " to the address of the deployment."));
        var issuer = find(environment, ISSUER)
                .orElseThrow(() -> CommandFailed.refused("Set " + ISSUER + " to the address of the realm."));
        return new Settings(
                address(PUBLIC_URL, gateway),
                address(ISSUER, issuer),
                address(INTERNAL, find(environment, INTERNAL).orElse(issuer)),
                find(environment, CLIENT).orElse("alongside-operator"),
                secret(environment));
    }

    private static Optional<String> find(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static String secret(Map<String, String> environment) {
        return secret(environment, SECRET_FILE, SECRET, "the operator's client");
    }

    /** Returns the secret of the client that books in the council for tests of the installation. */
    static String secretOfTheTest(Map<String, String> environment) {
        return secret(environment, TEST_SECRET_FILE, TEST_SECRET, "the client installation-test");
    }

    private static String secret(Map<String, String> environment, String fileName, String name, String client) {
        var file = find(environment, fileName);
        if (file.isEmpty()) {
            return find(environment, name)
                    .orElseThrow(() -> CommandFailed.refused("Set " + fileName + " to a file with the secret of "
                            + client + ", which only you can read."));
        }
        try {
            return Files.readString(Path.of(file.get())).strip();
        } catch (IOException _) {
            throw CommandFailed.refused("The file " + file.get() + " cannot be read. " + fileName + " names it.");
        }
    }

    /**
     * Returns an address to which a secret may be sent: HTTPS, or HTTP on this machine or to a name without a dot, which
     * is a service of the same cluster.
     */
    static URI address(String name, String text) {
        URI address;
        try {
            address = URI.create(text.replaceAll("/+$", ""));
        } catch (IllegalArgumentException _) {
            throw CommandFailed.refused(name + " is not an address.");
        }
        var host = address.getHost();
        if (host == null) {
            throw CommandFailed.refused(name + " must begin with https:// and name a host.");
        }
        boolean near = host.equals("127.0.0.1") || host.equals("[::1]") || !host.contains(".");
        if (!"https".equals(address.getScheme()) && !("http".equals(address.getScheme()) && near)) {
            throw CommandFailed.refused(
                    name + " must begin with https://, because the operator's secret or token is sent"
                            + " there. http:// is for this machine, and for a service of the same cluster.");
        }
        return address;
    }

    @Override
    public String toString() {
        return "Settings[gateway=" + gateway + ", issuer=" + issuer + ", realm=" + realm + ", client=" + client + "]";
    }
}
