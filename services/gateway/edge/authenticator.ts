import { hash } from 'node:crypto'
import type { identity } from '@myna/contracts/identity'
import type { Caller } from '@myna/contracts/caller'
import { type Context, Fault } from '@myna/kernel'
import type { IncomingHttpHeaders } from 'node:http'
import { type Credential, credentialOf, isCrossSite, isForOtherSites } from '#edge/credential.ts'
import type { Ports } from '#edge/ports.ts'

type GatewayContext = Context<{ identity: typeof identity }, object, Ports>
type Known = Omit<Caller, 'traceId' | 'deadline' | 'ip'>
type Remembered = { known: Known | undefined; asked: Promise<Known | undefined>; until: number }
type Asking = { headers: IncomingHttpHeaders; method: string; ip: string; request: { socket: object }; path?: string; isUpgrade?: boolean }

const rememberedAtMost = 10_000
/** Nobody waits longer than this for an answer; streams and sockets go on. */
const patienceMs = 60_000

export type Authenticator = ReturnType<typeof createAuthenticator>

/** Turns credentials into callers; what identity answered is remembered for as long as it allows. */
export function createAuthenticator() {
  const remembered = new Map<string, Remembered>()
  /** What the last request on a connection came with: the next one mostly comes with the same, and need not be hashed. */
  const lasting = new WeakMap<object, Credential & { key: string }>()

  function keyOn(socket: object, { kind, value }: Credential): string {
    const last = lasting.get(socket)
    if (last?.kind === kind && last.value === value) return last.key
    const key = keyOf({ kind, value })
    lasting.set(socket, { kind, value, key })
    return key
  }

  function lookUp(credential: Credential, key: string, context: GatewayContext): Remembered {
    const hit = remembered.get(key)
    if (hit && hit.until > Date.now()) return hit
    const asked = context.call.identity.authenticate({ [credential.kind]: credential.value })
    const entry: Remembered = { known: undefined, asked: asked.then((it) => it.caller ?? undefined), until: Date.now() + 1_000 }
    if (remembered.size >= rememberedAtMost) remembered.delete(remembered.keys().next().value!)
    remembered.set(key, entry)
    asked.then(
      ({ caller, cacheMs }) => {
        if (caller) {
          entry.known = caller
          entry.until = Date.now() + cacheMs
        } else forgetEntry(key, entry)
      },
      () => forgetEntry(key, entry),
    )
    return entry
  }
  const forgetEntry = (key: string, entry: Remembered) => {
    if (remembered.get(key) === entry) remembered.delete(key)
  }

  return {
    /** The caller behind a request; anonymous without a credential, and with one that is no good. A promise only when somebody must be asked. */
    callerOf(request: Asking, context: GatewayContext, anonymous: Caller): Caller | Promise<Caller> {
      const credential = credentialOf(request.headers)
      if (!credential) return anonymous
      const origin = { traceId: anonymous.traceId, ip: request.ip, deadline: Date.now() + patienceMs }
      const key = keyOn(request.request.socket, credential)
      // Hashes may be compared in any time: theirs tells nothing of the letters.
      if (credential.kind === 'bearer' && key === keyOf({ kind: 'bearer', value: context.ports.operatorToken })) return operator(request, context, origin)
      if (
        credential.kind === 'session' &&
        isCrossSite({ method: request.method, headers: request.headers, isUpgrade: request.isUpgrade ?? false }, context.ports.publicUrl)
      ) {
        if (isForOtherSites(request.path ?? '')) return anonymous
        throw new Fault('request.cross_site', { origin: request.headers.origin })
      }
      const { known, asked } = lookUp(credential, key, context)
      return known ? { ...known, ...origin } : asked.then((it) => (it ? { ...it, ...origin } : anonymous))
    },
    /** Forgets the credential of one request, which may just have changed what it is worth. */
    forget(headers: IncomingHttpHeaders): void {
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
  return hash('sha256', `${kind} ${value}`, 'base64')
}

/** The person at the server itself: in the tenant a header names, or the first there is. */
function operator(request: Asking, context: GatewayContext, origin: Pick<Caller, 'traceId' | 'ip' | 'deadline'>): Caller | Promise<Caller> {
  const callerIn = (tenantId: string): Caller => {
    const { deadline: _, ...rest } = origin
    return { tenantId, subject: 'operator', name: 'Operator', roles: ['owner'], scopes: ['*'], ...rest }
  }
  const named = request.headers['x-myna-tenant']
  if (typeof named === 'string' && /^[0-9a-f-]{36}$/.test(named)) return callerIn(named)
  return context.call.identity.ensureTenant({}).then(({ id }) => callerIn(id))
}
