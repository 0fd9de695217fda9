import { createHmac, hash, randomUUID, timingSafeEqual } from 'node:crypto'
import { Caller } from '@myna/contracts/caller'
import { Fault } from '#seam/fault.ts'
import { createNonceMemory } from '#seam/nonce-memory.ts'

/** The header that carries a caller from one Myna process to another; in an answer: that the caller was not believed. */
export const callerHeader = 'x-myna-caller'

/** How long a token is good for: it is made right before the request it goes with. */
const lifetimeMs = 30_000
/** How far the clocks of two machines may be apart. */
const skewMs = 5_000

const tokenForm = /^([\w-]{8})\.([\w-]{43})\.(\{[\x20-\x7e]*\})$/
const notAscii = /[^\x20-\x7e]/
const everyNotAscii = /[^\x20-\x7e]/g

/** The one request a token is good for: `target` is path and query as they stand in the request line. */
export type Errand = { service: string; method: string; target: string }

type Body = { caller: Caller; at: number; nonce: string }

/** No other process, and this one no second time, says the same nonce. */
const ownNonces = `${randomUUID()}-`
let nonces = 0

/**
 * Signs a caller for one request: id of the key, keyed hash of body and request, and the body, which is JSON in ASCII, with dots between, under the
 * secret that all processes of an installation share. The target is signed as it is sent, without its part after `#`.
 */
export function signCaller(caller: Caller, errand: Errand, secret: Uint8Array, now: number): string {
  const text = inAscii(JSON.stringify({ caller, at: now, nonce: ownNonces + (nonces++).toString(36) } satisfies Body))
  const key = keyOf(secret)
  return `${key.id}.${macOf(text, errand, key)}.${text}`
}

/** What a process believes of the callers that others send. */
export type CallerGate = {
  /**
   * The caller in a token. Throws `request.unauthenticated` when it is forged, too old, of the future, meant for another request, or, where it `changes` something,
   * was seen before.
   */
  admit(token: string, errand: Errand, changes: boolean, now: number): Caller
}

/**
 * Admits callers signed under the secret, or under the one before it while that is being replaced. What a token was used for is remembered by this process
 * alone, for as long as the token is good: of several instances of a service each would take the same token once, within half a minute of its making and only
 * for the very request it was made for. Mutual TLS keeps tokens from who could try that, and idempotency keys hold across instances.
 */
export function createCallerGate(secret: Uint8Array, previousSecret?: Uint8Array): CallerGate {
  const secrets = new Map([previousSecret, secret].filter((it) => it !== undefined).map((it) => [keyOf(it).id, it]))
  const used = createNonceMemory(lifetimeMs + 2 * skewMs)
  return {
    admit(token, errand, changes, now) {
      const refuse = (why: string): never => {
        throw new Fault('request.unauthenticated', { why, of: 'another process', service: errand.service })
      }
      const [, keyId, mac, body] = tokenForm.exec(token) ?? []
      const signedBy = keyId === undefined ? undefined : secrets.get(keyId)
      if (!signedBy) return refuse('a caller token of an unknown key: is MYNA_SECRET the same everywhere, and the one before it in MYNA_SECRET_PREVIOUS?')
      if (!isSame(mac!, macOf(body!, errand, keyOf(signedBy)))) return refuse('a caller token that is forged or of another request')
      const { caller, at, nonce } = JSON.parse(body!) as Body
      if (now > at + lifetimeMs + skewMs) return refuse('a caller token that is too old: are the clocks of the machines right?')
      if (now < at - skewMs) return refuse('a caller token of the future: are the clocks of the machines right?')
      if (changes && !used.isNew(nonce, now)) return refuse('a caller token that was used before')
      return Caller.parse(caller)
    },
  }
}

/**
 * Two hashes, each with a key of its own, one over the other (NMAC, of which HMAC is the form for one key): as good as `createHmac`, which makes an object for
 * each message and costs a request more than all else that is done for its caller.
 */
function macOf(body: string, { service, method, target }: Errand, { inner, outer }: Key): string {
  return hash('sha256', outer + hash('sha256', `${inner}${body}\n${service}\n${method}\n${target}`), 'base64url')
}

function isSame(claimed: string, real: string): boolean {
  const [one, other] = [Buffer.from(claimed), Buffer.from(real)]
  return one.length === other.length && timingSafeEqual(one, other)
}

/** What of a secret is used: a name that tells nothing of it, and two keys, each a block of the hash. */
type Key = { id: string; inner: string; outer: string }

const keys = new WeakMap<Uint8Array, Key>()

function keyOf(secret: Uint8Array): Key {
  let key = keys.get(secret)
  if (!key) {
    const derived = (use: string) => createHmac('sha256', secret).update(`myna caller ${use}`).digest('hex')
    keys.set(secret, (key = { id: hash('sha256', secret, 'base64url').slice(0, 8), inner: derived('inner'), outer: derived('outer') }))
  }
  return key
}

/** JSON that may stand in a header, whatever people are called. */
function inAscii(json: string): string {
  return notAscii.test(json) ? json.replace(everyNotAscii, (it) => `\\u${it.charCodeAt(0).toString(16).padStart(4, '0')}`) : json
}
