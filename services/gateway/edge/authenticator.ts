import { createHash, timingSafeEqual } from 'node:crypto'
import type { identity } from '@myna/contracts/identity'
import type { Caller } from '@myna/contracts/caller'
import { type Context, Fault } from '@myna/kernel'
import type { FastifyRequest } from 'fastify'
import { type Credential, credentialOf, isCrossSite } from '#edge/credential.ts'
import type { Ports } from '#edge/ports.ts'

type GatewayContext = Context<{ identity: typeof identity }, object, Ports>
type Known = Omit<Caller, 'traceId' | 'deadline' | 'ip'> | null

const rememberedAtMost = 10_000
/** Nobody waits longer than this for an answer; streams and sockets go on. */
const patienceMs = 60_000

export type Authenticator = ReturnType<typeof createAuthenticator>

/** Turns credentials into callers; what identity answered is remembered for as long as it allows. */
export function createAuthenticator() {
  const remembered = new Map<string, { known: Promise<Known>; until: number }>()

  function lookUp(credential: Credential, context: GatewayContext): Promise<Known> {
    const key = keyOf(credential)
    const hit = remembered.get(key)
    if (hit && hit.until > Date.now()) return hit.known
    const asked = context.call.identity.authenticate({ [credential.kind]: credential.value })
    const entry = { known: asked.then((it) => it.caller), until: Date.now() + 1_000 }
    if (remembered.size >= rememberedAtMost) remembered.delete(remembered.keys().next().value!)
    remembered.set(key, entry)
    asked.then(
      ({ caller, cacheMs }) => {
        if (caller) entry.until = Date.now() + cacheMs
        else remembered.delete(key)
      },
      () => remembered.delete(key),
    )
    return entry.known
  }

  return {
    /** The caller behind a request; anonymous without a credential, and with one that is no good on what anybody may use. */
    async callerOf(
      request: Pick<FastifyRequest, 'headers' | 'method' | 'ip' | 'id'> & { isUpgrade?: boolean },
      context: GatewayContext,
      anonymous: Caller,
    ): Promise<Caller> {
      const credential = credentialOf(request.headers)
      if (!credential) return anonymous
      const origin = { traceId: anonymous.traceId, ip: request.ip, deadline: Date.now() + patienceMs }
      if (credential.kind === 'bearer' && isSame(credential.value, context.ports.operatorToken)) return operator(request, context, origin)
      if (
        credential.kind === 'session' &&
        isCrossSite({ method: request.method, headers: request.headers, isUpgrade: request.isUpgrade ?? false }, context.ports.publicUrl)
      ) {
        throw new Fault('request.cross_site', { origin: request.headers.origin })
      }
      const known = await lookUp(credential, context)
      return known ? { ...known, ...origin } : anonymous
    },
    /** Forgets the credential of one request, which may just have changed what it is worth. */
    forget(headers: FastifyRequest['headers']): void {
      const credential = credentialOf(headers)
      if (credential) remembered.delete(keyOf(credential))
    },
    /** Forgets all credentials: the next request of each is looked up again. */
    forgetAll(): void {
      remembered.clear()
    },
  }
}

/** Credentials are remembered by hash, never as they are. */
function keyOf({ kind, value }: Credential): string {
  return createHash('sha256').update(`${kind} ${value}`).digest('base64')
}

/** The person at the server itself: in the tenant a header names, or the first there is. */
async function operator(
  request: Pick<FastifyRequest, 'headers'>,
  context: GatewayContext,
  origin: Pick<Caller, 'traceId' | 'ip' | 'deadline'>,
): Promise<Caller> {
  const named = request.headers['x-myna-tenant']
  const tenantId = typeof named === 'string' && /^[0-9a-f-]{36}$/.test(named) ? named : (await context.call.identity.ensureTenant({})).id
  const { deadline: _, ...rest } = origin
  return { tenantId, subject: 'operator', name: 'Operator', roles: ['owner'], scopes: ['*'], ...rest } as Caller
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [given, wanted].map((it) => createHash('sha256').update(it).digest())
  return timingSafeEqual(a!, b!)
}
