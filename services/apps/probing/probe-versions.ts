import { appsEvents } from '@myna/contracts/apps'
import type { ProbeAnswer } from '@myna/contracts/apps-shapes'
import { topicOf } from '@myna/contracts/workspace-news'
import { newId } from '@myna/kernel'
import type { Context } from '#context.ts'
import { nextHealth } from '#domain/next-health.ts'
import { askVersion, type Heard } from '#probing/ask-version.ts'
import { createAppQueries } from '#store/app-queries.ts'
import { createHealthQueries } from '#store/health-queries.ts'
import { type AppRow, presentProbeAnswer, type VersionRow } from '#store/present.ts'
import { createVersionQueries } from '#store/version-queries.ts'

/** How long answers are kept; changes stay. */
const keepAnswersMs = 86_400_000

/** Asks the versions of an application that get requests how they are, and writes down what they answer. An application that is gone has none. */
export async function probeVersions(context: Context, appId: string, signal: AbortSignal): Promise<ProbeAnswer[]> {
  const { caller, db, tenantId } = context
  const found = await db.inTenant(caller, async (tx) => {
    const app = await tx.selectFrom('apps').selectAll().where('id', '=', appId).executeTakeFirst()
    if (!app) return undefined
    const versions = await createAppQueries(tx, tenantId).namedVersions([app])
    return { app, versions: versions.filter((it) => it.id === app.active_version_id || it.id === app.trial_version_id) }
  })
  if (!found) return []
  const answers = await Promise.all(
    found.versions.map(async (version) => {
      const heard = await askVersion(context, found.app, version, signal)
      return heard && noteAnswer(context, found.app, version, heard)
    }),
  )
  return answers.filter((it) => it !== undefined)
}

/** Writes an answer down; when the version does better or worse by it, that too, and whoever listens is told. */
async function noteAnswer(context: Context, app: AppRow, { id: versionId }: VersionRow, heard: Heard): Promise<ProbeAnswer | undefined> {
  const { caller, clock, db, tenantId } = context
  const now = clock.now()
  const noted = await db.inTenant(caller, async (tx) => {
    const [versions, healths] = [createVersionQueries(tx, tenantId), createHealthQueries(tx, tenantId)]
    const version = await versions.look(versionId)
    if (!version) return undefined
    const { status, tookMs, trouble, ok } = heard
    const answer = { id: newId(), app_id: app.id, version_id: versionId, at: now, ok, status, took_ms: tookMs, trouble }
    await healths.insertAnswer(answer)
    await healths.removeAnswersBefore(versionId, new Date(now.getTime() - keepAnswersMs))
    const before = version.health
    const { health, inARow, unanswered } = nextHealth({ health: before, inARow: version.in_a_row, unanswered: version.unanswered }, heard)
    await versions.update(versionId, { health, in_a_row: inARow, unanswered, ...(health === before ? {} : { health_since: now }) })
    if (health !== before) {
      await healths.insertChange({ id: newId(), app_id: app.id, version_id: versionId, version_name: version.name, before, after: health, at: now, trouble })
      const told = { appId: app.id, slug: app.slug, name: app.name, versionId, versionName: version.name, health }
      if (health === 'failing' || health === 'away') {
        // From away to failing it does better, and nobody need be told twice.
        if (before !== 'away') await context.tell(tx, appsEvents.appUnwell, { ...told, trouble })
      } else if (before !== 'unknown') await context.tell(tx, appsEvents.appRecovered, told)
      await context.tell(tx, appsEvents.appChanged, { appId: app.id, slug: app.slug })
    }
    return presentProbeAnswer({ tenant_id: tenantId, ...answer })
  })
  context.live.wake(topicOf(tenantId, 'app'))
  return noted
}
