{{/* One rule of a network policy: a direction (from or to), its peers (none means any) and its port. */}}
{{- define "alongside.rule" -}}
- ports: [{protocol: TCP, port: {{ .port }}}]
  {{- with .peers }}
  {{ $.direction }}: {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}

{{/* A component of this release as a peer. */}}
{{- define "alongside.rule.component" -}}
- ports: [{protocol: TCP, port: 8080}]
  {{ .direction }}:
    - podSelector:
        matchLabels: {{- include "alongside.selector" . | nindent 10 }}
{{- end }}

{{- define "alongside.policy" -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: {{ include "alongside.name" . }}
  labels: {{- include "alongside.labels" . | nindent 4 }}
spec:
  podSelector:
    matchLabels: {{- include "alongside.selector" . | nindent 6 }}
  policyTypes: [Ingress, Egress]
{{- end }}
