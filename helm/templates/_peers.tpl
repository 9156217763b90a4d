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

{{/* The name service, which every pod asks. */}}
{{- define "alongside.rule.names" -}}
- ports: [{protocol: UDP, port: {{ .dnsPort }}}, {protocol: TCP, port: {{ .dnsPort }}}]
{{- end }}

{{- define "alongside.policy" -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: {{ include "alongside.name" . }}
  labels: {{- include "alongside.labels" . | nindent 4 }}
  {{- if .hook }}
  annotations:
    helm.sh/hook: pre-install,pre-upgrade
    helm.sh/hook-weight: "-10"
    helm.sh/hook-delete-policy: before-hook-creation
  {{- end }}
spec:
  podSelector:
    matchLabels: {{- include "alongside.selector" . | nindent 6 }}
  policyTypes: [Ingress, Egress]
{{- end }}

{{/*
The policy of a job that runs before a release. Helm applies the policies of a release after these jobs, so this one is a
hook too, with a lower weight. It stays until the next release, as the job does, and names all that the job needs.
Takes root, component and egress.
*/}}
{{- define "alongside.policy.job" -}}
{{ include "alongside.policy" (merge (dict "hook" true) .) }}
  egress:
    {{- include "alongside.rule.names" .root.Values.networkPolicy | nindent 4 }}
    {{- .egress | nindent 4 }}
{{- end }}
