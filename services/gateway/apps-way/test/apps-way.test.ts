import { createHash, createHmac } from 'node:crypto'
import { request as httpRequest } from 'node:http'
import { Readable } from 'node:stream'
import { appHeaders, signedTextOf } from '@myna/contracts/apps-signature'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyOf, openAppServer } from './app-server.ts'
import { codeOf, openWay } from './open-way.ts'

let room: Awaited<ReturnType<typeof openWay>>
let server: Awaited<ReturnType<typeof openAppServer>>
beforeAll(async () => {
  room = await openWay()
  server = await openAppServer()
})
afterAll(async () => {
  await room.close()
  await server.close()
})

/** The proof an application would make by itself of what it was asked. */
function proofOf({ method, url, headers }: (typeof server.asked)[number], secret: string, body: string) {
  const said = (name: keyof typeof appHeaders) => String(headers[appHeaders[name]] ?? '')
  const bodyDigest = body === 'streamed' ? body : createHash('sha256').update(body).digest('hex')
  const text = signedTextOf({
    timestamp: said('timestamp'),
    method,
    path: url,
    requestId: said('requestId'),
    version: said('version'),
    tenant: said('tenant'),
    subject: said('subject'),
    scopes: said('scopes'),
    configuration: said('configuration'),
    bodyDigest,
  })
  return `v1=${createHmac('sha256', secret).update(text).digest('hex')}`
}

/** The status of the answer to a path sent letter for letter. */
const sent = (url: string, caller: string) =>
  new Promise<number>((resolve, reject) => {
    const { hostname, port, origin } = new URL(url)
    const request = httpRequest({ hostname, port, path: url.slice(origin.length), headers: { 'x-test-caller': caller } }, (answer) => {
      answer.resume()
      resolve(answer.statusCode!)
    })
    request.on('error', reject).end()
  })

describe('a request', () => {
  it('reaches the active version with what was said, who says it, and the proof', async () => {
    server.answer(async (request, response) => {
      const body = await bodyOf(request)
      response.writeHead(201, { 'content-type': 'application/json', 'x-app-cost': '3' }).end(JSON.stringify({ got: body.toString() }))
    })
    const { ask, app, client, caller, signingSecret } = await room.openApp(server.url, { headers: { Authorization: 'Bearer hush' }, scopes: ['agents:read'] })
    await client.saveConfiguration({
      appId: app.id,
      fields: [
        { name: 'model', title: 'Model', kind: 'text' },
        { name: 'word', title: 'Word', kind: 'secret' },
      ],
      values: { model: 'small', word: 'hush-too' },
    })
    const answer = await ask('/find/it?q=a%20b', { method: 'POST', body: '{"a":1}', headers: { 'content-type': 'application/json', 'x-app-mood': 'good' } })
    expect(answer.status).toBe(201)
    expect(await answer.json()).toEqual({ got: '{"a":1}' })
    expect(answer.headers.get('x-app-cost')).toBe('3')
    expect(answer.headers.get('myna-version')).toBe('1')
    const [asked] = server.asked
    expect(asked).toMatchObject({ method: 'POST', url: '/find/it?q=a%20b' })
    expect(asked!.headers).toMatchObject({
      authorization: 'Bearer hush',
      'x-app-mood': 'good',
      'content-type': 'application/json',
      'content-length': '7',
      'myna-tenant': caller.tenantId,
      'myna-subject': caller.subject,
      'myna-scopes': 'agents:read',
    })
    expect(JSON.parse(Buffer.from(String(asked!.headers['myna-configuration']), 'base64url').toString())).toEqual({ model: 'small', word: 'hush-too' })
    expect(asked!.headers['myna-signature']).toBe(proofOf(asked!, signingSecret, '{"a":1}'))
    expect(asked!.headers['myna-signature']).not.toBe(proofOf(asked!, signingSecret, '{"a":2}'))
  })

  it('takes no credentials, cookies, forged headers or addresses along', async () => {
    server.answer((_request, response) => void response.end())
    const { ask } = await room.openApp(server.url)
    await ask('/', {
      headers: {
        authorization: 'Bearer mine',
        cookie: 'myna_session=mine',
        'x-api-key': 'mine',
        'myna-subject': 'operator',
        'myna-signature': 'v1=0',
        'x-myna-caller': 'forged',
        'x-forwarded-for': '10.0.0.1',
        'x-real-ip': '10.0.0.1',
        forwarded: 'for=10.0.0.1',
      },
    })
    const { headers } = server.asked[0]!
    for (const name of ['authorization', 'cookie', 'x-api-key', 'x-myna-caller', 'x-forwarded-for', 'x-real-ip', 'forwarded', 'x-test-caller'])
      expect(headers).not.toHaveProperty(name)
    expect(headers['myna-subject']).toMatch(/^user:/)
    expect(headers['myna-scopes']).toBe('')
  })

  it('is signed with both secrets while the secret changes', async () => {
    server.answer((_request, response) => void response.end())
    const { ask, app, client, signingSecret: old } = await room.openApp(server.url)
    const { signingSecret } = await client.rotateSigningSecret({ appId: app.id })
    await ask('/')
    const [asked] = server.asked
    expect(asked!.headers['myna-signature']).toBe(`${proofOf(asked!, signingSecret, '')},${proofOf(asked!, old, '')}`)
  })

  it('with a long body is passed on as it comes', async () => {
    server.answer(async (request, response) => void response.end(String((await bodyOf(request)).length)))
    const { ask, signingSecret } = await room.openApp(server.url)
    const answer = await ask('/', { method: 'PUT', body: Buffer.alloc(1_500_000, 'a') })
    expect(await answer.text()).toBe('1500000')
    expect(server.asked[0]!.headers['myna-signature']).toBe(proofOf(server.asked[0]!, signingSecret, 'streamed'))
  })

  it.each([
    ['told', { body: Buffer.alloc(2_000_001) }],
    ['not told', { body: Readable.toWeb(Readable.from([Buffer.alloc(1_500_000), Buffer.alloc(1_500_000)])) as ReadableStream, duplex: 'half' as const }],
  ])('that is too long is refused, its length %s', async (_, init) => {
    server.answer(async (request, response) => {
      await bodyOf(request).catch(() => {})
      response.end('taken')
    })
    const { ask, uses } = await room.openApp(server.url)
    expect(await codeOf(ask('/', { method: 'POST', ...init }))).toBe('request.too_large')
    expect((await uses()).every((it) => it.errors === 0)).toBe(true)
  })

  it.each(['/../secret', '/%2e%2e/secret', '/a/..%2f..%2fsecret', '/a%00', '/%5c..%5c'])('to %s goes nowhere', async (path) => {
    server.answer((_request, response) => void response.end())
    const { caller } = await room.openApp(`${server.url}/v2`)
    // Fetch would tidy the path up before it is sent.
    expect(await sent(`${room.house.address}/api/v1/apps/finder/run${path}`, caller.subject)).toBe(400)
    expect(server.asked).toEqual([])
  })

  it('needs a caller who may, an application that is there, and one that is on', async () => {
    const { ask, app, client, caller } = await room.openApp(server.url)
    expect(await codeOf(ask('/', { headers: { 'x-test-caller': 'nobody' } }))).toBe('request.unauthenticated')
    const other = await room.openApp(server.url, {}, ['apps:read'])
    expect(await codeOf(other.ask('/'))).toBe('request.forbidden')
    const elsewhere = fetch(`${room.house.address}/api/v1/apps/nothing/run/x`, { headers: { 'x-test-caller': caller.subject } })
    expect(await codeOf(elsewhere)).toBe('apps.not_found')
    await client.updateApp({ appId: app.id, enabled: false })
    expect(await codeOf(ask('/'))).toBe('apps.disabled')
  })
})

it('goes by shares, and to a named version for those who may change it', async () => {
  const second = await openAppServer()
  second.answer((_request, response) => void response.end('second'))
  server.answer((_request, response) => void response.end('first'))
  const { ask, app, client, caller, uses } = await room.openApp(server.url)
  const { id: versionId } = await client.registerVersion({ appId: app.id, name: 'दो', url: second.url })
  await client.shareTraffic({ appId: app.id, versionId, percent: 50 })
  room.forget(caller.tenantId!)
  const answers = await Promise.all(Array.from({ length: 60 }, async (_, at) => (await ask('/', { headers: { 'x-app-session': `s${at}` } })).text()))
  expect(new Set(answers)).toEqual(new Set(['first', 'second']))
  const again = await Promise.all(Array.from({ length: 60 }, async (_, at) => (await ask('/', { headers: { 'x-app-session': `s${at}` } })).text()))
  expect(again).toEqual(answers)
  expect((await uses()).reduce((sum, it) => sum + it.requests, 0)).toBe(120)
  await client.activateVersion({ appId: app.id, versionId })
  await client.rollBack({ appId: app.id })
  room.forget(caller.tenantId!)
  expect(await (await ask('/')).text()).toBe('first')
  const named = await ask('/', { headers: { 'x-app-version': encodeURIComponent('दो') } })
  expect([await named.text(), decodeURIComponent(named.headers.get('myna-version')!)]).toEqual(['second', 'दो'])
  expect(await codeOf(ask('/', { headers: { 'x-app-version': '9' } }))).toBe('apps.version_not_found')
  await second.close()
})

it('of an organisation is nobody else’s', async () => {
  server.answer((_request, response) => void response.end('mine'))
  const mine = await room.openApp(server.url)
  const theirs = await room.openApp('http://127.0.0.1:1')
  expect(await (await mine.ask('/')).text()).toBe('mine')
  expect(await codeOf(theirs.ask('/'))).toBe('apps.unreachable')
})
