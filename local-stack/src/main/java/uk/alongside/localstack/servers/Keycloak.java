package uk.alongside.localstack.servers;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The addresses of Keycloak with this checkout's realm, and the secrets generated for it. */
public final class Keycloak {

    public static final String ADMIN = "admin";

    private final int port;
    private final RealmFile realm;
    private final URI publicUrl;
    private final UnaryOperator<String> secrets;
    private final AdminTokens adminTokens;

    public Keycloak(int port, RealmFile realm, URI publicUrl, UnaryOperator<String> secrets, String adminPassword) {
        this.port = port;
        this.realm = realm;
        this.publicUrl = publicUrl;
        this.secrets = secrets;
        this.adminTokens = new AdminTokens(baseUrl(), ADMIN, adminPassword);
    }

    public URI baseUrl() {
        return URI.create("http://localhost:" + port);
    }

    public URI issuer() {
        return URI.create(baseUrl() + "/realms/" + realm.name());
    }

    /** The gateway's address in this realm, the only one to which a sign-in returns. */
    public URI publicUrl() {
        return publicUrl;
    }

    /** Returns a token of Keycloak's administrator, which is valid for at least half a minute. */
    public String adminToken() {
        return adminTokens.get();
    }

    public String secretOf(String clientId) {
        return secrets.apply(realm.placeholderOfClient(clientId));
    }

    public String passwordOf(String username) {
        return secrets.apply(realm.placeholderOfUser(username));
    }

    /** Returns the secret in the authenticator app of a person who has one in the realm file. */
    public Optional<String> authenticatorOf(String username) {
        return realm.placeholderOfAuthenticator(username).map(secrets);
    }

    /** Returns the code that the person's authenticator app shows at this moment. */
    public Optional<String> codeOf(String username) {
        return authenticatorOf(username)
                .map(secret -> OneTimeCode.of(secret, Clock.systemUTC().instant()));
    }
}
