import { Fault } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { directoryOf } from '#store/directory.ts'
import { personIn, refuseBound } from '#store/person.ts'
import { otherWaysIn } from '#store/second-factor.ts'

/** Accounts elsewhere that sign whoever asks in. */
export const listExternalAccounts: Handle<'listExternalAccounts'> = async (_input, context) => {
  const { read } = await directoryOf(context)
  const rows = await read.selectFrom('account').selectAll().where('userId', '=', personIn(context)).orderBy('id').execute()
  return {
    items: rows
      .filter((it) => it.providerId !== 'credential')
      .map((it) => ({ id: it.id, vendor: it.providerId, name: it.name, email: it.email, linkedAt: it.createdAt.toISOString() })),
    hasPassword: rows.some((it) => it.providerId === 'credential' && it.password !== null),
  }
}

/** Unlinks an account elsewhere, unless there is no other way in. */
export const unlinkExternalAccount: Handle<'unlinkExternalAccount'> = async ({ accountId }, context) => {
  await refuseBound(context)
  const userId = personIn(context)
  const directory = await directoryOf(context)
  await directory.change(context.caller, async (tx) => {
    const mine = await tx
      .selectFrom('account')
      .select(['id', 'providerId'])
      .where('userId', '=', userId)
      .where('providerId', '!=', 'credential')
      .forUpdate()
      .execute()
    const account = mine.find((it) => it.id === accountId)
    if (!account) throw new Fault('request.not_found', { accountId })
    if ((await otherWaysIn(tx, userId, { accountId })) === 0) throw new Fault('identity.last_way_in')
    await tx.deleteFrom('account').where('id', '=', accountId).execute()
    if (context.caller.tenantId) await context.note(tx, { action: 'unlink-account', subject: `user:${userId}`, detail: { vendor: account.providerId } })
  })
  return {}
}
