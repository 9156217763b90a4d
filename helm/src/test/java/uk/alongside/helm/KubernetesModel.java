package uk.alongside.helm;

import static uk.alongside.helm.Manifests.at;
import static uk.alongside.helm.Manifests.kind;
import static uk.alongside.helm.Manifests.list;
import static uk.alongside.helm.Manifests.object;
import static uk.alongside.helm.Manifests.text;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;

/** The model of Kubernetes' API, which refuses a field that it does not know. */
final class KubernetesModel {

    private interface Check {
        void accept(JsonElement manifest) throws IOException;
    }

    private static final Map<String, Check> KINDS = Map.of(
            "v1 ConfigMap", V1ConfigMap::validateJsonElement,
            "apps/v1 Deployment", V1Deployment::validateJsonElement,
            "batch/v1 Job", V1Job::validateJsonElement,
            "v1 Service", V1Service::validateJsonElement,
            "v1 ServiceAccount", V1ServiceAccount::validateJsonElement,
            "autoscaling/v2 HorizontalPodAutoscaler", V2HorizontalPodAutoscaler::validateJsonElement,
            "policy/v1 PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement,
            "networking.k8s.io/v1 NetworkPolicy", V1NetworkPolicy::validateJsonElement,
            "networking.k8s.io/v1 Ingress", V1Ingress::validateJsonElement);

    /** The fields that this chart uses of kinds that are not Kubernetes' own, by hand from their documentation. */
    private static final Map<String, Set<String>> OTHERS = Map.of(
            "gateway.networking.k8s.io/v1 HTTPRoute", Set.of("parentRefs", "hostnames", "rules"),
            "monitoring.coreos.com/v1 ServiceMonitor", Set.of("selector", "endpoints"),
            "monitoring.coreos.com/v1 PrometheusRule", Set.of("groups"));

    private static final Set<String> OF_RULES = Set.of("backendRefs", "matches", "filters");
    private static final Set<String> OF_ENDPOINTS = Set.of("port", "path", "interval");
    private static final Set<String> OF_ALERTS = Set.of("alert", "expr", "for", "labels", "annotations");

    private KubernetesModel() {}

    static void validate(JsonObject manifest) {
        var type = text(manifest.get("apiVersion")) + " " + kind(manifest);
        var check = KINDS.get(type);
        if (check == null) {
            validateOther(type, object(manifest.get("spec")));
            return;
        }
        try {
            check.accept(manifest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void validateOther(String type, JsonObject spec) {
        var known = OTHERS.get(type);
        if (known == null) {
            throw new IllegalArgumentException("Nothing is known of " + type + ".");
        }
        only(known, spec);
        list(spec.get("rules")).forEach(rule -> only(OF_RULES, rule));
        list(spec.get("endpoints")).forEach(endpoint -> only(OF_ENDPOINTS, endpoint));
        list(spec.get("groups")).forEach(group -> list(at(group, "rules")).forEach(alert -> only(OF_ALERTS, alert)));
    }

    private static void only(Set<String> known, JsonObject object) {
        for (var name : object.keySet()) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("The field " + name + " is not known.");
            }
        }
    }
}
