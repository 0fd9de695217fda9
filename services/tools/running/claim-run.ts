import { createHash } from 'node:crypto'
import { Fault, newId } from '@myna/kernel'
import type { Transaction } from 'kysely'
import type { Context } from '#context.ts'
import { brokenOff, type RunRow } from '#store/present.ts'
import { createRunQueries } from '#store/run-queries.ts'
import type { Tables } from '#store/tables.ts'

/** A use of a tool as it is asked for. */
export type Wish = {
  toolName: string
  arguments: Record<string, unknown>
  /** The arguments as they may be stored. */
  keptArguments: Record<string, unknown>
  confirmed: boolean
  key: string | undefined
  agentId: string | undefined
  conversationId: string | undefined
}

/** `mine`: this use is to be done now. `first`: the same act was done before, or is being done. */
export type Claim = { mine: RunRow; first?: undefined } | { mine?: undefined; first: RunRow }

/**
 * Takes the key of an act, inside the caller's transaction, and notes the act. The same key with the same arguments gives the first run; one that broke off is
 * done again only when it changes nothing, and is `unsure` otherwise. Throws `tools.key_reused` for other arguments.
 */
export async function claimRun(
  context: Context,
  tx: Transaction<Tables>,
  wish: Wish,
  it: Pick<RunRow, 'status' | 'until'> & { isHarmless: boolean },
): Promise<Claim> {
  const { clock, tenantId, vault } = context
  const runs = createRunQueries(tx, tenantId)
  const digest = digestOf(wish.arguments)
  const now = clock.now()
  const made = await runs.insert({
    id: newId(),
    tool_name: wish.toolName,
    agent_id: wish.agentId ?? null,
    conversation_id: wish.conversationId ?? null,
    status: it.status,
    arguments: JSON.stringify(wish.keptArguments),
    result: null,
    sentence: null,
    confirmed: wish.confirmed,
    key: wish.key ?? null,
    sealed_digest: wish.key === undefined ? null : vault.seal(tenantId, digest),
    at: now,
    until: it.until,
  })
  if (made) {
    await context.note(tx, { action: 'run-tool', subject: `tool:${wish.toolName}`, detail: { runId: made.id, dryRun: it.status === 'tried' } })
    return { mine: made }
  }
  const first = await runs.findByKey(wish.toolName, wish.key!)
  if (first.sealed_digest === null || vault.open(tenantId, first.sealed_digest) !== digest)
    throw new Fault('tools.key_reused', { tool: wish.toolName, runId: first.id })
  if (first.status !== 'running' || (first.until !== null && first.until >= now)) return { first }
  if (it.isHarmless) return { mine: await runs.update(first.id, { at: now, until: it.until }) }
  return { first: await runs.update(first.id, { status: 'unsure', sentence: brokenOff, until: null }) }
}

/** What tells arguments from others, whatever the order of their names. */
function digestOf(args: Record<string, unknown>): string {
  const sorted = (_: string, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value
  return createHash('sha256').update(JSON.stringify(args, sorted)).digest('base64url')
}
