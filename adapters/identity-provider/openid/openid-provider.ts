import { createHash } from 'node:crypto'
import { PortFault } from '@myna/ports/fault'
import { type CodeProvider, type ExternalPerson, type OpenidSettings, ProviderRefusal } from '@myna/ports/identity-provider'
import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose'
import { type Discovery, discover } from '#discovery.ts'
import { readJson } from '#read-json.ts'
import { tokenRefusal } from '#token-refusal.ts'

/** Signatures that need no secret shared with the provider; `none` and HMAC are not among them. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519']
const clockSkewSeconds = 60
const keptMs = 10 * 60_000

type Options = OpenidSettings & {
  fetch: typeof globalThis.fetch
  /** Whether the provider has checked the address in these claims; by default what it says in `email_verified`. */
  isVerified?: (claims: JWTPayload) => boolean
  /** What its discovery document may call it instead of `issuer`, `{tenantid}` standing for the claim `tid`. */
  names?: readonly string[]
}

/** The S256 challenge of a verifier (RFC 7636, section 4.2). */
export function challengeOf(codeVerifier: string): string {
  return createHash('sha256').update(codeVerifier).digest('base64url')
}

/** A provider of OpenID Connect by the code flow with PKCE; its discovery document and keys are kept for ten minutes. */
export function createOpenidProvider(options: Options): CodeProvider {
  const { fetch, issuer, clientId, clientSecret, isVerified = (it) => it['email_verified'] === true, names = [] } = options
  let kept: { discovery: Discovery; keys: JSONWebKeySet; until: number } | undefined

  async function known(now: number, anew = false) {
    if (kept && kept.until > now && !anew) return kept
    const discovery = await discover(fetch, issuer, names)
    const { status, body } = await readJson(fetch, discovery.jwksUri)
    if (status !== 200 || !Array.isArray(body['keys'])) throw new PortFault(`The keys of ${issuer} cannot be read.`, { retryable: true, status })
    kept = { discovery, keys: body as unknown as JSONWebKeySet, until: now + keptMs }
    return kept
  }

  async function verify(idToken: string, nonce: string, now: Date): Promise<JWTPayload> {
    const check = async (anew: boolean) => {
      const { discovery, keys } = await known(now.getTime(), anew)
      const { payload, protectedHeader } = await jwtVerify(idToken, createLocalJWKSet(keys), {
        algorithms,
        audience: clientId,
        currentDate: now,
        clockTolerance: clockSkewSeconds,
        requiredClaims: ['iss', 'sub', 'aud', 'exp', 'iat'],
      })
      const inTenant = (it: unknown) => String(it).replace('{tenantid}', String(payload['tid']))
      const { issuer: signsFor = discovery.issuer } = (keys.keys.find((it) => it.kid === protectedHeader.kid) ?? {}) as { issuer?: unknown }
      if (payload.iss !== inTenant(discovery.issuer)) throw refused('it was issued by another')
      // Microsoft says of each of its keys which tenants it signs for.
      if (payload.iss !== inTenant(signsFor)) throw refused('its key signs for another')
      if (payload.iat! > now.getTime() / 1_000 + clockSkewSeconds) throw skewed(payload.iat!, now)
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
      // It was made a moment ago: one that has run out, or is not valid yet, tells of clocks.
      if (error instanceof errors.JWTExpired || (error instanceof errors.JWTClaimValidationFailed && error.claim === 'nbf'))
        throw skewed(Number(error.payload['iat']), now)
      throw refused('it does not verify', error)
    }
  }

  const refused = (why: string, cause?: unknown) => new PortFault(`The id token of ${issuer} is refused: ${why}.`, { retryable: false, cause })

  const skewed = (seconds: number, now: Date) => {
    const ahead = Math.round(seconds - now.getTime() / 1_000)
    return new ProviderRefusal('set_up_wrong', `The clock of ${issuer} is ${ahead} s before ours: set the clock of this machine.`)
  }

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
      const exchanged = await readJson(fetch, discovery.tokenEndpoint, { method: 'POST', headers, body: form.toString() })
      const idToken = exchanged.body['id_token']
      if (exchanged.status !== 200 || typeof idToken !== 'string') throw tokenRefusal(issuer, exchanged)
      const claims = await verify(idToken, nonce, now)
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
