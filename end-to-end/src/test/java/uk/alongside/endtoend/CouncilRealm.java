package uk.alongside.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A realm of its own on the same Keycloak, as the identity provider of a council. */
final class CouncilRealm {

    static final String CLIENT = "alongside";
    static final String SECRET = "a-made-up-secret";
    static final String PASSWORD = "A-made-up-password-1";

    private final Deployment deployed;
    private final String name = "council-" + UUID.randomUUID();

    private CouncilRealm(Deployment deployed) {
        this.deployed = deployed;
    }

    /** Makes the realm, which reports sign-outs to ours and names a person's groups. */
    static CouncilRealm create(Deployment deployed) {
        var realm = new CouncilRealm(deployed);
        var client = Map.of(
                "clientId",
                CLIENT,
                "secret",
                SECRET,
                "redirectUris",
                List.of("*"),
                "publicClient",
                false,
                "attributes",
                Map.of(
                        "backchannel.logout.session.required",
                        "true",
                        "backchannel.logout.url",
                        deployed.issuer() + "/protocol/openid-connect/logout/backchannel-logout"),
                "protocolMappers",
                List.of(claim("groups"), claim("amr")));
        realm.done(deployed.realms()
                .post(
                        "/admin/realms",
                        Map.of(
                                "realm",
                                realm.name,
                                "displayName",
                                "Westmarch Council",
                                "enabled",
                                true,
                                "sslRequired",
                                "none",
                                "clients",
                                List.of(client))));
        var profile = deployed.realms().get(realm.path("/users/profile")).json();
        realm.done(deployed.realms()
                .put(
                        realm.path("/users/profile"),
                        Map.of("attributes", profile.path("attributes"), "unmanagedAttributePolicy", "ENABLED"),
                        Map.of()));
        return realm;
    }

    private static Map<String, Object> claim(String name) {
        return Map.of(
                "name",
                name,
                "protocol",
                "openid-connect",
                "protocolMapper",
                "oidc-usermodel-attribute-mapper",
                "config",
                Map.of(
                        "user.attribute",
                        name,
                        "claim.name",
                        name,
                        "multivalued",
                        "true",
                        "jsonType.label",
                        "String",
                        "id.token.claim",
                        "true",
                        "access.token.claim",
                        "true"));
    }

    String issuer() {
        return deployed.issuer().replaceFirst("/realms/.*", "/realms/" + name);
    }

    /** Adds a member of staff with these groups. */
    void add(String email, String firstName, String... groups) {
        done(deployed.realms()
                .post(
                        path("/users"),
                        Map.of(
                                "username",
                                email,
                                "email",
                                email,
                                "emailVerified",
                                true,
                                "firstName",
                                firstName,
                                "lastName",
                                "Made-up",
                                "enabled",
                                true,
                                "attributes",
                                Map.of("groups", List.of(groups), "amr", List.of("mfa")),
                                "credentials",
                                List.of(Map.of("type", "password", "value", PASSWORD, "temporary", false)))));
    }

    /** Closes the account of a person who leaves the council, and ends their sign-ins there. */
    void leave(String email) {
        var user = deployed.realms()
                .get(path("/users?exact=true&username=" + email))
                .json();
        var id = user.path(0).path("id").asString();
        done(deployed.realms()
                .put(
                        path("/users/" + id),
                        Map.of("email", email, "firstName", "Ida", "lastName", "Made-up", "enabled", false),
                        Map.of()));
        done(deployed.realms().post(path("/users/" + id + "/logout"), Map.of()));
    }

    private String path(String rest) {
        return "/admin/realms/" + name + rest;
    }

    private void done(Answer answer) {
        assertThat(answer.succeeded()).as(answer.toString()).isTrue();
    }
}
