import type { App, AppUse, AppVersion, Configuration, HealthChange, ProbeAnswer } from '@myna/contracts/apps-shapes'
import type { Selectable } from 'kysely'
import type { z } from 'zod'
import { latencyQuantile } from '#domain/latency-quantile.ts'
import type { AppTable, HealthChangeTable, ProbeAnswerTable, UseTable, VersionTable } from '#store/tables.ts'

export type AppRow = Selectable<AppTable>
export type VersionRow = Selectable<VersionTable>

/** An application's row as its contract shows it, with the versions it names; secrets by name alone. */
export function presentApp(row: AppRow, versions: readonly VersionRow[]): App {
  const named = (id: string | null) => versions.find((it) => it.id === id)
  const short = (version: VersionRow | undefined) => (version ? { id: version.id, name: version.name } : null)
  const [active, trial] = [named(row.active_version_id), named(row.trial_version_id)]
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    purpose: row.purpose,
    enabled: row.enabled,
    scopes: row.scopes,
    headerNames: row.header_names,
    probe: row.probe,
    limits: row.limits,
    active: short(active),
    trial: trial ? { id: trial.id, name: trial.name, percent: row.trial_percent } : null,
    previous: short(named(row.previous_version_id)),
    health: active?.health ?? 'unknown',
    healthSince: active?.health_since?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }
}

/** What a version is to its application. */
export function roleOf(version: Pick<VersionRow, 'id'>, app: Pick<AppRow, 'active_version_id' | 'trial_version_id'>): AppVersion['role'] {
  if (version.id === app.active_version_id) return 'active'
  return version.id === app.trial_version_id ? 'trial' : 'idle'
}

/** A version's row as its contract shows it. */
export function presentVersion(row: VersionRow, app: AppRow): AppVersion {
  return {
    id: row.id,
    name: row.name,
    url: row.url,
    notes: row.notes,
    role: roleOf(row, app),
    health: row.health,
    healthSince: row.health_since?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    activatedAt: row.activated_at?.toISOString() ?? null,
  }
}

/** The settings of an application; secrets by name alone. */
export function presentConfiguration(row: AppRow): z.infer<typeof Configuration> {
  return { fields: row.fields, values: row.field_values, secretsSet: row.secrets_set, updatedAt: row.configured_at?.toISOString() ?? null }
}

/** A probe answer's row as its contract shows it. */
export function presentProbeAnswer(row: Selectable<ProbeAnswerTable>): ProbeAnswer {
  return { id: row.id, versionId: row.version_id, at: row.at.toISOString(), ok: row.ok, status: row.status, tookMs: row.took_ms, trouble: row.trouble }
}

/** A change of health as its contract shows it. */
export function presentHealthChange(row: Selectable<HealthChangeTable>): z.infer<typeof HealthChange> {
  return {
    id: row.id,
    versionId: row.version_id,
    versionName: row.version_name,
    from: row.before,
    to: row.after,
    at: row.at.toISOString(),
    trouble: row.trouble,
  }
}

/** An hour of a version as its contract shows it. */
export function presentUse(row: Selectable<UseTable>): z.infer<typeof AppUse> {
  return {
    versionId: row.version_id,
    versionName: row.version_name,
    hour: row.hour.toISOString(),
    requests: row.requests,
    errors: row.errors,
    p50Ms: latencyQuantile(row.latencies, 0.5),
    p95Ms: latencyQuantile(row.latencies, 0.95),
  }
}
