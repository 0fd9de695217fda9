import { createPrivateKey, type KeyObject, sign } from 'node:crypto'
import { promisify } from 'node:util'
import { PortFault } from '@myna/ports/fault'
import { fieldOf, jsonOf, textOf } from '@myna/ports/json-value'
import { orAborted } from '@myna/ports/or-aborted'
import { type Patience, readJson } from '@myna/ports/vendor-request'
import { refusalOf } from '#refusal-of.ts'

/** Headers that prove who asks. Rejects with `PortFault`, or the reason of the signal once that is aborted. */
export type Credentials = (signal: AbortSignal) => Promise<Record<string, string>>

const scope = 'https://www.googleapis.com/auth/cloud-platform'
const googleTokens = 'https://oauth2.googleapis.com/token'
const lifeSeconds = 3600
/** A token is not used in its last minute. */
const earlyMs = 60_000
const signAsync = promisify(sign)

/**
 * An API key as it is, or the JSON of a service account, for which tokens are fetched and kept while they last (RFC 7523: a JWT signed with its key is traded for a token). The
 * address of tokens in that JSON is not followed; `tokenUrl` is for a server in Google's place.
 */
export function createCredentials(it: {
  fetch: typeof globalThis.fetch
  key: string
  tokenUrl: string | undefined
  patience: Patience | undefined
  now: () => number
}): Credentials {
  const key = it.key.trim()
  if (!key.startsWith('{')) return async () => ({ 'x-goog-api-key': key })
  const tokenUrl = it.tokenUrl ?? googleTokens
  let account: { email: string; privateKey: KeyObject; keyId: string } | undefined
  let kept: { token: string; until: number } | undefined
  let fetching: Promise<string> | undefined

  const fetchToken = async (): Promise<string> => {
    account ??= accountOf(key)
    const seconds = Math.floor(it.now() / 1000)
    const head = { alg: 'RS256', typ: 'JWT', ...(account.keyId ? { kid: account.keyId } : {}) }
    const claims = { iss: account.email, scope, aud: tokenUrl, iat: seconds, exp: seconds + lifeSeconds }
    const unsigned = [head, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
    const signature = await signAsync('RSA-SHA256', Buffer.from(unsigned), account.privateKey)
    const body = new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: `${unsigned}.${signature.toString('base64url')}` })
    const answer = await readJson({
      vendor: 'Google',
      fetch: it.fetch,
      url: tokenUrl,
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: body.toString(),
      // Many wait for one token; none of them may take it from the others.
      signal: new AbortController().signal,
      patience: it.patience,
      maxBytes: 100_000,
      refusalOf,
    })
    const token = textOf(answer, 'access_token')
    if (!/^[!-~]+$/.test(token)) throw new PortFault('Google answered no token for this service account.', { retryable: true })
    const life = Number(fieldOf(answer, 'expires_in'))
    kept = { token, until: it.now() + (life > 0 ? Math.min(life, lifeSeconds) : lifeSeconds) * 1000 - earlyMs }
    return token
  }

  return async (signal) => {
    signal.throwIfAborted()
    if (kept && it.now() < kept.until) return { authorization: `Bearer ${kept.token}` }
    fetching ??= fetchToken().finally(() => (fetching = undefined))
    return { authorization: `Bearer ${await orAborted(fetching, signal)}` }
  }
}

function accountOf(key: string): { email: string; privateKey: KeyObject; keyId: string } {
  const said = jsonOf(key)
  const email = textOf(said, 'client_email')
  try {
    if (textOf(said, 'type') === 'service_account' && email !== '')
      return { email, privateKey: createPrivateKey(textOf(said, 'private_key')), keyId: textOf(said, 'private_key_id') }
  } catch {
    // Its message may hold a part of the key.
  }
  throw new PortFault('The key for Google is neither an API key nor the JSON file of a service account.', { retryable: false, status: 401 })
}
