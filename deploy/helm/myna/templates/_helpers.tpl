{{- define "myna.name" -}}
{{- .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- end -}}

{{- define "myna.labels" -}}
app.kubernetes.io/name: myna
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end -}}

{{- /* Labels that find the pods of a target: dict root, target. */ -}}
{{- define "myna.selector" -}}
app.kubernetes.io/name: myna
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .target }}
{{- end -}}

{{- define "myna.image" -}}
{{- $digest := .digest | default "" -}}
{{- if $digest -}}
{{ .root.Values.image.repository }}@{{ $digest }}
{{- else -}}
{{ .root.Values.image.repository }}:{{ .tag | default .root.Chart.AppVersion }}
{{- end -}}
{{- end -}}

{{- define "myna.secret" -}}
{{- if .Values.existingSecret -}}{{ .Values.existingSecret }}{{- else -}}{{ include "myna.name" . }}{{- end -}}
{{- end -}}

{{- define "myna.serviceAccount" -}}
{{- if .Values.serviceAccount.name -}}{{ .Values.serviceAccount.name }}{{- else -}}{{ include "myna.name" . }}{{- end -}}
{{- end -}}

{{- /* Where every service is: all addresses of the pods of its target, by DNS. */ -}}
{{- define "myna.addresses" -}}
{{- $root := . -}}
{{- $addresses := list -}}
{{- range $target, $it := .Values.targets -}}
{{- range $service := $it.services -}}
{{- $addresses = append $addresses (printf "%s=dns://%s-%s-pods.%s.svc:3000" $service (include "myna.name" $root) $target $root.Release.Namespace) -}}
{{- end -}}
{{- end -}}
{{- join "," $addresses -}}
{{- end -}}

{{- define "myna.podSecurity" -}}
runAsNonRoot: true
runAsUser: 1000
runAsGroup: 1000
fsGroup: 1000
fsGroupChangePolicy: OnRootMismatch
seccompProfile: { type: RuntimeDefault }
{{- end -}}

{{- define "myna.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: { drop: [ALL] }
{{- end -}}

{{- /* Settings of a process: dict root, target, it. */ -}}
{{- define "myna.environment" -}}
- { name: MYNA_TARGET, value: {{ join "," .it.services | quote }} }
- { name: MYNA_ADDRESSES, value: {{ include "myna.addresses" .root | quote }} }
- { name: MYNA_PUBLIC_URL, value: {{ required "publicUrl: where people and carriers reach Myna" .root.Values.publicUrl | quote }} }
- { name: MYNA_DRAIN_MS, value: {{ .root.Values.drainMs | quote }} }
{{- if .root.Values.tls.secretName }}
- { name: MYNA_TLS_CERT, value: /tls/tls.crt }
- { name: MYNA_TLS_KEY, value: /tls/tls.key }
- { name: MYNA_TLS_CA, value: /tls/ca.crt }
{{- end }}
{{- range $name, $value := merge (dict) (.it.settings | default dict) (.root.Values.settings | default dict) }}
- { name: {{ $name }}, value: {{ $value | quote }} }
{{- end }}
{{- end -}}

{{- /* A pod of a target: dict root, target, it, image. */ -}}
{{- define "myna.pod" -}}
serviceAccountName: {{ include "myna.serviceAccount" .root }}
automountServiceAccountToken: false
# Twice: for requests and calls, then for jobs and events; and some to close the rest.
terminationGracePeriodSeconds: {{ add .root.Values.preStopSeconds (div (mul 2 (int .root.Values.drainMs)) 1000) 15 }}
securityContext:
  {{- include "myna.podSecurity" .root | nindent 2 }}
{{- with .root.Values.imagePullSecrets }}
imagePullSecrets: {{ toJson . }}
{{- end }}
{{- with .root.Values.nodeSelector }}
nodeSelector: {{ toJson . }}
{{- end }}
{{- with .root.Values.tolerations }}
tolerations: {{ toJson . }}
{{- end }}
{{- with .root.Values.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
topologySpreadConstraints:
  - maxSkew: 1
    topologyKey: kubernetes.io/hostname
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels:
        {{- include "myna.selector" . | nindent 8 }}
containers:
  - name: myna
    image: {{ .image }}
    imagePullPolicy: {{ .root.Values.image.pullPolicy }}
    args: [serve, --alone]
    env:
      {{- include "myna.environment" . | nindent 6 }}
    envFrom:
      - secretRef: { name: {{ include "myna.secret" .root }} }
    ports:
      - { name: http, containerPort: 3000 }
    startupProbe:
      httpGet: { path: /health, port: http }
      periodSeconds: 2
      failureThreshold: 60
    livenessProbe:
      httpGet: { path: /health, port: http }
      periodSeconds: 10
      timeoutSeconds: 5
      failureThreshold: 6
    readinessProbe:
      httpGet: { path: /ready, port: http }
      periodSeconds: 5
      timeoutSeconds: 3
      failureThreshold: 2
    lifecycle:
      preStop:
        # Until every balancer has heard that this pod ends.
        sleep: { seconds: {{ .root.Values.preStopSeconds }} }
    resources: {{ toJson .it.resources }}
    securityContext:
      {{- include "myna.containerSecurity" .root | nindent 6 }}
    volumeMounts:
      - { name: data, mountPath: /data }
      - { name: tmp, mountPath: /tmp }
      {{- if .root.Values.tls.secretName }}
      - { name: tls, mountPath: /tls, readOnly: true }
      {{- end }}
      {{- if and .root.Values.recordings.existingClaim (has "calls" .it.services) }}
      - { name: recordings, mountPath: /data/recordings }
      {{- end }}
volumes:
  - name: data
    emptyDir: { sizeLimit: {{ .root.Values.data.size }} }
  - name: tmp
    emptyDir: { sizeLimit: 512Mi }
  {{- if .root.Values.tls.secretName }}
  - name: tls
    secret: { secretName: {{ .root.Values.tls.secretName }}, defaultMode: 0440 }
  {{- end }}
  {{- if and .root.Values.recordings.existingClaim (has "calls" .it.services) }}
  - name: recordings
    persistentVolumeClaim: { claimName: {{ .root.Values.recordings.existingClaim }} }
  {{- end }}
{{- end -}}
