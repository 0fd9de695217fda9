import { createHmac, timingSafeEqual } from 'node:crypto'
import { Caller } from '@myna/contracts/caller'
import { Fault } from '#seam/fault.ts'

/** The header that carries a caller from one Myna process to another. */
export const callerHeader = 'x-myna-caller'

/** How long a token is good for: as long as one hop may take, no longer. */
const lifetimeMs = 60_000

type Sealed = { caller: Caller; to: string; until: number }

/** Signs a caller for one service: base64url JSON, a dot, HMAC-SHA-256 under the secret all processes of an installation share. */
export function signCaller(caller: Caller, to: string, secret: Uint8Array, now: number): string {
  const body = Buffer.from(JSON.stringify({ caller, to, until: now + lifetimeMs } satisfies Sealed)).toString('base64url')
  return `${body}.${macOf(body, secret).toString('base64url')}`
}

/** The caller in a token. Throws `request.unauthenticated` when it is forged, late or meant for another service. */
export function verifyCaller(token: string, to: string, secret: Uint8Array, now: number): Caller {
  const [body = '', mac = ''] = token.split('.', 2)
  const claimed = Buffer.from(mac, 'base64url')
  const real = macOf(body, secret)
  if (claimed.length !== real.length || !timingSafeEqual(claimed, real)) throw new Fault('request.unauthenticated', { why: 'forged caller token' })
  const sealed = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Sealed
  if (sealed.to !== to || sealed.until < now) throw new Fault('request.unauthenticated', { why: 'late or misdirected caller token', to: sealed.to })
  return Caller.parse(sealed.caller)
}

function macOf(body: string, secret: Uint8Array): Buffer {
  return createHmac('sha256', secret).update(body).digest()
}
