/** Headers by which an application learns who asks and that Myna sends it. */
export const appHeaders = {
  /** `v1=<hex>`, several with commas while the secret changes: HMAC-SHA-256 of `signedTextOf` under the signing secret. */
  signature: 'myna-signature',
  /** Seconds since 1970. */
  timestamp: 'myna-timestamp',
  requestId: 'myna-request-id',
  version: 'myna-version',
  tenant: 'myna-tenant',
  subject: 'myna-subject',
  /** With spaces between. */
  scopes: 'myna-scopes',
  /** Settings of the application: JSON in base64url; absent when there are none. */
  configuration: 'myna-configuration',
  /** SHA-256 of the body in hex, or `streamed` when the body was not held back. */
  bodyDigest: 'myna-body-sha256',
} as const

/** What is signed of a request to an application. */
export type SignedParts = {
  timestamp: string
  method: string
  /** Path and query as the application sees them. */
  path: string
  requestId: string
  version: string
  tenant: string
  subject: string
  scopes: string
  configuration: string
  bodyDigest: string
}

/** The text that is signed: `myna-v1` and the parts in this order, one a line. No part holds a line feed. */
export function signedTextOf(it: SignedParts): string {
  const parts = [it.timestamp, it.method, it.path, it.requestId, it.version, it.tenant, it.subject, it.scopes, it.configuration, it.bodyDigest]
  return ['myna-v1', ...parts].join('\n')
}
