package uk.alongside.tenant.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import uk.alongside.tenant.Http;
import uk.alongside.tenant.Realm;

/** A realm of its own on the same Keycloak, as the identity provider of a council. */
final class CouncilRealm {

    static final String PASSWORD = "A-made-up-password-1";
    static final String CLIENT = "alongside";
    static final String SECRET = "a-made-up-secret";

    private final Realm realm;
    private final String name;

    private CouncilRealm(Realm realm, String name) {
        this.realm = realm;
        this.name = name;
    }

    static CouncilRealm create(Realm realm) {
        var name = "council-" + UUID.randomUUID();
        var created = realm(realm).post("", """
                {"realm": "%s", "enabled": true, "sslRequired": "none",
                 "clients": [{"clientId": "%s", "secret": "%s", "redirectUris": ["*"], "publicClient": false,
                   "attributes": {"backchannel.logout.session.required": "true", "backchannel.logout.url": "%s"},
                   "protocolMappers": [%s, %s]}]}""".formatted(
                        name,
                        CLIENT,
                        SECRET,
                        realm.issuer() + "/protocol/openid-connect/logout/backchannel-logout",
                        claim("groups"),
                        claim("amr")));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        var council = new CouncilRealm(realm, name);
        var profile = council.admin().get("/users/profile").body().toString();
        var open = profile.substring(0, profile.length() - 1) + ", \"unmanagedAttributePolicy\": \"ENABLED\"}";
        assertThat(council.admin().put("/users/profile", open, null).status()).isEqualTo(200);
        return council;
    }

    private static String claim(String name) {
        return """
                {"name": "%1$s", "protocol": "openid-connect", "protocolMapper": "oidc-usermodel-attribute-mapper",
                 "config": {"user.attribute": "%1$s", "claim.name": "%1$s", "multivalued": "true",
                   "jsonType.label": "String", "id.token.claim": "true", "access.token.claim": "true"}}""".formatted(name);
    }

    ProviderConnection connection() {
        return connection(URI.create(issuer() + "/protocol/openid-connect/token"));
    }

    ProviderConnection connection(URI token) {
        var protocol = issuer() + "/protocol/openid-connect";
        return new ProviderConnection(
                "Made-up council",
                issuer(),
                URI.create(protocol + "/auth"),
                token,
                URI.create(protocol + "/certs"),
                URI.create(protocol + "/logout"),
                CLIENT,
                SECRET,
                "groups",
                true);
    }

    String issuer() {
        return realm.issuer().replaceFirst("/realms/.*", "/realms/" + name);
    }

    /** Adds a member of staff, whose sign-in name is their address. */
    void add(String email, List<String> groups, List<String> methods) {
        var answer = admin().post("/users", """
                {"username": "%1$s", "email": "%1$s", "emailVerified": true, "firstName": "Ida", "lastName": "Made-up",
                 "enabled": true, "attributes": {%2$s},
                 "credentials": [{"type": "password", "value": "%3$s", "temporary": false}]}""".formatted(email, attributes(groups, methods), PASSWORD));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    void change(String email, List<String> groups, List<String> methods) {
        update(id(email), email, true, attributes(groups, methods));
    }

    /** Gives a person another address; the sign-in name stays. */
    void rename(String email, String other) {
        update(id(email), other, true, attributes(List.of(), List.of("mfa")));
    }

    /** Says of a person's address that it is not verified. */
    void unverify(String email) {
        var answer = admin().put(
                        "/users/" + id(email),
                        """
                {"email": "%s", "emailVerified": false, "firstName": "Ida", "lastName": "Made-up", "enabled": true,
                 "attributes": {%s}}""".formatted(email, attributes(List.of("Leads"), List.of("mfa"))),
                        null);
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
    }

    /** Closes the account of a person who has left. */
    void close(String email) {
        update(id(email), email, false, "");
    }

    private void update(String id, String email, boolean enabled, String attributes) {
        var answer = admin().put("/users/" + id, """
                {"email": "%s", "firstName": "Ida", "lastName": "Made-up", "enabled": %s,
                 "attributes": {%s}}""".formatted(email, enabled, attributes), null);
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
    }

    /** Ends the person's sessions here, which Keycloak reports to the clients that asked for it. */
    void signOut(String email) {
        assertThat(admin().post("/users/" + id(email) + "/logout", "").status()).isEqualTo(204);
    }

    /** Returns the id of a person's account here, by which Keycloak links it to an account of ours. */
    String id(String email) {
        return admin().get("/users?exact=true&username=" + email)
                .body()
                .path(0)
                .path("id")
                .asString();
    }

    private static String attributes(List<String> groups, List<String> methods) {
        return "\"groups\": " + JsonMapper.shared().writeValueAsString(groups) + ", \"amr\": "
                + methods.stream().map(each -> '"' + each + '"').collect(Collectors.joining(",", "[", "]"));
    }

    private Http admin() {
        return new Http(realm(realm).base() + "/" + name, realm.masterToken());
    }

    private static Http realm(Realm realm) {
        return new Http(realm.issuer().replaceFirst("/realms/.*", "/admin/realms"), realm.masterToken());
    }
}
