{{/* Names and labels. A component is gateway, tenant-service or conversations-service. */}}

{{- define "alongside.name" -}}
{{- printf "%s-%s" .root.Release.Name .component | trunc 63 | trimSuffix "-" -}}
{{- end }}

{{/* A selector never changes, so it holds no version. */}}
{{- define "alongside.selector" -}}
app.kubernetes.io/name: {{ .component }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end }}

{{- define "alongside.labels" -}}
{{ include "alongside.selector" . }}
app.kubernetes.io/part-of: alongside
app.kubernetes.io/version: {{ .root.Values.image.tag | default .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end }}

{{- define "alongside.image" -}}
{{- $name := printf "%s/%s" .root.Values.image.registry .service -}}
{{- if .values.digest -}}
{{ $name }}@{{ .values.digest }}
{{- else -}}
{{ $name }}:{{ .root.Values.image.tag | default .root.Chart.AppVersion }}
{{- end -}}
{{- end }}

{{/* The realm as the services reach it. */}}
{{- define "alongside.realm" -}}
{{ .Values.keycloak.internal | default .Values.keycloak.issuer }}
{{- end }}

{{/* The jobs that send a secret to the realm refuse other addresses, so the release is refused before they start. */}}
{{- define "alongside.realm.check" -}}
{{- if not (regexMatch "^(https://|http://[^./]+/)" (include "alongside.realm" .)) -}}
{{- fail "keycloak.internal must begin with https://, or with http:// and a host without a dot, which is a service of this namespace: the jobs of realm.enabled and doctor.enabled send secrets there." -}}
{{- end -}}
{{- end }}

{{/* The port of an address. */}}
{{- define "alongside.port" -}}
{{- $url := urlParse . -}}
{{- if contains ":" $url.host -}}
{{ last (splitList ":" $url.host) }}
{{- else if eq $url.scheme "https" -}}
443
{{- else -}}
80
{{- end -}}
{{- end }}
