import type { Answer, Context, Handle } from '#context.ts'
import { hashOf, readApiKey } from '#domain/api-key.ts'
import { intersect } from '#domain/scopes.ts'
import { createApiKeyQueries } from '#store/api-key-queries.ts'
import { directoryOf } from '#store/directory.ts'
import { findLiveSession, type LiveSession, scopesOfSession, touch } from '#store/live-session.ts'
import { createMemberQueries } from '#store/member-queries.ts'
import { isOperator, operatorScopes } from '#store/operators.ts'
import { scopesIn } from '#store/role-queries.ts'
import { readAccessToken } from '#store/signing-keys.ts'

const sessionCacheMs = 5_000
const keyCacheMs = 10_000
const keyTouchMs = 60_000
const nobody: Answer<'authenticate'> = { caller: null, cacheMs: 0 }

/** Who is behind a credential. Rights are read anew each time, so that a change holds as soon as the answer is forgotten. */
export const authenticate: Handle<'authenticate'> = async (input, context) => {
  const apiKey = input.apiKey ?? (input.bearer?.startsWith('myna_') ? input.bearer : undefined)
  if (apiKey !== undefined) return byApiKey(context, apiKey)
  if (input.bearer !== undefined) return byAccessToken(context, input.bearer)
  if (input.session !== undefined) return bySession(context, input.session)
  return nobody
}

async function bySession(context: Context, token: string): Promise<Answer<'authenticate'>> {
  const directory = await directoryOf(context)
  const session = await findLiveSession(directory.read, { tokenHash: hashOf(token) }, context.clock.now())
  return session ? answerFor(context, session, session.expiresAt) : nobody
}

async function byAccessToken(context: Context, token: string): Promise<Answer<'authenticate'>> {
  const read = await readAccessToken(context, token)
  if (!read) return nobody
  const directory = await directoryOf(context)
  const session = await findLiveSession(directory.read, { id: read.sessionId }, context.clock.now())
  return session ? answerFor(context, session, read.expiresAt) : nobody
}

async function answerFor(context: Context, session: LiveSession, until: Date): Promise<Answer<'authenticate'>> {
  const scopes = await scopesOfSession(context, session)
  await touch(context, session)
  return {
    caller: {
      tenantId: session.tenantId,
      subject: `user:${session.userId}`,
      name: session.impersonator ? `${session.impersonator.name} as ${session.name}` : session.name,
      ...(session.impersonator ? { actor: `user:${session.impersonator.userId}` } : {}),
      roles: session.role ? [session.role] : [],
      scopes,
      sessionId: session.id,
    },
    cacheMs: cacheMs(context, sessionCacheMs, until),
  }
}

async function byApiKey(context: Context, text: string): Promise<Answer<'authenticate'>> {
  const read = readApiKey(text)
  if (!read) return nobody
  const { tenantId, hash } = read
  const now = context.clock.now()
  const key = await context.db.inTenant({ tenantId }, async (tx) => {
    const keys = createApiKeyQueries(tx, tenantId)
    const found = await keys.byHash(hash)
    if (!found || (found.expires_at && found.expires_at <= now)) return undefined
    if (!found.last_used_at || now.getTime() - found.last_used_at.getTime() >= keyTouchMs) await keys.used(found.id, now)
    return found
  })
  if (!key) return nobody
  const limit = key.user_id === null ? ['*'] : await scopesOfMember(context, tenantId, key.user_id)
  if (!limit) return nobody
  return {
    caller: { tenantId, subject: `key:${key.id}`, name: key.name, roles: [], scopes: intersect(key.scopes, limit) },
    cacheMs: key.expires_at ? cacheMs(context, keyCacheMs, key.expires_at) : keyCacheMs,
  }
}

/** What the maker of a key may do now; undefined when they no longer work here, which kills the key. */
async function scopesOfMember(context: Context, tenantId: string, userId: string): Promise<string[] | undefined> {
  const directory = await directoryOf(context)
  const member = await createMemberQueries(directory.read).one(tenantId, userId)
  if (!member?.active || member.disabledAt) return undefined
  const scopes = (await scopesIn(context, tenantId, member.role)) ?? []
  return (await isOperator(context, directory.read, userId)) ? [...scopes, ...operatorScopes] : scopes
}

function cacheMs(context: Context, longest: number, until: Date): number {
  return Math.max(0, Math.min(longest, until.getTime() - context.clock.now().getTime()))
}
