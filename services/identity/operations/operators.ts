import { Fault } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { directoryOf } from '#store/directory.ts'
import { createOperatorQueries, lockOperators, type OperatorRow } from '#store/operators.ts'
import { refuseImpersonator } from '#store/person.ts'
import { sayRevoked } from '#store/sessions.ts'

/** Who runs the installation. */
export const listOperators: Handle<'listOperators'> = async (_input, context) => {
  const { read } = await directoryOf(context)
  const named = context.ports.operators
  const rows = await createOperatorQueries(read, named).all()
  const known = new Set(rows.map((it) => it.email))
  return { items: rows.map((it) => presentOperator(it, named)), awaited: named.filter((it) => !known.has(it)) }
}

/** Makes somebody with a verified address an operator. */
export const addOperator: Handle<'addOperator'> = async ({ email }, context) => {
  refuseImpersonator(context)
  const directory = await directoryOf(context)
  const named = context.ports.operators
  return directory.change(context.caller, async (tx) => {
    await lockOperators(tx)
    const user = await tx.selectFrom('user').select(['id', 'emailVerified']).where('email', '=', email).where('disabledAt', 'is', null).executeTakeFirst()
    if (!user) throw new Fault('identity.person_not_found', { email })
    if (!user.emailVerified && context.ports.mailIsOn) throw new Fault('identity.address_unproven', { email })
    await tx
      .insertInto('operators')
      .values({ user_id: user.id, source: 'added', created_at: context.clock.now() })
      .onConflict((it) => it.doNothing())
      .execute()
    await sayRevoked(context, tx, { userIds: [user.id] })
    await context.note(tx, { action: 'add-operator', subject: `user:${user.id}`, detail: { email } })
    const row = await createOperatorQueries(tx, named).one(user.id)
    return presentOperator(row!, named)
  })
}

/** Takes the rights of an operator away, never those of the last one. */
export const removeOperator: Handle<'removeOperator'> = async ({ userId }, context) => {
  refuseImpersonator(context)
  const directory = await directoryOf(context)
  const named = context.ports.operators
  await directory.change(context.caller, async (tx) => {
    await lockOperators(tx)
    const all = await createOperatorQueries(tx, named).all()
    const operator = all.find((it) => it.id === userId)
    if (!operator) throw new Fault('identity.person_not_found', { userId })
    if (named.includes(operator.email)) throw new Fault('identity.operator_by_setting', { userId })
    if (all.length === 1) throw new Fault('identity.last_operator')
    await tx.deleteFrom('operators').where('user_id', '=', userId).execute()
    await sayRevoked(context, tx, { userIds: [userId] })
    await context.note(tx, { action: 'remove-operator', subject: `user:${userId}`, detail: { email: operator.email } })
  })
  return {}
}

function presentOperator(it: OperatorRow, named: readonly string[]) {
  const source = named.includes(it.email) ? ('settings' as const) : it.source === 'first' ? ('first' as const) : ('added' as const)
  return { userId: it.id, name: it.name, email: it.email, source, since: (it.created_at ?? it.createdAt).toISOString() }
}
