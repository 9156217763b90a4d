package uk.alongside.helm;

import static uk.alongside.helm.Manifests.array;
import static uk.alongside.helm.Manifests.at;
import static uk.alongside.helm.Manifests.isFalse;
import static uk.alongside.helm.Manifests.isTrue;
import static uk.alongside.helm.Manifests.list;
import static uk.alongside.helm.Manifests.object;
import static uk.alongside.helm.Manifests.ofKind;
import static uk.alongside.helm.Manifests.pods;
import static uk.alongside.helm.Manifests.selects;
import static uk.alongside.helm.Manifests.text;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import uk.alongside.helm.Manifests.Pod;

/** A rule that every rendering of the chart keeps. */
enum Rule {
    NOT_ROOT(eachContainer((pod, container) -> isTrue(at(pod.spec(), "securityContext", "runAsNonRoot"))
            && isTrue(at(container, "securityContext", "runAsNonRoot"))
            && number(at(pod.spec(), "securityContext", "runAsUser")) >= 10_000)),

    READ_ONLY_FILES(
            eachContainer((_, container) -> isTrue(at(container, "securityContext", "readOnlyRootFilesystem")))),

    NO_PRIVILEGE_ESCALATION(
            eachContainer((_, container) -> isFalse(at(container, "securityContext", "allowPrivilegeEscalation"))
                    && !isTrue(at(container, "securityContext", "privileged")))),

    NO_CAPABILITIES(eachContainer((_, container) ->
            at(container, "securityContext", "capabilities", "drop").equals(array("ALL"))
                    && at(container, "securityContext", "capabilities", "add").isJsonNull())),

    SECCOMP(eachPod(pod ->
            text(at(pod.spec(), "securityContext", "seccompProfile", "type")).equals("RuntimeDefault"))),

    NO_CLUSTER_TOKEN(both(
            eachPod(pod -> isFalse(at(pod.spec(), "automountServiceAccountToken"))),
            eachOf("ServiceAccount", account -> isFalse(at(account, "automountServiceAccountToken"))))),

    NOTHING_OF_THE_NODE(eachPod(pod ->
            Stream.of("hostNetwork", "hostPID", "hostIPC").noneMatch(name -> isTrue(at(pod.spec(), name)))
                    && list(at(pod.spec(), "volumes")).stream().noneMatch(volume -> volume.has("hostPath")))),

    REQUESTS_AND_LIMITS(eachContainer((_, container) -> Stream.of("requests", "limits")
            .allMatch(kind -> Stream.of("cpu", "memory")
                    .noneMatch(
                            what -> text(at(container, "resources", kind, what)).isEmpty())))),

    PROBES(eachContainer((pod, container) -> pod.name().startsWith("Job/")
            || (probes(container, "startupProbe", "readiness")
                    && probes(container, "livenessProbe", "liveness")
                    && probes(container, "readinessProbe", "readiness")))),

    VERSIONED_IMAGES(eachContainer((_, container) ->
            text(container.get("image")).matches(".+/[a-z-]+(:(?!latest$)[A-Za-z0-9._-]+|@sha256:[0-9a-f]{64})"))),

    SECRETS_FROM_SECRETS(both(
            eachContainer((_, container) -> list(container.get("env")).stream()
                    .filter(variable -> isSecret(text(variable.get("name"))))
                    .allMatch(variable -> !text(at(variable, "valueFrom", "secretKeyRef", "name"))
                            .isEmpty())),
            eachOf("Secret", _ -> false))),

    KEY_FILES_FROM_SECRETS(eachContainer((pod, container) -> list(container.get("env")).stream()
            .filter(variable -> text(variable.get("name")).endsWith("_FILE"))
            .allMatch(variable -> isMountedSecret(pod, container, text(variable.get("value")))))),

    A_NETWORK_POLICY_FOR_EACH_POD(manifests -> pods(manifests).stream()
            .filter(pod -> ofKind(manifests, "NetworkPolicy").stream()
                    .noneMatch(policy -> selects(object(at(policy, "spec", "podSelector", "matchLabels")), pod.labels())
                            && at(policy, "spec", "policyTypes").equals(array("Ingress", "Egress"))))
            .map(Pod::name)
            .toList()),

    /** Helm runs a hook before a release while the other manifests are not there yet, or are those of the last release. */
    POLICIES_OF_HOOKS_COME_BEFORE_THEM(manifests -> pods(manifests).stream()
            .filter(pod -> hook(pod.manifest()).startsWith("pre-"))
            .filter(pod -> ofKind(manifests, "NetworkPolicy").stream()
                    .noneMatch(policy -> selects(object(at(policy, "spec", "podSelector", "matchLabels")), pod.labels())
                            && at(policy, "spec", "policyTypes").equals(array("Ingress", "Egress"))
                            && at(policy, "spec", "ingress").isJsonNull()
                            && opensNames(policy)
                            && hook(policy).equals(hook(pod.manifest()))
                            && weight(policy) < weight(pod.manifest())
                            && annotation(policy, "helm.sh/hook-delete-policy").equals("before-hook-creation")))
            .map(Pod::name)
            .toList()),

    SELECTORS_WITHOUT_VERSION(eachOf(
            "Deployment",
            it -> object(at(it, "spec", "selector", "matchLabels"))
                            .keySet()
                            .equals(java.util.Set.of("app.kubernetes.io/name", "app.kubernetes.io/instance"))
                    && selects(
                            object(at(it, "spec", "selector", "matchLabels")),
                            object(at(it, "spec", "template", "metadata", "labels"))))),

    SERVICES_LEAD_TO_PODS(manifests -> ofKind(manifests, "Service").stream()
            .filter(service -> pods(manifests).stream()
                            .filter(pod -> selects(object(at(service, "spec", "selector")), pod.labels()))
                            .filter(pod -> list(at(service, "spec", "ports")).stream()
                                    .allMatch(port -> portNames(pod).contains(text(port.get("targetPort")))))
                            .count()
                    != 1)
            .map(Manifests::name)
            .toList());

    @SuppressWarnings("ImmutableEnumChecker") // the functions above hold no state
    private final Function<List<JsonObject>, List<String>> broken;

    Rule(Function<List<JsonObject>, List<String>> broken) {
        this.broken = broken;
    }

    /** Returns what breaks this rule, by kind and name. */
    List<String> broken(List<JsonObject> manifests) {
        return broken.apply(manifests);
    }

    private static Function<List<JsonObject>, List<String>> eachPod(Predicate<Pod> rule) {
        return manifests ->
                pods(manifests).stream().filter(rule.negate()).map(Pod::name).toList();
    }

    private static Function<List<JsonObject>, List<String>> eachContainer(BiPredicate<Pod, JsonObject> rule) {
        return eachPod(pod -> !pod.containers().isEmpty()
                && pod.containers().stream().allMatch(container -> rule.test(pod, container)));
    }

    private static Function<List<JsonObject>, List<String>> eachOf(String kind, Predicate<JsonObject> rule) {
        return manifests -> ofKind(manifests, kind).stream()
                .filter(rule.negate())
                .map(Manifests::name)
                .toList();
    }

    private static Function<List<JsonObject>, List<String>> both(
            Function<List<JsonObject>, List<String>> one, Function<List<JsonObject>, List<String>> other) {
        return manifests -> Stream.concat(one.apply(manifests).stream(), other.apply(manifests).stream())
                .toList();
    }

    private static String hook(JsonObject manifest) {
        return annotation(manifest, Chart.HOOK);
    }

    private static long weight(JsonObject manifest) {
        return number(at(manifest, "metadata", "annotations", "helm.sh/hook-weight"));
    }

    private static String annotation(JsonObject manifest, String name) {
        return text(at(manifest, "metadata", "annotations", name));
    }

    /** Returns true if the policy lets its pods ask the name service, over UDP and TCP. */
    private static boolean opensNames(JsonObject policy) {
        return list(at(policy, "spec", "egress")).stream()
                .filter(rule -> !rule.has("to"))
                .map(rule -> list(rule.get("ports")).stream()
                        .map(port -> text(port.get("protocol")) + text(port.get("port")))
                        .toList())
                .anyMatch(List.of("UDP53", "TCP53")::equals);
    }

    private static boolean probes(JsonObject container, String probe, String group) {
        return text(at(container, probe, "httpGet", "path")).equals("/actuator/health/" + group)
                && text(at(container, probe, "httpGet", "port")).equals("management");
    }

    private static List<String> portNames(Pod pod) {
        return pod.containers().stream()
                .flatMap(container -> list(container.get("ports")).stream())
                .map(port -> text(port.get("name")))
                .toList();
    }

    private static boolean isMountedSecret(Pod pod, JsonObject container, String file) {
        return list(container.get("volumeMounts")).stream()
                .filter(mount -> file.startsWith(text(mount.get("mountPath")) + "/") && isTrue(mount.get("readOnly")))
                .flatMap(mount -> list(at(pod.spec(), "volumes")).stream()
                        .filter(volume -> volume.get("name").equals(mount.get("name"))))
                .flatMap(volume -> list(at(volume, "secret", "items")).stream())
                .anyMatch(item -> file.endsWith("/" + text(item.get("path"))));
    }

    /** Tells by its name whether a variable's value is a secret. A name that ends with FILE only leads to one. */
    private static boolean isSecret(String variable) {
        return variable.matches(".*(PASSWORD|SECRET|TOKEN|KEY|MAIL_USERNAME)");
    }

    private static long number(JsonElement element) {
        return element.isJsonPrimitive() ? element.getAsLong() : 0;
    }
}
