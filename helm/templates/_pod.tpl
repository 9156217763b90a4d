{{/* What every pod has in common: it runs as an ordinary user, writes nowhere but in /tmp, and has no token of the cluster. */}}

{{- define "alongside.pod.metadata" -}}
{{- $pods := .root.Values.pods -}}
labels:
  {{- include "alongside.labels" . | nindent 2 }}
  {{- with $pods.labels }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- with $pods.annotations }}
annotations: {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{- define "alongside.pod" -}}
{{- $pods := .root.Values.pods -}}
automountServiceAccountToken: false
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  runAsUser: 10001
  runAsGroup: 10001
  # Lets this group read the key files.
  fsGroup: 10001
  seccompProfile: {type: RuntimeDefault}
{{- with $pods.nodeSelector }}
nodeSelector: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $pods.tolerations }}
tolerations: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $pods.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- with .root.Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- end }}

{{- define "alongside.container.security" -}}
image: {{ include "alongside.image" . | quote }}
imagePullPolicy: {{ .root.Values.image.pullPolicy }}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  runAsNonRoot: true
  capabilities: {drop: [ALL]}
resources:
  requests: {cpu: {{ .values.cpu }}, memory: {{ .values.memory }}}
  limits: {cpu: {{ .values.cpuLimit | quote }}, memory: {{ .values.memory }}}
volumeMounts:
  # Java and Tomcat need a folder for temporary files.
  - {name: tmp, mountPath: /tmp}
  {{- if .keys }}
  - {name: keys, mountPath: /etc/alongside/keys, readOnly: true}
  {{- end }}
  {{- if .root.Values.trustStore.configMap }}
  - {name: trust, mountPath: /etc/alongside/trust, readOnly: true}
  {{- end }}
{{- end }}

{{- define "alongside.volumes" -}}
volumes:
  - name: tmp
    emptyDir: {sizeLimit: 256Mi}
  {{- if .keys }}
  - name: keys
    secret:
      secretName: {{ .secret }}
      defaultMode: 0440
      items:
        {{- range .keys }}
        - {key: {{ . }}, path: {{ . }}}
        {{- end }}
  {{- end }}
  {{- if .root.Values.trustStore.configMap }}
  - name: trust
    configMap: {name: {{ .root.Values.trustStore.configMap }}}
  {{- end }}
{{- end }}

{{/* What the migration of a service is made of, as JSON, because a template gives text only. */}}
{{- define "alongside.migration" -}}
{{- $values := .root.Values }}
{{- $tenant := dict "service" "tenant-service" "roles" "tenant" "values" $values.tenantService
  "database" $values.database.tenant "secret" $values.secrets.tenantService "migrator" $values.secrets.tenantMigrator }}
{{- $conversations := dict "service" "conversations-service" "roles" "conversations" "values" $values.conversationsService
  "database" $values.database.conversations "secret" $values.secrets.conversationsService
  "migrator" $values.secrets.conversationsMigrator }}
{{- merge (dict "component" (printf "%s-migrate" .service) "keys" (list "context-key"))
  (ternary $tenant $conversations (eq .service "tenant-service")) | toJson }}
{{- end }}
