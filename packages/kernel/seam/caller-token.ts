import { hash, randomUUID, timingSafeEqual } from 'node:crypto'
import { Caller } from '@myna/contracts/caller'
import { Fault } from '#seam/fault.ts'
import { createNonceMemory } from '#seam/nonce-memory.ts'

/** The header that carries a caller from one Myna process to another; in an answer: that the caller was not believed. */
export const callerHeader = 'x-myna-caller'

/** How long a token is good for: it is made right before the request it goes with. */
const lifetimeMs = 30_000
/** How far the clocks of two machines may be apart. */
const skewMs = 5_000

/** The one request a token is good for: `target` is path and query as they stand in the request line. */
export type Errand = { service: string; method: string; target: string }

type Body = { caller: Caller; at: number; nonce: string }

/**
 * Signs a caller for one request: id of the key, base64url JSON and HMAC-SHA-256 over both and the request, with dots between, under the secret that all
 * processes of an installation share. The target is signed as it is sent, without its part after `#`.
 */
export function signCaller(caller: Caller, errand: Errand, secret: Uint8Array, now: number): string {
  const body = Buffer.from(JSON.stringify({ caller, at: now, nonce: randomUUID() } satisfies Body)).toString('base64url')
  const signed = `${keyIdOf(secret)}.${body}`
  return `${signed}.${macOf(signed, errand, secret)}`
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
  const secrets = new Map([previousSecret, secret].filter((it) => it !== undefined).map((it) => [keyIdOf(it), it]))
  const used = createNonceMemory(lifetimeMs + 2 * skewMs)
  return {
    admit(token, errand, changes, now) {
      const refuse = (why: string): never => {
        throw new Fault('request.unauthenticated', { why, of: 'another process', service: errand.service })
      }
      const [keyId = '', body = '', mac = ''] = token.split('.', 3)
      const signedBy = secrets.get(keyId)
      if (!signedBy) return refuse('a caller token of an unknown key: is MYNA_SECRET the same everywhere, and the one before it in MYNA_SECRET_PREVIOUS?')
      if (!isSame(mac, macOf(`${keyId}.${body}`, errand, signedBy))) return refuse('a caller token that is forged or of another request')
      const { caller, at, nonce } = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Body
      if (now > at + lifetimeMs + skewMs) return refuse('a caller token that is too old: are the clocks of the machines right?')
      if (now < at - skewMs) return refuse('a caller token of the future: are the clocks of the machines right?')
      if (changes && !used.isNew(nonce, now)) return refuse('a caller token that was used before')
      return Caller.parse(caller)
    },
  }
}

/**
 * HMAC-SHA-256 (RFC 2104) as two hashes over the padded key: the same as `createHmac` gives, which makes a key object for each and costs a request as much as all
 * else that is done for its caller.
 */
function macOf(signed: string, { service, method, target }: Errand, secret: Uint8Array): string {
  const { inner, outer } = keyOf(secret)
  return hash(
    'sha256',
    Buffer.concat([outer, hash('sha256', Buffer.concat([inner, Buffer.from(`${signed}\n${service}\n${method}\n${target}`)]), 'buffer')]),
    'base64url',
  )
}

function isSame(claimed: string, real: string): boolean {
  const [one, other] = [Buffer.from(claimed), Buffer.from(real)]
  return one.length === other.length && timingSafeEqual(one, other)
}

type Key = { /** Names a secret without telling of it. */ id: string; inner: Buffer; outer: Buffer }

const keys = new WeakMap<Uint8Array, Key>()

function keyOf(secret: Uint8Array): Key {
  let key = keys.get(secret)
  if (!key) {
    const block = Buffer.alloc(64)
    block.set(secret.length > 64 ? hash('sha256', secret, 'buffer') : secret)
    key = { id: hash('sha256', secret, 'base64url').slice(0, 8), inner: block.map((it) => it ^ 0x36) as Buffer, outer: block.map((it) => it ^ 0x5c) as Buffer }
    keys.set(secret, key)
  }
  return key
}

function keyIdOf(secret: Uint8Array): string {
  return keyOf(secret).id
}
