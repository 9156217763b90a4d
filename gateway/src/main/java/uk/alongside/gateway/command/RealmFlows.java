package uk.alongside.gateway.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings the sign-in flows of a realm up to date, step by step in the flows that are there. Steps are added before others
 * are taken away, so no sign-in in between passes with fewer checks than before or after.
 */
final class RealmFlows {

    private final KeycloakAdmin admin;
    private final String path;
    private final Consumer<String> changed;

    RealmFlows(KeycloakAdmin admin, String realm, Consumer<String> changed) {
        this.admin = admin;
        this.path = realm + "/authentication";
        this.changed = changed;
    }

    void apply(JsonNode wanted) {
        for (var flow : wanted.path("authenticationFlows")) {
            if (flow.path("topLevel").asBoolean()) {
                var alias = flow.path("alias").asString();
                if (admin.get(path + "/flows")
                        .valueStream()
                        .noneMatch(known -> known.path("alias").asString().equals(alias))) {
                    admin.post(path + "/flows", ((ObjectNode) flow.deepCopy()).without("authenticationExecutions"));
                    changed.accept("flow " + alias);
                }
                steps(wanted, flow);
            }
        }
    }

    private void steps(JsonNode wanted, JsonNode flow) {
        var alias = flow.path("alias").asString();
        var kept = new HashSet<String>();
        for (var step : flow.path("authenticationExecutions")) {
            var found = find(children(alias), step, kept);
            if (found == null) {
                add(wanted, alias, step);
                changed.accept("flow " + alias + ": step " + name(step));
                found = find(children(alias), step, kept);
            }
            if (found == null) {
                continue; // only looked at, nothing was added
            }
            kept.add(found.path("id").asString());
            requirement(alias, step, found);
            configuration(wanted, alias, step, found);
            if (step.path("authenticatorFlow").asBoolean()) {
                steps(wanted, flow(wanted, step.path("flowAlias").asString()));
            }
        }
        for (var extra : children(alias)) {
            if (!kept.contains(extra.path("id").asString())) {
                admin.delete(path + "/executions/" + extra.path("id").asString());
                changed.accept("flow " + alias + ": without step "
                        + extra.path("providerId")
                                .asString(extra.path("displayName").asString()));
            }
        }
    }

    /** Returns the steps of a flow itself, without those of the flows in it. */
    private List<JsonNode> children(String alias) {
        var own = new ArrayList<JsonNode>();
        admin.find(path + "/flows/" + Wire.encoded(alias) + "/executions")
                .ifPresent(all -> all.valueStream()
                        .filter(step -> step.path("level").asInt() == 0)
                        .forEach(own::add));
        return own;
    }

    private static @Nullable JsonNode find(List<JsonNode> present, JsonNode step, Set<String> taken) {
        boolean inner = step.path("authenticatorFlow").asBoolean();
        return present.stream()
                .filter(other -> !taken.contains(other.path("id").asString()))
                .filter(other -> other.path("authenticationFlow").asBoolean(false) == inner)
                .filter(other -> name(step)
                        .equals(other.path(inner ? "displayName" : "providerId").asString()))
                .findFirst()
                .orElse(null);
    }

    private void add(JsonNode wanted, String alias, JsonNode step) {
        var into = path + "/flows/" + Wire.encoded(alias) + "/executions";
        if (step.path("authenticatorFlow").asBoolean()) {
            var inner = flow(wanted, step.path("flowAlias").asString());
            admin.post(
                    into + "/flow",
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("alias", inner.path("alias").asString())
                            .put("description", inner.path("description").asString(""))
                            .put("type", inner.path("providerId").asString())
                            .put("provider", step.path("authenticator").asString("")));
        } else {
            admin.post(
                    into + "/execution", JsonNodeFactory.instance.objectNode().put("provider", name(step)));
        }
    }

    private void requirement(String alias, JsonNode step, JsonNode found) {
        var wanted = JsonNodeFactory.instance
                .objectNode()
                .put("requirement", step.path("requirement").asString())
                .put("priority", step.path("priority").asInt());
        if (!Differences.none(wanted, found)) {
            var updated = ((ObjectNode) found).deepCopy();
            updated.setAll(wanted);
            admin.put(path + "/flows/" + Wire.encoded(alias) + "/executions", updated);
            changed.accept("flow " + alias + ": " + name(step) + " is "
                    + step.path("requirement").asString().toLowerCase(Locale.ROOT));
        }
    }

    private void configuration(JsonNode wanted, String flow, JsonNode step, JsonNode found) {
        var alias = step.path("authenticatorConfig").asString("");
        if (alias.isEmpty()) {
            return;
        }
        var config = wanted.path("authenticatorConfig")
                .valueStream()
                .filter(each -> each.path("alias").asString().equals(alias))
                .findFirst()
                .orElseThrow();
        var id = found.path("authenticationConfig").asString("");
        if (id.isEmpty()) {
            admin.post(path + "/executions/" + found.path("id").asString() + "/config", config);
        } else {
            var present = admin.get(path + "/config/" + id);
            if (Differences.none(config, present)) {
                return;
            }
            admin.put(path + "/config/" + id, ((ObjectNode) config.deepCopy()).put("id", id));
        }
        changed.accept("flow " + flow + ": settings of " + name(step));
    }

    private static JsonNode flow(JsonNode wanted, String alias) {
        return wanted.path("authenticationFlows")
                .valueStream()
                .filter(flow -> flow.path("alias").asString().equals(alias))
                .findFirst()
                .orElseThrow();
    }

    private static String name(JsonNode step) {
        return step.path("authenticatorFlow").asBoolean()
                ? step.path("flowAlias").asString()
                : step.path("authenticator").asString();
    }
}
