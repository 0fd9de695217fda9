import { createPrivateKey, type KeyObject, sign } from 'node:crypto'
import { PortFault } from '@myna/ports/fault'
import { readJson } from '@myna/ports/vendor-request'

/** What shows Google who asks, as metadata of a call. */
export type GoogleKey = { metadata(signal: AbortSignal): Promise<Record<string, string>> }

type ServiceAccount = { email: string; tokenUrl: string; privateKey: KeyObject; keyId: string | undefined }

const scope = 'https://www.googleapis.com/auth/cloud-platform'
const tokenUrl = 'https://oauth2.googleapis.com/token'
const lifetimeSeconds = 3_600
/** A token is renewed so long before it ends. */
const sparedMs = 120_000
const wrong = 'This is neither an API key of Google nor the JSON file of a service account.'

/**
 * Reads a key: an API key, or the JSON file of a service account, whose signature is exchanged for a token that is kept while it holds (RFC 7523). Throws `PortFault`; nothing
 * of the key stands in it.
 */
export function readGoogleKey(key: string, fetch: typeof globalThis.fetch): GoogleKey {
  const plain = key.trim()
  if (!plain.startsWith('{')) {
    if (!/^[\x21-\x7e]+$/.test(plain)) throw new PortFault(wrong, { retryable: false })
    return { metadata: async () => ({ 'x-goog-api-key': plain }) }
  }
  const account = readAccount(plain)
  let token: { value: string; untilMs: number } | undefined
  let asking: Promise<string> | undefined
  const ask = async (signal: AbortSignal) => {
    const { value, seconds } = await exchange(account, fetch, signal)
    token = { value, untilMs: Date.now() + seconds * 1000 - sparedMs }
    return value
  }
  return {
    async metadata(signal) {
      if (token && token.untilMs > Date.now()) return { authorization: `Bearer ${token.value}` }
      // Several calls that begin at once ask once; whoever gave up takes nobody with them.
      asking ??= ask(AbortSignal.timeout(20_000)).finally(() => (asking = undefined))
      const value = await asking
      signal.throwIfAborted()
      return { authorization: `Bearer ${value}` }
    },
  }
}

function readAccount(json: string): ServiceAccount {
  try {
    const it = JSON.parse(json) as Record<string, unknown>
    const { type, client_email: email, private_key: pem, token_uri: url = tokenUrl, private_key_id: keyId } = it
    if (type !== 'service_account' || typeof email !== 'string' || typeof pem !== 'string' || typeof url !== 'string') throw new Error('not one')
    return { email, tokenUrl: new URL(url).href, privateKey: createPrivateKey(pem), keyId: typeof keyId === 'string' ? keyId : undefined }
  } catch {
    // What went wrong may repeat the file.
    throw new PortFault(wrong, { retryable: false })
  }
}

async function exchange(account: ServiceAccount, fetch: typeof globalThis.fetch, signal: AbortSignal): Promise<{ value: string; seconds: number }> {
  const now = Math.floor(Date.now() / 1000)
  const part = (it: object) => Buffer.from(JSON.stringify(it)).toString('base64url')
  const header = { alg: 'RS256', typ: 'JWT', ...(account.keyId === undefined ? {} : { kid: account.keyId }) }
  const claims = { iss: account.email, scope, aud: account.tokenUrl, iat: now, exp: now + lifetimeSeconds }
  const unsigned = `${part(header)}.${part(claims)}`
  const assertion = `${unsigned}.${sign('RSA-SHA256', Buffer.from(unsigned), account.privateKey).toString('base64url')}`
  const answer = (await readJson({
    vendor: 'Google',
    fetch,
    url: account.tokenUrl,
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion }).toString(),
    signal,
    maxBytes: 50_000,
    refusalOf: (status) => (status === 400 ? 'key' : undefined),
  })) as { access_token?: unknown; expires_in?: unknown } | null
  const { access_token: value, expires_in: seconds } = answer ?? {}
  if (typeof value !== 'string' || !/^[\x21-\x7e]+$/.test(value)) throw new PortFault('Google gave no token for this service account.', { retryable: true })
  return { value, seconds: typeof seconds === 'number' && seconds > 0 ? seconds : lifetimeSeconds }
}
