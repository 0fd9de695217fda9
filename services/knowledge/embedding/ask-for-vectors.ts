import type { Transaction } from 'kysely'
import type { Context } from '#context.ts'
import type { Tables } from '#store/tables.ts'

/** Changes of one base within this time are embedded by one job. */
const gatherMs = 1_000

/**
 * Has the vectors of a base brought in line with its items once this transaction is committed; nothing without an embedder. The job begins after the second in which it is asked for: by then
 * whoever asked for it in that second holds the base, and is waited for.
 */
export async function askForVectors(tx: Transaction<Tables>, { ports, jobs, clock }: Pick<Context, 'ports' | 'jobs' | 'clock'>, baseId: string): Promise<void> {
  if (!ports.embedder) return
  const second = Math.floor(clock.now().getTime() / gatherMs) + 1
  await jobs.send(tx, 'embedItems', { baseId }, { singletonKey: `${baseId}:${second}`, startAfter: new Date(second * gatherMs) })
}
