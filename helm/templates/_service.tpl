{{/*
One service: Deployment, Service, HorizontalPodAutoscaler and PodDisruptionBudget.
Takes root, component, values, secret and keys (the keys of the secret that are mounted as files).
*/}}
{{- define "alongside.service" -}}
{{- $all := merge (dict "service" .component) . -}}
{{- $name := include "alongside.name" . -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ $name }}
  labels: {{- include "alongside.labels" . | nindent 4 }}
spec:
  {{- if not .root.Values.autoscaling.enabled }}
  replicas: {{ .values.minReplicas }}
  {{- end }}
  selector:
    matchLabels: {{- include "alongside.selector" . | nindent 6 }}
  strategy:
    # A new pod is ready before an old one stops.
    rollingUpdate: {maxSurge: 1, maxUnavailable: 0}
  template:
    metadata: {{- include "alongside.pod.metadata" . | nindent 6 }}
    spec:
      serviceAccountName: {{ .root.Release.Name }}
      {{- include "alongside.pod" . | nindent 6 }}
      # Five seconds until the cluster has stopped sending requests, then up to thirty for those that are being answered.
      terminationGracePeriodSeconds: 45
      topologySpreadConstraints:
        {{- range list "topology.kubernetes.io/zone" "kubernetes.io/hostname" }}
        - maxSkew: 1
          topologyKey: {{ . }}
          whenUnsatisfiable: ScheduleAnyway
          matchLabelKeys: [pod-template-hash]
          labelSelector:
            matchLabels: {{- include "alongside.selector" $ | nindent 14 }}
        {{- end }}
      containers:
        - name: {{ .component }}
          {{- include "alongside.container.security" $all | nindent 10 }}
          ports:
            - {name: http, containerPort: 8080}
            - {name: management, containerPort: 8090}
          # Up to five minutes to start, on a busy node.
          startupProbe:
            httpGet: {path: /actuator/health/readiness, port: management}
            periodSeconds: 2
            timeoutSeconds: 2
            failureThreshold: 150
          # Not alive: the process does not answer any more. A database that is away is no reason to restart.
          livenessProbe:
            httpGet: {path: /actuator/health/liveness, port: management}
            periodSeconds: 10
            timeoutSeconds: 5
            failureThreshold: 6
          # Not ready: starting, stopping, or (in a service with a database) the wall between councils has a hole.
          readinessProbe:
            httpGet: {path: /actuator/health/readiness, port: management}
            periodSeconds: 5
            timeoutSeconds: 5
            failureThreshold: 2
          lifecycle:
            preStop: {sleep: {seconds: 5}}
          env:
            {{- include "alongside.env.all" . | nindent 12 }}
            {{- include (printf "alongside.env.%s" .component) . | nindent 12 }}
            {{- with .values.extraEnv }}
            {{- toYaml . | nindent 12 }}
            {{- end }}
      {{- include "alongside.volumes" . | nindent 6 }}
---
apiVersion: v1
kind: Service
metadata:
  name: {{ $name }}
  labels: {{- include "alongside.labels" . | nindent 4 }}
spec:
  selector: {{- include "alongside.selector" . | nindent 4 }}
  ports:
    - {name: http, port: 8080, targetPort: http, appProtocol: http}
    - {name: management, port: 8090, targetPort: management, appProtocol: http}
{{- if .root.Values.autoscaling.enabled }}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: {{ $name }}
  labels: {{- include "alongside.labels" . | nindent 4 }}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: {{ $name }}}
  minReplicas: {{ .values.minReplicas }}
  maxReplicas: {{ max .values.minReplicas .values.maxReplicas }}
  metrics:
    - type: Resource
      resource:
        name: cpu
        target: {type: Utilization, averageUtilization: {{ .root.Values.autoscaling.cpuPercent }}}
  behavior:
    # Starting a pod takes a minute of work, so a short pause in the day ends none.
    scaleDown: {stabilizationWindowSeconds: 600}
{{- end }}
{{- if .root.Values.podDisruptionBudget.enabled }}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: {{ $name }}
  labels: {{- include "alongside.labels" . | nindent 4 }}
spec:
  maxUnavailable: 1
  # A pod that is not ready may always be moved, so that a broken one never blocks the maintenance of a node.
  unhealthyPodEvictionPolicy: AlwaysAllow
  selector:
    matchLabels: {{- include "alongside.selector" . | nindent 6 }}
{{- end }}
{{- end }}
