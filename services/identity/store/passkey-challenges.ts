import { randomBytes } from 'node:crypto'
import { Fault } from '@myna/kernel'
import type { Context } from '#context.ts'
import { hashOf } from '#domain/api-key.ts'
import { type DirectoryTx, directoryOf } from '#store/directory.ts'

const challengeMs = 5 * 60_000

/** What a challenge is bound to: it works for nobody else, once. */
export type Bound = { purpose: 'registration' | 'sign-in'; userId: string | null; sessionId: string | null; pendingHash: string | null }

/** Where a browser is, of the addresses that are ours: the origin it says, else the first; the relying party is its host (WebAuthn, section 5.1.2). */
export function placeOf(context: Context): { origin: string; rpId: string } {
  const { publicUrl, origins } = context.ports
  const said = context.http?.headers['origin']
  const ours = [publicUrl, ...origins].map((it) => new URL(it))
  const { origin, hostname } = ours.find((it) => it.origin === said) ?? ours[0]!
  return { origin, rpId: hostname }
}

/** Keeps a challenge and answers its id, which only the asking page learns. */
export async function addChallenge(context: Context, tx: DirectoryTx, challenge: string, place: { origin: string; rpId: string }, to: Bound): Promise<string> {
  const id = randomBytes(32).toString('base64url')
  await tx
    .insertInto('challenges')
    .values({
      hash: hashOf(id),
      purpose: to.purpose,
      challenge,
      rp_id: place.rpId,
      origin: place.origin,
      user_id: to.userId,
      session_id: to.sessionId,
      pending_hash: to.pendingHash,
      expires_at: new Date(context.clock.now().getTime() + challengeMs),
    })
    .execute()
  return id
}

/** Uses a challenge up, whatever comes of it. Throws `identity.sign_in_over` when there is none, it was used, is late or was made for something else. */
export async function takeChallenge(context: Context, id: string, purpose: Bound['purpose'], sessionId: string | null) {
  const directory = await directoryOf(context)
  const row = await directory.change({ tenantId: null }, (tx) => tx.deleteFrom('challenges').where('hash', '=', hashOf(id)).returningAll().executeTakeFirst())
  if (!row || row.purpose !== purpose || row.expires_at <= context.clock.now() || (row.session_id ?? null) !== sessionId)
    throw new Fault('identity.sign_in_over')
  return row
}
