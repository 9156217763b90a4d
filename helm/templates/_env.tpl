{{/* The environment of each service. A test compares these names with what the services read. */}}

{{- define "alongside.env.secret" -}}
- name: {{ .name }}
  valueFrom:
    secretKeyRef: {name: {{ .secret }}, key: {{ .key }}{{ if .optional }}, optional: true{{ end }}}
{{- end }}

{{- define "alongside.env.all" -}}
- {name: SERVER_ADDRESS, value: 0.0.0.0}
- {name: SERVER_PORT, value: "8080"}
# Health and measurements have a port of their own, which the gateway and the ingress never lead to.
- {name: MANAGEMENT_SERVER_ADDRESS, value: 0.0.0.0}
- {name: MANAGEMENT_SERVER_PORT, value: "8090"}
{{- if .root.Values.monitoring.enabled }}
- {name: MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE, value: "health,prometheus"}
{{- end }}
{{- if .root.Values.logs.json }}
- {name: LOGGING_STRUCTURED_FORMAT_CONSOLE, value: ecs}
{{- end }}
{{- with .root.Values.traces.endpoint }}
- {name: ALONGSIDE_TRACES_ENDPOINT, value: {{ . | quote }}}
- {name: MANAGEMENT_TRACING_SAMPLING_PROBABILITY, value: {{ $.root.Values.traces.sampling | quote }}}
{{- end }}
{{- include "alongside.env.java" . }}
{{- end }}

{{/* The java command reads this variable and prints it, so it holds no secret. */}}
{{- define "alongside.env.java" -}}
{{- $trust := ternary (printf "-Djavax.net.ssl.trustStore=/etc/alongside/trust/%s" .root.Values.trustStore.key) "" (ne .root.Values.trustStore.configMap "") }}
{{- with printf "%s %s" $trust .values.javaOptions | trim }}
- {name: JDK_JAVA_OPTIONS, value: {{ . | quote }}}
{{- end }}
{{- end }}

{{- define "alongside.env.datasource" -}}
{{- $database := .root.Values.database }}
- name: SPRING_DATASOURCE_URL
  value: {{ printf "jdbc:postgresql://%s:%v/%s%s" $database.host $database.port .database (ternary "" (printf "?%s" $database.parameters) (eq $database.parameters "")) | quote }}
- {name: ALONGSIDE_CONTEXT_KEY_FILE, value: /etc/alongside/keys/context-key}
{{- with $database.otherRoles }}
- {name: ALONGSIDE_DATABASE_OTHER_ROLES, value: {{ join "," . | quote }}}
{{- end }}
{{- end }}

{{/* What both services with a database read. */}}
{{- define "alongside.env.database" -}}
{{ include "alongside.env.datasource" . }}
- {name: SPRING_DATASOURCE_USERNAME, value: {{ .roles }}_app}
{{ include "alongside.env.secret" (dict "name" "SPRING_DATASOURCE_PASSWORD" "secret" .secret "key" "database-password") }}
- {name: ALONGSIDE_JOBS_USERNAME, value: {{ .roles }}_jobs}
{{ include "alongside.env.secret" (dict "name" "ALONGSIDE_JOBS_PASSWORD" "secret" .secret "key" "jobs-password") }}
- {name: ALONGSIDE_AUDIT_KEY_FILE, value: /etc/alongside/keys/audit-key}
- {name: SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI, value: {{ .root.Values.keycloak.issuer | quote }}}
- {name: SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_JWK_SET_URI, value: {{ printf "%s/protocol/openid-connect/certs" (include "alongside.realm" .root) | quote }}}
{{- end }}

{{- define "alongside.env.gateway" -}}
{{- $values := .root.Values }}
- {name: ALONGSIDE_PUBLIC_URL, value: {{ $values.publicUrl | quote }}}
{{- with $values.trustedProxies }}
- {name: ALONGSIDE_TRUSTED_PROXIES, value: {{ join "," . | quote }}}
{{- end }}
- {name: ALONGSIDE_KEYCLOAK_ISSUER, value: {{ $values.keycloak.issuer | quote }}}
{{- with $values.keycloak.internal }}
- {name: ALONGSIDE_KEYCLOAK_INTERNAL, value: {{ . | quote }}}
{{- end }}
{{ include "alongside.env.secret" (dict "name" "ALONGSIDE_KEYCLOAK_CLIENT_SECRET" "secret" $values.secrets.gateway "key" "keycloak-client-secret") }}
{{ include "alongside.env.secret" (dict "name" "ALONGSIDE_SESSION_COOKIE_KEY" "secret" $values.secrets.gateway "key" "session-cookie-key") }}
- {name: ALONGSIDE_SERVICES_TENANT, value: {{ printf "http://%s:8080" (include "alongside.name" (dict "root" .root "component" "tenant-service")) }}}
- {name: ALONGSIDE_SERVICES_CONVERSATIONS, value: {{ printf "http://%s:8080" (include "alongside.name" (dict "root" .root "component" "conversations-service")) }}}
- {name: SPRING_DATA_REDIS_HOST, value: {{ $values.redis.host | quote }}}
- {name: SPRING_DATA_REDIS_PORT, value: {{ $values.redis.port | quote }}}
- {name: SPRING_DATA_REDIS_SSL_ENABLED, value: {{ $values.redis.tls | quote }}}
{{- with $values.redis.username }}
- {name: SPRING_DATA_REDIS_USERNAME, value: {{ . | quote }}}
{{- end }}
- {name: ALONGSIDE_REDIS_OLDEST_VERSION, value: {{ $values.redis.oldestVersion | quote }}}
- {name: ALONGSIDE_REDIS_OLDEST_VALKEY_VERSION, value: {{ $values.redis.oldestValkeyVersion | quote }}}
{{ include "alongside.env.secret" (dict "name" "SPRING_DATA_REDIS_PASSWORD" "secret" $values.secrets.gateway "key" "redis-password") }}
{{- end }}

{{- define "alongside.env.tenant-service" -}}
{{- $values := .root.Values }}
{{- $secret := $values.secrets.tenantService }}
{{ include "alongside.env.database" (dict "root" .root "roles" "tenant" "database" $values.database.tenant "secret" $secret) }}
- {name: ALONGSIDE_BENCHMARK_KEY_FILE, value: /etc/alongside/keys/benchmark-key}
- {name: ALONGSIDE_IDENTITY_URL, value: {{ include "alongside.realm" .root | quote }}}
{{ include "alongside.env.secret" (dict "name" "ALONGSIDE_IDENTITY_CLIENT_SECRET" "secret" $secret "key" "keycloak-client-secret") }}
{{ include "alongside.env.secret" (dict "name" "ALONGSIDE_IDENTITY_ADMINISTRATION_SECRET" "secret" $secret "key" "keycloak-administration-secret") }}
- {name: ALONGSIDE_CONVERSATIONS_URL, value: {{ printf "http://%s:8080" (include "alongside.name" (dict "root" .root "component" "conversations-service")) }}}
- {name: ALONGSIDE_MAIL_MODE, value: {{ $values.mail.mode }}}
- {name: ALONGSIDE_MAIL_LINKS, value: {{ $values.publicUrl | quote }}}
{{- if eq $values.mail.mode "smtp" }}
- {name: ALONGSIDE_MAIL_FROM, value: {{ $values.mail.from | quote }}}
- {name: SPRING_MAIL_HOST, value: {{ $values.mail.host | quote }}}
- {name: SPRING_MAIL_PORT, value: {{ $values.mail.port | quote }}}
- {name: SPRING_MAIL_PROPERTIES_MAIL_SMTP_STARTTLS_ENABLE, value: {{ $values.mail.startTls | quote }}}
- {name: SPRING_MAIL_PROPERTIES_MAIL_SMTP_STARTTLS_REQUIRED, value: {{ $values.mail.startTls | quote }}}
{{ include "alongside.env.secret" (dict "name" "SPRING_MAIL_USERNAME" "secret" $secret "key" "smtp-username" "optional" true) }}
{{ include "alongside.env.secret" (dict "name" "SPRING_MAIL_PASSWORD" "secret" $secret "key" "smtp-password" "optional" true) }}
{{- end }}
{{- end }}

{{- define "alongside.env.conversations-service" -}}
{{- $values := .root.Values }}
{{- $secret := $values.secrets.conversationsService }}
{{ include "alongside.env.database" (dict "root" .root "roles" "conversations" "database" $values.database.conversations "secret" $secret) }}
- {name: ALONGSIDE_ENCRYPTION_KEY_FILE, value: /etc/alongside/keys/encryption-key}
- {name: ALONGSIDE_PUBLIC_USERNAME, value: conversations_public}
{{ include "alongside.env.secret" (dict "name" "ALONGSIDE_PUBLIC_PASSWORD" "secret" $secret "key" "public-password") }}
{{- end }}

{{/* A command that changes a service's database. */}}
{{- define "alongside.env.migrate" -}}
{{ include "alongside.env.java" . }}
{{ include "alongside.env.datasource" . }}
- {name: ALONGSIDE_MIGRATOR_USERNAME, value: {{ .roles }}_migrator}
{{ include "alongside.env.secret" (dict "name" "ALONGSIDE_MIGRATOR_PASSWORD" "secret" .migrator "key" "password") }}
{{- end }}

{{/* The commands of the realm. */}}
{{- define "alongside.env.realm" -}}
{{- $values := .root.Values }}
{{- $secrets := $values.secrets }}
{{ include "alongside.env.java" . }}
- {name: ALONGSIDE_PUBLIC_URL, value: {{ $values.publicUrl | quote }}}
- {name: ALONGSIDE_KEYCLOAK_ISSUER, value: {{ $values.keycloak.issuer | quote }}}
{{- with $values.keycloak.internal }}
- {name: ALONGSIDE_KEYCLOAK_INTERNAL, value: {{ . | quote }}}
{{- end }}
- {name: ALONGSIDE_KEYCLOAK_ADMIN_CLIENT, value: {{ $values.realm.adminClient | quote }}}
{{ include "alongside.env.secret" (dict "name" "ALONGSIDE_KEYCLOAK_ADMIN_SECRET" "secret" $secrets.realm "key" "admin-client-secret") }}
{{ include "alongside.env.secret" (dict "name" "SECRET_ALONGSIDE_OPERATOR" "secret" $secrets.realm "key" "operator-client-secret") }}
{{ include "alongside.env.secret" (dict "name" "SECRET_GATEWAY" "secret" $secrets.gateway "key" "keycloak-client-secret") }}
{{ include "alongside.env.secret" (dict "name" "SECRET_TENANT_SERVICE" "secret" $secrets.tenantService "key" "keycloak-client-secret") }}
{{ include "alongside.env.secret" (dict "name" "SECRET_TENANT_SERVICE_ADMINISTRATION" "secret" $secrets.tenantService "key" "keycloak-administration-secret") }}
{{- if and $values.doctor.enabled $values.doctor.books }}
{{ include "alongside.env.secret" (dict "name" "SECRET_INSTALLATION_TEST" "secret" $secrets.doctor "key" "test-client-secret") }}
{{- end }}
{{- end }}

{{/* The commands of an operator's client. */}}
{{- define "alongside.env.doctor" -}}
{{- $values := .root.Values }}
{{ include "alongside.env.java" . }}
- {name: ALONGSIDE_GATEWAY_URL, value: {{ printf "http://%s:8080" (include "alongside.name" (dict "root" .root "component" "gateway")) }}}
- {name: ALONGSIDE_KEYCLOAK_ISSUER, value: {{ $values.keycloak.issuer | quote }}}
{{- with $values.keycloak.internal }}
- {name: ALONGSIDE_KEYCLOAK_INTERNAL, value: {{ . | quote }}}
{{- end }}
- {name: ALONGSIDE_OPERATOR_CLIENT, value: {{ $values.doctor.client | quote }}}
{{ include "alongside.env.secret" (dict "name" "ALONGSIDE_OPERATOR_SECRET" "secret" $values.secrets.doctor "key" "client-secret") }}
{{- if $values.doctor.books }}
{{ include "alongside.env.secret" (dict "name" "ALONGSIDE_INSTALLATION_TEST_SECRET" "secret" $values.secrets.doctor "key" "test-client-secret") }}
{{- end }}
{{- end }}

{{/* A command that works on the data of conversations-service. */}}
{{- define "alongside.env.keys" -}}
{{ include "alongside.env.java" . }}
{{ include "alongside.env.conversations-service" . }}
{{- end }}
