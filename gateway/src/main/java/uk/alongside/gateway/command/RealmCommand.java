package uk.alongside.gateway.command;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the realm, or brings an existing one up to date with this release. Whatever the realm file names becomes as it
 * says. Everything else stays: people, organizations, identity providers, and clients that the file does not name. Each
 * step compares first, so a second run changes nothing, and a run that was killed is run again.
 */
final class RealmCommand {

    /** The parts of a realm that have addresses of their own, or that only a new realm gets. */
    private static final Set<String> PARTS = Set.of(
            "roles",
            "requiredActions",
            "authenticationFlows",
            "authenticatorConfig",
            "clientScopes",
            "defaultDefaultClientScopes",
            "defaultOptionalClientScopes",
            "clients",
            "scopeMappings",
            "clientScopeMappings",
            "users",
            "components");

    private static final String PROVIDER = "alongside-keycloak-provider.jar";

    private static final List<String> FORMS = List.of("organization", "auth-username-password-form");

    private final Map<String, String> environment;
    private final Clock clock;
    private final Output output;
    private final List<String> changes = new ArrayList<>();

    RealmCommand(Map<String, String> environment, Clock clock, Output output) {
        this.environment = environment;
        this.clock = clock;
        this.output = output;
    }

    int execute(List<String> line) {
        var options = Options.read(line, Set.of(), Set.of("json", "dry-run"));
        if (!options.words().equals(List.of("apply"))) {
            throw Commands.notKnown();
        }
        var admin = KeycloakAdmin.of(environment, new Wire(), clock, !options.has("dry-run"));
        var name = KeycloakAdmin.realmOf(environment);
        var wanted = RealmDocument.read(name, environment);
        var path = "/" + name;
        var present = admin.find(path);
        if (present.isEmpty()) {
            admin.post("", wanted);
            changed("realm " + name);
        } else {
            update(admin, path, wanted, present.get());
        }
        report(admin.mayChange(), isInstalled(admin.serverInfo()));
        return Commands.DONE;
    }

    /**
     * Returns whether Keycloak runs the module {@code keycloak-provider} of this release. Its forms for the address and for
     * the password have the names of Keycloak's own and a higher order.
     *
     * @param serverInfo what Keycloak says about its parts
     */
    static boolean isInstalled(JsonNode serverInfo) {
        var authenticators = serverInfo.path("providers").path("authenticator").path("providers");
        return FORMS.stream()
                .allMatch(form -> authenticators.path(form).path("order").asInt(0) > 0);
    }

    private void update(KeycloakAdmin admin, String realm, ObjectNode wanted, JsonNode present) {
        roles(admin, realm, wanted.path("roles").path("realm"));
        scopes(admin, realm, wanted);
        clients(admin, realm, wanted);
        scopeMappings(admin, realm, wanted);
        serviceAccounts(admin, realm, wanted.path("users"));
        requiredActions(admin, realm, wanted.path("requiredActions"));
        new RealmFlows(admin, realm, this::changed).apply(wanted);
        // Last, because it names the flows that sign-ins use from then on.
        settings(admin, realm, wanted, present);
        profile(admin, realm, wanted.path("components"));
    }

    private void roles(KeycloakAdmin admin, String realm, JsonNode roles) {
        for (var role : roles) {
            var path = realm + "/roles/" + role.path("name").asString();
            if (admin.find(path).isEmpty()) {
                var plain = ((ObjectNode) role.deepCopy()).without(List.of("composite", "composites"));
                admin.post(realm + "/roles", plain);
                changed("role " + role.path("name").asString());
            }
        }
        for (var role : roles) {
            var path = realm + "/roles/" + role.path("name").asString() + "/composites";
            for (var part : role.path("composites").path("realm")) {
                var has = admin.find(path)
                        .filter(all -> names(all, "name").anyMatch(part.asString()::equals))
                        .isPresent();
                if (!has) {
                    admin.find(realm + "/roles/" + part.asString()).ifPresent(found -> admin.post(path, array(found)));
                    changed("role " + role.path("name").asString() + ": part " + part.asString());
                }
            }
        }
    }

    private void scopes(KeycloakAdmin admin, String realm, JsonNode wanted) {
        for (var scope : wanted.path("clientScopes")) {
            var name = scope.path("name").asString();
            var found = first(admin.get(realm + "/client-scopes"), "name", name);
            if (found == null) {
                admin.post(realm + "/client-scopes", scope);
                changed("client scope " + name);
                continue;
            }
            var path = realm + "/client-scopes/" + found.path("id").asString();
            var plain = ((ObjectNode) scope.deepCopy()).without("protocolMappers");
            if (!Differences.none(plain, found)) {
                admin.put(path, merged(found, plain));
                changed("client scope " + name);
            }
            mappers(admin, path + "/protocol-mappers/models", scope, found, "client scope " + name);
        }
        for (var kind : List.of("default", "optional")) {
            var list = kind.equals("default") ? "defaultDefaultClientScopes" : "defaultOptionalClientScopes";
            // Keycloak adds a scope of its own to a new realm, so those that the file does not name stay.
            add(admin, realm, realm + "/default-" + kind + "-client-scopes", wanted.path(list), kind + " scopes");
        }
    }

    private void mappers(KeycloakAdmin admin, String path, JsonNode wanted, JsonNode present, String owner) {
        for (var mapper : wanted.path("protocolMappers")) {
            var name = mapper.path("name").asString();
            var found = first(present.path("protocolMappers"), "name", name);
            if (found == null) {
                admin.post(path, mapper);
            } else if (!Differences.none(mapper, found)) {
                admin.put(path + "/" + found.path("id").asString(), merged(found, (ObjectNode) mapper));
            } else {
                continue;
            }
            changed(owner + ": mapper " + name);
        }
    }

    /** Makes the list of scopes at this path the wanted one. */
    private void attach(KeycloakAdmin admin, String realm, String path, JsonNode wanted, String owner) {
        for (var scope : add(admin, realm, path, wanted, owner)) {
            var name = scope.path("name").asString();
            if (wanted.valueStream().noneMatch(item -> item.asString().equals(name))) {
                admin.delete(path + "/" + scope.path("id").asString());
                changed(owner + ": without scope " + name);
            }
        }
    }

    /** Adds the wanted scopes to the list at this path, and returns the list as it was. */
    private JsonNode add(KeycloakAdmin admin, String realm, String path, JsonNode wanted, String owner) {
        var present = admin.find(path).orElse(JsonNodeFactory.instance.arrayNode());
        var all = admin.get(realm + "/client-scopes");
        for (var scope : wanted) {
            var known = first(all, "name", scope.asString());
            if (first(present, "name", scope.asString()) == null) {
                if (known != null) {
                    admin.put(path + "/" + known.path("id").asString(), JsonNodeFactory.instance.objectNode());
                }
                changed(owner + ": scope " + scope.asString());
            }
        }
        return present;
    }

    private void clients(KeycloakAdmin admin, String realm, JsonNode wanted) {
        for (var client : wanted.path("clients")) {
            var id = client.path("clientId").asString();
            var found = client(admin, realm, id);
            if (found == null) {
                admin.post(realm + "/clients", client);
                changed("client " + id);
                continue;
            }
            var path = realm + "/clients/" + found.path("id").asString();
            var plain = ((ObjectNode) client.deepCopy())
                    .without(List.of("defaultClientScopes", "optionalClientScopes", "protocolMappers"));
            if (!Differences.none(plain, found)) {
                admin.put(path, merged(found, plain));
                changed("client " + id + ": " + String.join(", ", Differences.names(plain, found)));
            }
            mappers(admin, path + "/protocol-mappers/models", client, found, "client " + id);
            attach(admin, realm, path + "/default-client-scopes", client.path("defaultClientScopes"), "client " + id);
            attach(admin, realm, path + "/optional-client-scopes", client.path("optionalClientScopes"), "client " + id);
        }
    }

    private void scopeMappings(KeycloakAdmin admin, String realm, JsonNode wanted) {
        for (var mapping : wanted.path("scopeMappings")) {
            var client = client(admin, realm, mapping.path("client").asString());
            if (client != null) {
                var path = realm + "/clients/" + client.path("id").asString() + "/scope-mappings/realm";
                give(
                        admin,
                        realm + "/roles/",
                        path,
                        mapping.path("roles"),
                        "scope of " + mapping.path("client").asString());
            }
        }
        for (var owner : wanted.path("clientScopeMappings").properties()) {
            var owning = client(admin, realm, owner.getKey());
            for (var mapping : owner.getValue()) {
                var client = client(admin, realm, mapping.path("client").asString());
                if (client != null && owning != null) {
                    var id = owning.path("id").asString();
                    var path = realm + "/clients/" + client.path("id").asString() + "/scope-mappings/clients/" + id;
                    give(
                            admin,
                            realm + "/clients/" + id + "/roles/",
                            path,
                            mapping.path("roles"),
                            "scope of " + mapping.path("client").asString());
                }
            }
        }
    }

    private void serviceAccounts(KeycloakAdmin admin, String realm, JsonNode users) {
        for (var user : users) {
            var name = user.path("serviceAccountClientId").asString();
            var client = client(admin, realm, name);
            if (client == null) {
                continue;
            }
            var account = admin.find(realm + "/clients/" + client.path("id").asString() + "/service-account-user");
            if (account.isEmpty()) {
                continue;
            }
            var path = realm + "/users/" + account.get().path("id").asString() + "/role-mappings/";
            give(admin, realm + "/roles/", path + "realm", user.path("realmRoles"), "account of " + name);
            for (var owner : user.path("clientRoles").properties()) {
                var owning = client(admin, realm, owner.getKey());
                if (owning != null) {
                    var id = owning.path("id").asString();
                    give(
                            admin,
                            realm + "/clients/" + id + "/roles/",
                            path + "clients/" + id,
                            owner.getValue(),
                            "account of " + name);
                }
            }
        }
    }

    /** Adds the roles that are missing in the list at this path. */
    private void give(KeycloakAdmin admin, String roles, String path, JsonNode wanted, String owner) {
        var present = admin.find(path).orElse(JsonNodeFactory.instance.arrayNode());
        for (var role : wanted) {
            if (first(present, "name", role.asString()) == null) {
                admin.find(roles + role.asString()).ifPresent(found -> admin.post(path, array(found)));
                changed(owner + ": role " + role.asString());
            }
        }
    }

    private void requiredActions(KeycloakAdmin admin, String realm, JsonNode actions) {
        var path = realm + "/authentication/required-actions";
        var present = admin.get(path);
        for (var action : actions) {
            var alias = action.path("alias").asString();
            var found = first(present, "alias", alias);
            if (found == null) {
                admin.post(
                        realm + "/authentication/register-required-action",
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("providerId", action.path("providerId").asString())
                                .put("name", action.path("name").asString()));
                admin.put(path + "/" + alias, action);
                changed("required action " + alias);
            } else if (!Differences.none(action, found)) {
                admin.put(path + "/" + alias, merged(found, (ObjectNode) action));
                changed("required action " + alias);
            }
        }
    }

    private void settings(KeycloakAdmin admin, String realm, ObjectNode wanted, JsonNode present) {
        var settings = wanted.deepCopy().without(PARTS);
        var names = Differences.names(settings, present);
        if (!names.isEmpty()) {
            admin.put(realm, settings);
            changed("realm: " + String.join(", ", names));
        }
    }

    private void profile(KeycloakAdmin admin, String realm, JsonNode components) {
        for (var component : components.path("org.keycloak.userprofile.UserProfileProvider")) {
            var text = component
                    .path("config")
                    .path("kc.user.profile.config")
                    .path(0)
                    .asString();
            var wanted = new JsonMapper().readTree(text);
            if (!Differences.none(wanted, admin.get(realm + "/users/profile"))) {
                admin.put(realm + "/users/profile", wanted);
                changed("user profile");
            }
        }
    }

    private static @Nullable JsonNode client(KeycloakAdmin admin, String realm, String id) {
        return first(admin.get(realm + "/clients?clientId=" + Wire.encoded(id)), "clientId", id);
    }

    private static @Nullable JsonNode first(JsonNode list, String key, String value) {
        Predicate<JsonNode> same = item -> item.path(key).asString("").equals(value);
        return list.valueStream().filter(same).findFirst().orElse(null);
    }

    private static Stream<String> names(JsonNode list, String key) {
        return list.valueStream().map(item -> item.path(key).asString());
    }

    private static ArrayNode array(JsonNode item) {
        return JsonNodeFactory.instance.arrayNode().add(item);
    }

    /** Returns what is there with the wanted fields in place of its own. */
    private static ObjectNode merged(JsonNode present, ObjectNode wanted) {
        var merged = ((ObjectNode) present).deepCopy();
        for (var field : wanted.properties()) {
            var before = merged.get(field.getKey());
            merged.set(
                    field.getKey(),
                    before instanceof ObjectNode object && field.getValue() instanceof ObjectNode inner
                            ? merged(object, inner)
                            : field.getValue());
        }
        return merged;
    }

    private void changed(String what) {
        changes.add(what);
    }

    private void report(boolean done, boolean provider) {
        for (var change : changes) {
            output.say((done ? "Changed " : "Would change ") + change + ".");
        }
        output.say(
                changes.isEmpty()
                        ? "The realm is up to date. Nothing was changed."
                        : done ? "The realm is up to date." : "Nothing was changed (--dry-run).");
        if (!provider) {
            output.say("Keycloak runs without " + PROVIDER
                    + " of this release, so its sign-in shows who has an account. Put the file into its folder"
                    + " providers, and build Keycloak again.");
        }
        var json = JsonNodeFactory.instance.objectNode().put("dryRun", !done).put("provider", provider);
        var list = json.putArray("changes");
        changes.forEach(list::add);
        output.json(json);
    }
}
