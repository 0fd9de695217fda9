import type { App, AppHealth, AppLimits, AppProbe, ConfigurationField } from '@myna/contracts/apps-shapes'
import type { ColumnType, Generated } from 'kysely'
import type { z } from 'zod'

type Json<T> = ColumnType<T, string, string>
type DefaultJson<T> = ColumnType<T, string | undefined, string>

export type AppTable = {
  tenant_id: string
  id: string
  slug: string
  name: string
  purpose: string
  enabled: boolean
  scopes: Json<App['scopes']>
  probe: Json<z.infer<typeof AppProbe>>
  limits: Json<z.infer<typeof AppLimits>>
  active_version_id: string | null
  previous_version_id: string | null
  trial_version_id: string | null
  trial_percent: Generated<number>
  header_names: Json<string[]>
  /** Secrets by name, in the vault. */
  sealed_headers: string | null
  sealed_signing_secret: string
  sealed_old_signing_secret: string | null
  old_secret_until: Date | null
  fields: DefaultJson<ConfigurationField[]>
  /** Values that are no secrets. */
  field_values: DefaultJson<Record<string, string | number | boolean>>
  secrets_set: DefaultJson<string[]>
  /** Values that are secrets, by name, in the vault. */
  sealed_values: string | null
  configured_at: Date | null
  created_at: Date
  updated_at: Date
}

export type VersionTable = {
  tenant_id: string
  id: string
  app_id: string
  name: string
  url: string
  notes: string
  health: Generated<AppHealth>
  health_since: Date | null
  in_a_row: Generated<number>
  unanswered: Generated<number>
  created_at: Date
  activated_at: Date | null
}

export type ProbeAnswerTable = {
  tenant_id: string
  id: string
  app_id: string
  version_id: string
  at: Date
  ok: boolean
  status: number | null
  took_ms: number
  trouble: string | null
}

export type HealthChangeTable = {
  tenant_id: string
  id: string
  app_id: string
  version_id: string
  version_name: string
  before: AppHealth
  after: AppHealth
  at: Date
  trouble: string | null
}

export type UseTable = {
  tenant_id: string
  app_id: string
  version_id: string
  hour: Date
  version_name: string
  requests: number
  errors: number
  latencies: number[]
}

export type ProbeDueTable = { app_id: string; tenant_id: string; interval_seconds: number; due_at: Date }

export type Tables = {
  apps: AppTable
  versions: VersionTable
  probe_answers: ProbeAnswerTable
  health_changes: HealthChangeTable
  uses: UseTable
  probes_due: ProbeDueTable
}
