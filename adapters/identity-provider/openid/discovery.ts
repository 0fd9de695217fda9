import { PortFault } from '@myna/ports/fault'
import { readJson } from '#read-json.ts'

/** What a provider says of itself (OpenID Connect Discovery 1.0, section 3). */
export type Discovery = {
  issuer: string
  authorizationEndpoint: string
  tokenEndpoint: string
  userinfoEndpoint: string | undefined
  jwksUri: string
  /** The secret goes into the body of a question for tokens, not into a header. */
  secretInBody: boolean
}

/**
 * Reads what the provider of an issuer says of itself. It has to be that issuer to the letter (section 4.3), or answers of one provider could pass as
 * those of another; and one that is reached over TLS leads nowhere else. `names`: what a vendor is known to call this issuer instead.
 */
export async function discover(fetch: typeof globalThis.fetch, issuer: string, names: readonly string[]): Promise<Discovery> {
  const { status, body } = await readJson(fetch, `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`)
  const failed = (why: string) => new PortFault(`The discovery document of ${issuer} cannot be used: ${why}.`, { retryable: true, status })
  if (status !== 200) throw failed(`it was answered with ${status}`)
  if (![issuer, ...names].includes(String(body['issuer']))) throw failed('it names another issuer')
  const addressIn = (name: string): string | undefined => {
    const value = body[name]
    const url = typeof value === 'string' ? URL.parse(value) : null
    if (!url || !['https:', 'http:'].includes(url.protocol)) return undefined
    return url.protocol === 'https:' || issuer.startsWith('http:') ? url.href : undefined
  }
  const [authorizationEndpoint, tokenEndpoint, jwksUri] = [addressIn('authorization_endpoint'), addressIn('token_endpoint'), addressIn('jwks_uri')]
  if (!authorizationEndpoint || !tokenEndpoint || !jwksUri) throw failed('an address is missing or leads away from TLS')
  const ways = body['token_endpoint_auth_methods_supported']
  return {
    issuer: String(body['issuer']),
    authorizationEndpoint,
    tokenEndpoint,
    jwksUri,
    userinfoEndpoint: addressIn('userinfo_endpoint'),
    secretInBody: Array.isArray(ways) && ways.includes('client_secret_post'),
  }
}
