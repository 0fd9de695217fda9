import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { playOpenid } from '../../../adapters/identity-provider/openid/test/play-openid.ts'
import { playSaml } from '../../../adapters/identity-provider/saml/test/play-saml.ts'

export const openidClient = { clientId: 'myna', clientSecret: 'the client secret of the organisation' }

/** An OpenID provider and a SAML provider that a browser can be led to; who signs in there is set. */
export async function startDirectories() {
  const openid = await playOpenid({ ...openidClient, redirectUris: [] })
  let said = { nameId: 'person-9', email: 'person@example.com', name: 'A person' }
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const saml = playSaml(url)
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/sign-in?')) return response.writeHead(404).end()
    const question = saml.readQuestion(new URL(request.url ?? '/', url).href)
    const [answer, state] = [saml.answer(question, said), question.state].map((it) => it.replaceAll('"', '&quot;'))
    return response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(
        `<!doctype html><title>Directory</title><form method="post" action="${question.consumerUrl}"><input type="hidden" name="SAMLResponse" value="${answer}">` +
          `<input type="hidden" name="RelayState" value="${state}"><button>Go on</button></form>`,
      )
  })
  return {
    openid,
    saml,
    /** Who signs in at the OpenID provider next. */
    openidPerson: (person: { sub: string; email: string; name: string }) => void (openid.played.person = { ...person, email_verified: true }),
    /** Who signs in at the SAML provider next. */
    samlPerson: (person: { nameId: string; email: string; name: string }) => void (said = person),
    async stop() {
      server.closeAllConnections()
      await Promise.all([openid.close(), new Promise((resolve) => server.close(resolve))])
    },
  }
}
