import { type Kysely, sql } from 'kysely'
import type { Context } from '#context.ts'
import type { DirectoryTx } from '#store/directory.ts'
import type { DirectoryTables } from '#store/tables.ts'

/** Rights of those who run the installation; in no role. */
export const operatorScopes = ['platform:read', 'platform:write'] as const

const lock = 0x6d796e6f

/** Holds off every other change of operators until the transaction ends: so there is exactly one first, and never none. */
export async function lockOperators(tx: DirectoryTx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${lock})`.execute(tx)
}

/** Those who run the installation: named in the settings, with an address that is proven, or kept as such. Accounts that are shut out do not count. */
export function createOperatorQueries(db: Kysely<DirectoryTables>, named: readonly string[]) {
  const operators = () =>
    db
      .selectFrom('user')
      .leftJoin('operators', 'operators.user_id', 'user.id')
      .select(['user.id', 'user.name', 'user.email', 'user.createdAt', 'operators.source', 'operators.created_at'])
      .where('user.disabledAt', 'is', null)
      .where((on) =>
        on.or([
          on('operators.user_id', 'is not', null),
          on.and([on('user.emailVerified', '=', true), on('user.email', 'in', named.length > 0 ? [...named] : [''])]),
        ]),
      )
  return {
    all: () => operators().orderBy('user.id').execute(),
    one: (userId: string) => operators().where('user.id', '=', userId).executeTakeFirst(),
  }
}

export type OperatorRow = NonNullable<Awaited<ReturnType<ReturnType<typeof createOperatorQueries>['one']>>>

/** Whether a person runs the installation. */
export async function isOperator(context: Context, db: Kysely<DirectoryTables>, userId: string): Promise<boolean> {
  return (await createOperatorQueries(db, context.ports.operators).one(userId)) !== undefined
}

/**
 * Makes a person the first operator when nobody is named in the settings and nobody came before: nobody else has an account, or, where addresses
 * are verified by mail, a verified one. Call it in the transaction that signs up or verifies.
 */
export async function claimFirstOperator(context: Context, tx: DirectoryTx, user: { id: string; verified: boolean }): Promise<void> {
  const { ports } = context
  if (ports.operators.length > 0 || (ports.mailIsOn && !user.verified)) return
  await lockOperators(tx)
  if (await tx.selectFrom('operators').select('user_id').limit(1).executeTakeFirst()) return
  let others = tx.selectFrom('user').select('id').where('id', '!=', user.id).limit(1)
  if (ports.mailIsOn) others = others.where('emailVerified', '=', true)
  if (await others.executeTakeFirst()) return
  await tx.insertInto('operators').values({ user_id: user.id, source: 'first', created_at: context.clock.now() }).execute()
  context.log.info({ userId: user.id }, 'the first person of this installation runs it')
}
