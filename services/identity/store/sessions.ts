import { randomBytes } from 'node:crypto'
import { identityEvents } from '@myna/contracts/identity-events'
import type { Transaction } from 'kysely'
import type { Context } from '#context.ts'
import { hashOf } from '#domain/api-key.ts'
import { cookieHeader, sessionMs } from '#domain/session-cookie.ts'
import type { DirectoryTx, People } from '#store/directory.ts'

/** The address a call came from, as far as it is known. */
export function addressOf(context: Context): string | undefined {
  return context.caller.ip ?? context.http?.ip
}

/** What the browser of a call says it is. */
export function userAgentOf(context: Context): string | null {
  const agent = context.http?.headers['user-agent']
  return typeof agent === 'string' ? agent.slice(0, 300) : null
}

/** A session to be opened. */
export type Opening = {
  userId: string
  tenantId: string | null
  method: string
  /** Whether what the organisation may ask for as a second factor was shown. */
  secondFactor: boolean
  boundTenantId?: string | null
  lifeMs?: number
  impersonator?: { id: string; name: string; reason: string; sessionId: string }
}

/** Opens a session and answers its id and token; the database keeps only a hash of the token. */
export async function openSession(tx: DirectoryTx, people: People, context: Context, it: Opening): Promise<{ id: string; token: string }> {
  const token = randomBytes(32).toString('base64url')
  const now = context.clock.now()
  const session = {
    token: hashOf(token),
    activeOrganizationId: it.tenantId,
    expiresAt: new Date(now.getTime() + (it.lifeMs ?? sessionMs)),
    ipAddress: addressOf(context) ?? null,
    userAgent: userAgentOf(context),
    createdAt: now,
    updatedAt: now,
  }
  const { id } = await people.createSession(it.userId, false, session, true)
  const { impersonator } = it
  await tx
    .updateTable('session')
    .set({
      method: it.method,
      secondFactor: it.secondFactor,
      boundTenantId: it.boundTenantId ?? null,
      impersonatorId: impersonator?.id ?? null,
      impersonatorName: impersonator?.name ?? null,
      impersonationReason: impersonator?.reason ?? null,
      returnSessionId: impersonator?.sessionId ?? null,
    })
    .where('id', '=', id)
    .execute()
  return { id, token }
}

/** Gives a session another token, for a browser that lost the one it had; the old one is worthless. */
export async function renewToken(tx: DirectoryTx, sessionId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await tx
    .updateTable('session')
    .set({ token: hashOf(token) })
    .where('id', '=', sessionId)
    .execute()
  return token
}

/** Gives the browser its session, or takes it away when there is no token. */
export function setCookie(context: Context, token: string | undefined, lifeMs?: number): void {
  context.http?.addHeader('set-cookie', cookieHeader(token, context.ports.publicUrl, lifeMs))
}

/** Ends sessions of a person: all but `except`; those in which they act for others too. Answers how many. */
export async function endSessions(tx: DirectoryTx, userId: string, except?: string): Promise<number> {
  let ending = tx.deleteFrom('session').where((on) => on.or([on('userId', '=', userId), on('impersonatorId', '=', userId)]))
  if (except) ending = ending.where('id', '!=', except)
  return Number((await ending.executeTakeFirst()).numDeletedRows)
}

/** Says that what was remembered of these people and keys is no longer true. */
export async function sayRevoked(context: Context, tx: Transaction<any>, who: { userIds?: readonly string[]; keyIds?: readonly string[] }): Promise<void> {
  for (const userId of who.userIds ?? []) await context.tell(tx, identityEvents.sessionsRevoked, { userId, keyId: null })
  for (const keyId of who.keyIds ?? []) await context.tell(tx, identityEvents.sessionsRevoked, { userId: null, keyId })
}
