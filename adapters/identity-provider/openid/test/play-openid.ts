import { createHash, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'

/** Who signs in at the played provider next, and how it lies. */
export type PlayedPerson = { sub: string; email?: string; email_verified?: boolean; name?: string; [claim: string]: unknown }
type Evil = 'wrong_key' | 'unsigned' | 'symmetric' | 'wrong_issuer' | 'wrong_audience' | 'second_audience' | 'expired' | 'wrong_nonce' | 'no_nonce' | 'garbage'
type Code = { redirectUri: string; nonce: string | null; challenge: string; person: PlayedPerson; used: boolean }

/**
 * A provider of OpenID Connect that keeps state and refuses what real ones refuse: an unknown client, a redirect URI that was not registered, a code that
 * was used, is of another client or has the wrong verifier, a wrong secret.
 */
export async function playOpenid(options: { clientId: string; clientSecret: string; redirectUris: readonly string[] }) {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
  const stranger = await generateKeyPair('RS256')
  const codes = new Map<string, Code>()
  const asked: string[] = []
  const played = {
    person: { sub: 'person-1', email: 'person@example.com', email_verified: true, name: 'A person' } as PlayedPerson,
    evil: undefined as Evil | undefined,
    kid: 'key-1',
    down: false,
    now: () => Date.now(),
    issuer: '',
    redirectUris: [...options.redirectUris],
    asked,
  }

  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => json(response, 500, { error: String(error) }))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  played.issuer = url

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', url)
    asked.push(pathname)
    if (played.down) return json(response, 503, { error: 'temporarily_unavailable' })
    if (pathname === '/.well-known/openid-configuration')
      return json(response, 200, {
        issuer: played.issuer,
        authorization_endpoint: `${url}/authorize`,
        token_endpoint: `${url}/token`,
        userinfo_endpoint: `${url}/userinfo`,
        jwks_uri: `${url}/jwks`,
        token_endpoint_auth_methods_supported: ['client_secret_basic'],
      })
    if (pathname === '/jwks') return json(response, 200, { keys: [{ ...(await exportJWK(publicKey)), kid: played.kid, alg: 'RS256', use: 'sig' }] })
    if (pathname === '/authorize') return authorize(searchParams, response)
    if (pathname === '/token') return token(request, response)
    return json(response, 404, {})
  }

  function authorize(question: URLSearchParams, response: ServerResponse): void {
    const redirectUri = question.get('redirect_uri') ?? ''
    if (question.get('client_id') !== options.clientId || !played.redirectUris.includes(redirectUri)) return json(response, 400, { error: 'invalid_request' })
    if (question.get('code_challenge_method') !== 'S256' || !question.get('code_challenge') || !question.get('state'))
      return json(response, 400, { error: 'invalid_request' })
    const code = randomBytes(16).toString('hex')
    codes.set(code, { redirectUri, nonce: question.get('nonce'), challenge: question.get('code_challenge')!, person: played.person, used: false })
    const back = new URL(redirectUri)
    back.searchParams.set('code', code)
    back.searchParams.set('state', question.get('state')!)
    response.writeHead(302, { location: back.href }).end()
  }

  async function token(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = ''
    for await (const chunk of request) text += String(chunk)
    const form = new URLSearchParams(text)
    const given = Buffer.from(/^Basic (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '', 'base64')
      .toString()
      .split(':')
      .map(decodeURIComponent)
      .join(':')
    if (given !== `${options.clientId}:${options.clientSecret}`) return json(response, 401, { error: 'invalid_client' })
    const code = codes.get(form.get('code') ?? '')
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    if (!code || code.used || code.redirectUri !== form.get('redirect_uri') || code.challenge !== challenge)
      return json(response, 400, { error: 'invalid_grant' })
    code.used = true
    json(response, 200, { access_token: randomBytes(16).toString('hex'), token_type: 'Bearer', id_token: await idToken(code) })
  }

  async function idToken(code: Code): Promise<string> {
    const { evil } = played
    const now = Math.floor(played.now() / 1_000)
    const claims: JWTPayload = {
      iss: evil === 'wrong_issuer' ? 'https://elsewhere.example' : played.issuer,
      aud: evil === 'wrong_audience' ? 'another' : evil === 'second_audience' ? [options.clientId, 'another'] : options.clientId,
      iat: evil === 'expired' ? now - 7_200 : now,
      exp: evil === 'expired' ? now - 3_600 : now + 300,
      ...code.person,
      ...(evil === 'no_nonce' ? {} : { nonce: evil === 'wrong_nonce' ? 'another' : code.nonce }),
    }
    if (evil === 'garbage') return 'no.token.atall'
    if (evil === 'unsigned') return new UnsecuredJWT(claims).encode()
    if (evil === 'symmetric')
      return new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: played.kid }).sign(Buffer.from(JSON.stringify(await exportJWK(publicKey))))
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: played.kid }).sign(evil === 'wrong_key' ? stranger.privateKey : privateKey)
  }

  return {
    url,
    played,
    /** Does what a browser does that is led to the provider: answers the address it is sent back to. */
    async visit(address: string): Promise<URL> {
      const answer = await fetch(address, { redirect: 'manual' })
      const location = answer.headers.get('location')
      if (answer.status !== 302 || !location) throw new Error(`the provider refused: ${answer.status} ${await answer.text()}`)
      return new URL(location)
    },
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
