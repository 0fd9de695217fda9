import { createHmac } from 'node:crypto'
import { appHeaders, signedTextOf } from '@myna/contracts/apps-signature'
import type { Caller } from '@myna/contracts/caller'
import { holds } from '@myna/kernel'

/** What goes into the proof. `bodyDigest` is SHA-256 in hex, or `streamed`. */
export type ToProve = {
  caller: Caller
  /** Scopes the application may be told of. */
  scopes: readonly string[]
  version: string
  method: string
  target: URL
  configuration: Readonly<Record<string, unknown>>
  bodyDigest: string
  /** The newest first; the proof holds under each. */
  secrets: readonly string[]
  now: number
}

/** Headers that tell an application who asks, and prove that Myna says so. */
export function signedHeaders(it: ToProve): Record<string, string> {
  const configuration = Object.keys(it.configuration).length === 0 ? '' : Buffer.from(JSON.stringify(it.configuration)).toString('base64url')
  const parts = {
    timestamp: String(Math.floor(it.now / 1000)),
    method: it.method,
    path: it.target.pathname + it.target.search,
    requestId: it.caller.traceId,
    // A header is ASCII.
    version: encodeURIComponent(it.version),
    tenant: it.caller.tenantId ?? '',
    subject: it.caller.subject,
    scopes: it.scopes.filter((scope) => holds(it.caller, scope)).join(' '),
    configuration,
    bodyDigest: it.bodyDigest,
  }
  const text = signedTextOf(parts)
  const signature = it.secrets.map((secret) => `v1=${createHmac('sha256', secret).update(text).digest('hex')}`).join(',')
  return {
    [appHeaders.timestamp]: parts.timestamp,
    [appHeaders.requestId]: parts.requestId,
    [appHeaders.version]: parts.version,
    [appHeaders.tenant]: parts.tenant,
    [appHeaders.subject]: parts.subject,
    [appHeaders.scopes]: parts.scopes,
    ...(configuration === '' ? {} : { [appHeaders.configuration]: configuration }),
    [appHeaders.bodyDigest]: parts.bodyDigest,
    [appHeaders.signature]: signature,
  }
}
