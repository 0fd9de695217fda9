import { createHash, randomBytes } from 'node:crypto'
import type { CallStep } from '@myna/ports/carrier'
import type { Selectable } from 'kysely'
import type { Context } from '#context.ts'
import { createOpenCallQueries } from '#store/open-call-queries.ts'
import type { CallTable } from '#store/tables.ts'
import { doorOf, mediaUrl } from '#telephone/addresses.ts'

/** What a token is found by. */
export function tokenMark(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/** What the carrier is to do so that the agent is on the line: bring the sound here, and ask again when that ends for whatever reason. */
export async function streamSteps(context: Context, row: Selectable<CallTable>): Promise<CallStep[]> {
  const token = randomBytes(24).toString('base64url')
  await context.db.global((tx) => createOpenCallQueries(tx).setToken(row.id, tokenMark(token)))
  const { patient } = context.ports.carriers.twilio.protocol
  const afterUrl = patient(doorOf(context, row.carrier_id!, 'next', row.id))
  return [{ do: 'stream', url: mediaUrl(context, token), afterUrl, parameters: { call: row.id } }]
}
