import { randomBytes, timingSafeEqual } from 'node:crypto'
import { Fault } from '@myna/kernel'
import type { Selectable } from 'kysely'
import type { Context } from '#context.ts'
import { hashOf } from '#domain/api-key.ts'
import type { External } from '#store/external-accounts.ts'
import { type DirectoryTx, directoryOf } from '#store/directory.ts'
import type { DirectoryTables } from '#store/tables.ts'

const flowMs = 15 * 60_000
// A vault seals by tenant; a sign-in under way belongs to none.
const vaultName = 'sign-ins under way'

/** What only this side knows of a sign-in that is under way elsewhere. */
export type Secrets = { nonce: string; codeVerifier: string; requestId: string; external?: External }

export type Flow = Omit<Selectable<DirectoryTables['flows']>, 'sealed'> & { secrets: Secrets }

/** Random text of 256 bits. */
const random = () => randomBytes(32).toString('base64url')

/**
 * Begins a sign-in elsewhere: `state` goes there and back, `flow` stays in the tab that began it, and only both together finish it; so nobody can be
 * made to finish what another began (RFC 6749, section 10.12).
 */
export async function beginFlow(
  context: Context,
  it: Pick<Flow, 'via' | 'purpose' | 'connection_id' | 'user_id' | 'session_id' | 'invitation_id' | 'return_to'>,
): Promise<{ state: string; flow: string; secrets: Secrets }> {
  const [state, flow] = [random(), random()]
  const secrets = { nonce: random(), codeVerifier: random(), requestId: `_${randomBytes(20).toString('hex')}` }
  const directory = await directoryOf(context)
  await directory.change({ tenantId: null }, async (tx) => {
    await tx
      .insertInto('flows')
      .values({
        hash: hashOf(state),
        flow_hash: hashOf(flow),
        ...it,
        sealed: context.vault.seal(vaultName, JSON.stringify(secrets)),
        expires_at: new Date(context.clock.now().getTime() + flowMs),
      })
      .execute()
  })
  return { state, flow, secrets }
}

/** A sign-in under way, by its state alone: for the answer of a provider that the tab does not carry itself. */
export async function readFlow(context: Context, state: string): Promise<Flow | undefined> {
  const { read } = await directoryOf(context)
  const row = await read.selectFrom('flows').selectAll().where('hash', '=', hashOf(state)).executeTakeFirst()
  return row && row.expires_at > context.clock.now() ? opened(context, row) : undefined
}

/** Lays what a provider vouched for beside its flow, once; answers the code the tab finishes with. */
export async function handOver(context: Context, tx: DirectoryTx, flow: Flow, external: External): Promise<string> {
  const code = random()
  const kept = await tx
    .updateTable('flows')
    .set({ handoff_hash: hashOf(code), sealed: context.vault.seal(vaultName, JSON.stringify({ ...flow.secrets, external })) })
    .where('hash', '=', flow.hash)
    .where('handoff_hash', 'is', null)
    .executeTakeFirst()
  if (kept.numUpdatedRows === 0n) throw new Fault('identity.sign_in_over')
  return code
}

/** Uses a sign-in up, whatever comes of it. Throws `identity.sign_in_over` when there is none, or another tab, way or session began it. */
export async function takeFlow(context: Context, it: { state: string; flow: string; via: string }): Promise<Flow> {
  const directory = await directoryOf(context)
  const row = await directory.change({ tenantId: null }, (tx) => tx.deleteFrom('flows').where('hash', '=', hashOf(it.state)).returningAll().executeTakeFirst())
  const [given, wanted] = [Buffer.from(hashOf(it.flow)), Buffer.from(row?.flow_hash ?? '')]
  const same = given.length === wanted.length && timingSafeEqual(given, wanted)
  if (!row || !same || row.via !== it.via || row.expires_at <= context.clock.now()) throw new Fault('identity.sign_in_over')
  if (row.session_id && row.session_id !== context.caller.sessionId) throw new Fault('identity.sign_in_over', { why: 'another session' })
  return opened(context, row)
}

function opened(context: Context, { sealed, ...row }: Selectable<DirectoryTables['flows']>): Flow {
  return { ...row, secrets: JSON.parse(context.vault.open(vaultName, sealed)) as Secrets }
}
