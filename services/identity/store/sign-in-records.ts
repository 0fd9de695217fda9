import { identityEvents } from '@myna/contracts/identity-events'
import { newId } from '@myna/kernel'
import type { Kysely } from 'kysely'
import type { Context } from '#context.ts'
import { deviceName } from '#domain/device-name.ts'
import { networkOf } from '#domain/lockout.ts'
import { type Suspicion, suspicionsOf } from '#domain/suspicion.ts'
import type { DirectoryTx } from '#store/directory.ts'
import { deviceHashOf, findDevice } from '#store/devices.ts'
import { addressOf, userAgentOf } from '#store/sessions.ts'
import type { DirectoryTables } from '#store/tables.ts'

const failuresCountMs = 24 * 3_600_000

type Attempted = { userId: string | null; tenantId: string | null; method: string; outcome: 'signed_in' | 'refused'; suspicious?: readonly Suspicion[] }

/** Keeps an attempt to sign in; also one at an account there is not, so that neither takes longer. Answers its id. */
export async function recordSignIn(context: Context, tx: DirectoryTx, it: Attempted): Promise<string> {
  const [id, ip, userAgent] = [newId(), addressOf(context), userAgentOf(context)]
  await tx
    .insertInto('sign_ins')
    .values({
      id,
      user_id: it.userId,
      tenant_id: it.tenantId,
      at: context.clock.now(),
      method: it.method,
      outcome: it.outcome,
      suspicious: (it.suspicious ?? []).join(' '),
      ip: ip ?? null,
      network: ip ? networkOf(ip) : null,
      user_agent: userAgent,
      device: deviceName(userAgent),
    })
    .execute()
  return id
}

/** Why this sign-in of a person looks odd, beside those before it. Ask before the device is kept. */
export async function suspicionsNow(context: Context, tx: DirectoryTx, userId: string): Promise<Suspicion[]> {
  const now = context.clock.now()
  const mine = () => tx.selectFrom('sign_ins').where('user_id', '=', userId)
  const good = () => mine().where('outcome', '=', 'signed_in')
  const last = await good().select('at').orderBy('id', 'desc').limit(1).executeTakeFirst()
  const ip = addressOf(context)
  const device = await findDevice(tx, userId, deviceHashOf(context))
  const network = ip ? await good().select('id').where('network', '=', networkOf(ip)).limit(1).executeTakeFirst() : undefined
  const since = new Date(Math.max(last?.at.getTime() ?? 0, now.getTime() - failuresCountMs))
  const failed = await mine()
    .select((it) => it.fn.countAll<string>().as('count'))
    .where('outcome', '=', 'refused')
    .where('at', '>', since)
    .executeTakeFirstOrThrow()
  const past = {
    signIns: last ? 1 : 0,
    lastAt: last?.at,
    knowsDevice: device !== undefined || !context.http,
    knowsNetwork: network !== undefined || !ip,
    failures: Number(failed.count),
  }
  return suspicionsOf(past, now)
}

/** Tells the person by mail, and whoever listens, of a sign-in that looks odd. `context` acts as the person. */
export async function tellSuspicious(context: Context, tx: DirectoryTx, it: { userId: string; name: string; signInId: string; reasons: Suspicion[] }) {
  await context.jobs.send(tx, 'sendMail', { kind: 'suspicious', userId: it.userId, signInId: it.signInId })
  if (context.caller.tenantId)
    await context.tell(tx, identityEvents.signInSuspicious, { ...it, ip: addressOf(context) ?? null, userAgent: userAgentOf(context) })
}

/** Sign-ins of a person after a cursor, newest first, one more than `limit`. `tenantId`: only those that worked there. */
export function listSignIns(db: Kysely<DirectoryTables>, userId: string, it: { limit: number; before: string | undefined; tenantId?: string }) {
  let query = db
    .selectFrom('sign_ins')
    .selectAll()
    .where('user_id', '=', userId)
    .orderBy('id', 'desc')
    .limit(it.limit + 1)
  if (it.before !== undefined) query = query.where('id', '<', it.before)
  if (it.tenantId !== undefined) query = query.where('tenant_id', '=', it.tenantId)
  return query.execute()
}
