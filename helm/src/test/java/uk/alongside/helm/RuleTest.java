package uk.alongside.helm;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.alongside.helm.Manifests.array;
import static uk.alongside.helm.Manifests.at;
import static uk.alongside.helm.Manifests.list;
import static uk.alongside.helm.Manifests.object;
import static uk.alongside.helm.Manifests.ofKind;
import static uk.alongside.helm.Manifests.pods;
import static uk.alongside.helm.Manifests.text;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import uk.alongside.helm.Manifests.Pod;

/** Tests that the chart keeps each rule, and that each rule finds the defect that it is for. */
class RuleTest {

    static final List<String> EXAMPLES = Chart.EXAMPLES;

    /** A change to the manifests that breaks one rule. */
    record Defect(Rule rule, String words, Consumer<List<JsonObject>> edit) {

        @Override
        public String toString() {
            return rule + ": " + words;
        }
    }

    @ParameterizedTest
    @FieldSource("EXAMPLES")
    void theChartKeepsEveryRule(String example) {
        var rules = EnumSet.allOf(Rule.class);
        if (example.equals("smallest")) {
            // Its values turn network policies off.
            rules.remove(Rule.A_NETWORK_POLICY_FOR_EACH_POD);
            rules.remove(Rule.POLICIES_OF_HOOKS_COME_BEFORE_THEM);
        }
        for (var rule : rules) {
            assertThat(rule.broken(Chart.manifests(example))).as("%s", rule).isEmpty();
        }
    }

    static Stream<Defect> defects() {
        return Stream.of(
                pod(Rule.NOT_ROOT, "pod", pod -> security(pod).remove("runAsNonRoot")),
                pod(Rule.NOT_ROOT, "user 0", pod -> security(pod).addProperty("runAsUser", 0)),
                container(Rule.NOT_ROOT, "container", it -> security(it).addProperty("runAsNonRoot", false)),
                container(Rule.READ_ONLY_FILES, "no setting", it -> security(it).remove("readOnlyRootFilesystem")),
                container(
                        Rule.NO_PRIVILEGE_ESCALATION,
                        "no setting",
                        it -> security(it).remove("allowPrivilegeEscalation")),
                container(
                        Rule.NO_PRIVILEGE_ESCALATION,
                        "privileged",
                        it -> security(it).addProperty("privileged", true)),
                container(Rule.NO_CAPABILITIES, "kept", it -> security(it).remove("capabilities")),
                container(
                        Rule.NO_CAPABILITIES,
                        "added",
                        it -> object(at(it, "securityContext", "capabilities")).add("add", array("NET_ADMIN"))),
                pod(Rule.SECCOMP, "no profile", pod -> security(pod).remove("seccompProfile")),
                pod(Rule.NO_CLUSTER_TOKEN, "pod", pod -> pod.remove("automountServiceAccountToken")),
                new Defect(
                        Rule.NO_CLUSTER_TOKEN,
                        "account",
                        all -> ofKind(all, "ServiceAccount").getFirst().remove("automountServiceAccountToken")),
                pod(Rule.NOTHING_OF_THE_NODE, "network", pod -> pod.addProperty("hostNetwork", true)),
                pod(
                        Rule.NOTHING_OF_THE_NODE,
                        "folder",
                        pod -> list(pod.get("volumes")).getFirst().add("hostPath", new JsonObject())),
                container(
                        Rule.REQUESTS_AND_LIMITS,
                        "no limit",
                        it -> object(at(it, "resources", "limits")).remove("memory")),
                container(
                        Rule.REQUESTS_AND_LIMITS,
                        "no request",
                        it -> object(at(it, "resources", "requests")).remove("cpu")),
                container(Rule.PROBES, "no readiness", it -> it.remove("readinessProbe")),
                container(
                        Rule.PROBES,
                        "ready by any answer",
                        it -> object(at(it, "readinessProbe", "httpGet")).addProperty("path", "/")),
                container(Rule.VERSIONED_IMAGES, "latest", it -> it.addProperty("image", "registry/gateway:latest")),
                container(Rule.VERSIONED_IMAGES, "no tag", it -> it.addProperty("image", "registry/gateway")),
                container(Rule.SECRETS_FROM_SECRETS, "written out", it -> {
                    var password = list(it.get("env")).stream()
                            .filter(variable -> text(variable.get("name")).endsWith("SECRET"))
                            .findFirst()
                            .orElseThrow();
                    password.remove("valueFrom");
                    password.addProperty("value", "hunter2");
                }),
                new Defect(Rule.SECRETS_FROM_SECRETS, "a secret in the chart", all -> {
                    var secret = new JsonObject();
                    secret.addProperty("kind", "Secret");
                    all.add(secret);
                }),
                new Defect(
                        Rule.KEY_FILES_FROM_SECRETS,
                        "not mounted",
                        all -> deployment(all, "tenant-service").spec().remove("volumes")),
                new Defect(
                        Rule.KEY_FILES_FROM_SECRETS,
                        "a file that is not an item",
                        all ->
                                list(deployment(all, "conversations-service")
                                                .containers()
                                                .getFirst()
                                                .get("env"))
                                        .stream()
                                        .filter(it -> text(it.get("name")).equals("ALONGSIDE_AUDIT_KEY_FILE"))
                                        .forEach(it -> it.addProperty("value", "/etc/alongside/keys/other"))),
                new Defect(
                        Rule.A_NETWORK_POLICY_FOR_EACH_POD,
                        "none",
                        all -> all.removeIf(it -> Manifests.kind(it).equals("NetworkPolicy"))),
                new Defect(
                        Rule.A_NETWORK_POLICY_FOR_EACH_POD,
                        "for calls to the pod only",
                        all -> ofKind(all, "NetworkPolicy")
                                .forEach(it -> object(it.get("spec")).add("policyTypes", array("Ingress")))),
                policyOfAHook(
                        "an ordinary manifest", it -> object(at(it, "metadata")).remove("annotations")),
                policyOfAHook("another event", it -> annotations(it).addProperty(Chart.HOOK, "pre-install")),
                policyOfAHook("after the job", it -> annotations(it).addProperty("helm.sh/hook-weight", "0")),
                policyOfAHook(
                        "kept from the last release", it -> annotations(it).remove("helm.sh/hook-delete-policy")),
                policyOfAHook("no names", it -> object(it.get("spec")).remove("egress")),
                policyOfAHook("calls to the pod", it -> object(it.get("spec")).add("ingress", array())),
                new Defect(
                        Rule.SELECTORS_WITHOUT_VERSION,
                        "version",
                        all -> object(at(deployment(all, "gateway").manifest(), "spec", "selector", "matchLabels"))
                                .addProperty("app.kubernetes.io/version", "1")),
                new Defect(
                        Rule.SERVICES_LEAD_TO_PODS,
                        "no pod",
                        all -> object(at(ofKind(all, "Service").getFirst(), "spec", "selector"))
                                .addProperty("app.kubernetes.io/name", "other")),
                new Defect(
                        Rule.SERVICES_LEAD_TO_PODS,
                        "no such port",
                        all -> list(at(ofKind(all, "Service").getFirst(), "spec", "ports"))
                                .getFirst()
                                .addProperty("targetPort", "web")));
    }

    @ParameterizedTest
    @MethodSource("defects")
    void aRuleFindsTheDefectThatItIsFor(Defect defect) {
        var manifests = new ArrayList<>(Chart.manifests("default"));
        assertThat(defect.rule().broken(manifests)).isEmpty();

        defect.edit().accept(manifests);

        assertThat(defect.rule().broken(manifests)).isNotEmpty();
    }

    @Test
    void everyRuleHasADefect() {
        assertThat(defects().map(Defect::rule).collect(toSet())).containsExactlyInAnyOrder(Rule.values());
    }

    private static Defect pod(Rule rule, String words, Consumer<JsonObject> edit) {
        return new Defect(
                rule, words, all -> edit.accept(deployment(all, "gateway").spec()));
    }

    private static Defect container(Rule rule, String words, Consumer<JsonObject> edit) {
        return new Defect(
                rule,
                words,
                all -> edit.accept(deployment(all, "gateway").containers().getFirst()));
    }

    private static Defect policyOfAHook(String words, Consumer<JsonObject> edit) {
        return new Defect(
                Rule.POLICIES_OF_HOOKS_COME_BEFORE_THEM,
                words,
                all -> ofKind(all, "NetworkPolicy").stream()
                        .filter(it -> Manifests.name(it).endsWith("/alongside-tenant-service-migrate"))
                        .forEach(edit));
    }

    private static JsonObject annotations(JsonObject manifest) {
        return object(at(manifest, "metadata", "annotations"));
    }

    private static Pod deployment(List<JsonObject> all, String name) {
        return pods(all).stream()
                .filter(pod -> pod.name().equals("Deployment/alongside-" + name))
                .findFirst()
                .orElseThrow();
    }

    private static JsonObject security(JsonObject from) {
        return object(from.get("securityContext"));
    }
}
