import { createHash } from 'node:crypto'
import { PortFault } from '@myna/ports/fault'
import type { CodeProvider, ExternalPerson, OpenidSettings } from '@myna/ports/identity-provider'
import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose'
import { type Discovery, discover } from '#discovery.ts'
import { readJson, saidIn } from '#read-json.ts'

/** Signatures that need no secret shared with the provider; `none` and HMAC are not among them. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519']
const clockSkewSeconds = 60
const keptMs = 10 * 60_000

type Options = OpenidSettings & {
  fetch: typeof globalThis.fetch
  /** Whether the provider has checked the address in these claims; by default what it says in `email_verified`. */
  isVerified?: (claims: JWTPayload) => boolean
}

/** The S256 challenge of a verifier (RFC 7636, section 4.2). */
export function challengeOf(codeVerifier: string): string {
  return createHash('sha256').update(codeVerifier).digest('base64url')
}

/** A provider of OpenID Connect by the code flow with PKCE; its discovery document and keys are kept for ten minutes. */
export function createOpenidProvider(options: Options): CodeProvider {
  const { fetch, issuer, clientId, clientSecret, isVerified = (it) => it['email_verified'] === true } = options
  let kept: { discovery: Discovery; keys: JSONWebKeySet; until: number } | undefined

  async function known(now: number, anew = false) {
    if (kept && kept.until > now && !anew) return kept
    const discovery = await discover(fetch, issuer)
    const { status, body } = await readJson(fetch, discovery.jwksUri)
    if (status !== 200 || !Array.isArray(body['keys'])) throw new PortFault(`The keys of ${issuer} cannot be read.`, { retryable: true, status })
    kept = { discovery, keys: body as unknown as JSONWebKeySet, until: now + keptMs }
    return kept
  }

  async function verify(idToken: string, nonce: string, now: Date): Promise<JWTPayload> {
    const check = async (anew: boolean) => {
      const { discovery, keys } = await known(now.getTime(), anew)
      const { payload } = await jwtVerify(idToken, createLocalJWKSet(keys), {
        algorithms,
        audience: clientId,
        currentDate: now,
        clockTolerance: clockSkewSeconds,
        requiredClaims: ['iss', 'sub', 'aud', 'exp', 'iat'],
      })
      if (payload.iss !== discovery.issuer.replace('{tenantid}', String(payload['tid']))) throw refused('it was issued by another')
      if (payload['nonce'] !== nonce) throw refused('it answers another question')
      if (Array.isArray(payload.aud) && payload.aud.length > 1 && payload['azp'] !== clientId) throw refused('it was made for another application')
      return payload
    }
    try {
      return await check(false).catch((error: unknown) => {
        // A key may have changed since.
        if (error instanceof errors.JWKSNoMatchingKey) return check(true)
        throw error
      })
    } catch (error) {
      if (error instanceof PortFault) throw error
      throw refused('it does not verify', error)
    }
  }

  const refused = (why: string, cause?: unknown) => new PortFault(`The id token of ${issuer} is refused: ${why}.`, { retryable: false, cause })

  return {
    async begin({ redirectUri, state, nonce, codeVerifier, email }) {
      const { discovery } = await known(Date.now())
      const url = new URL(discovery.authorizationEndpoint)
      const question = {
        response_type: 'code',
        client_id: clientId,
        redirect_uri: redirectUri,
        scope: 'openid email profile',
        state,
        nonce,
        code_challenge: challengeOf(codeVerifier),
        code_challenge_method: 'S256',
        ...(email ? { login_hint: email } : {}),
      }
      for (const [name, value] of Object.entries(question)) url.searchParams.set(name, value)
      return url.href
    },
    async finish({ redirectUri, code, nonce, codeVerifier, now }): Promise<ExternalPerson> {
      const { discovery } = await known(now.getTime())
      const form = new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: codeVerifier })
      const headers: Record<string, string> = { 'content-type': 'application/x-www-form-urlencoded' }
      if (clientSecret === undefined || discovery.secretInBody) form.set('client_id', clientId)
      if (clientSecret !== undefined && discovery.secretInBody) form.set('client_secret', clientSecret)
      if (clientSecret !== undefined && !discovery.secretInBody)
        headers['authorization'] = `Basic ${Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`).toString('base64')}`
      const { status, body } = await readJson(fetch, discovery.tokenEndpoint, { method: 'POST', headers, body: form.toString() })
      if (status >= 500) throw new PortFault(`${issuer} could not exchange a code.`, { retryable: true, status })
      if (status !== 200 || typeof body['id_token'] !== 'string')
        throw new PortFault(`${issuer} refused a code: ${saidIn(body, status)}.`, { retryable: false, status })
      const claims = await verify(body['id_token'], nonce, now)
      const subject = claims.sub ?? ''
      if (subject === '' || subject.length > 255) throw refused('its subject cannot be used')
      const [email, name] = [claims['email'], claims['name']]
      return {
        subject,
        email: typeof email === 'string' ? email.toLowerCase() : null,
        emailVerified: typeof email === 'string' && isVerified(claims),
        name: typeof name === 'string' ? name.slice(0, 200) : null,
      }
    },
  }
}
