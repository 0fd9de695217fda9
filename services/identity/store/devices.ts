import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Context } from '#context.ts'
import { hashOf } from '#domain/api-key.ts'
import { deviceCookieHeader, deviceIn, rememberMs } from '#domain/session-cookie.ts'
import type { DirectoryTx } from '#store/directory.ts'
import type { DirectoryTables } from '#store/tables.ts'

/** The hash by which the browser of a call is known, when it has been here. */
export function deviceHashOf(context: Context): string | undefined {
  const token = deviceIn(context.http?.headers['cookie'])
  return token === undefined ? undefined : hashOf(token)
}

/** A browser as known to a person; undefined when this person never signed in with it. */
export async function findDevice(db: Kysely<DirectoryTables>, userId: string, hash: string | undefined) {
  if (hash === undefined) return undefined
  return db.selectFrom('devices').selectAll().where('user_id', '=', userId).where('hash', '=', hash).executeTakeFirst()
}

/** Knows the browser of a call again from now on, giving it a cookie when it has none; `remember`: without a second factor for a while. */
export async function keepDevice(context: Context, tx: DirectoryTx, userId: string, remember: boolean): Promise<void> {
  if (!context.http) return
  let hash = deviceHashOf(context)
  if (hash === undefined) {
    const token = randomBytes(32).toString('base64url')
    context.http.addHeader('set-cookie', deviceCookieHeader(token, context.ports.publicUrl))
    hash = hashOf(token)
  }
  const now = context.clock.now()
  const remembered = remember ? { remembered_until: new Date(now.getTime() + rememberMs) } : {}
  await tx
    .insertInto('devices')
    .values({ user_id: userId, hash, remembered_until: null, created_at: now, last_seen_at: now, ...remembered })
    .onConflict((it) => it.columns(['user_id', 'hash']).doUpdateSet({ last_seen_at: now, ...remembered }))
    .execute()
}
