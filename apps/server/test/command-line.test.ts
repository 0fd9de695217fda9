import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createLog, openDatabase } from '@myna/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBakery } from '#test/bakery.ts'
import { runMyna, serveMyna } from '#test/myna.ts'
import { openPlace, type Place } from '#test/place.ts'

type Line = Record<string, unknown>
const linesOf = (out: string): Line[] =>
  out
    .trimEnd()
    .split('\n')
    .map((it) => JSON.parse(it) as Line)

let place: Place
let bakery: Awaited<ReturnType<typeof openBakery>>
let server: Awaited<ReturnType<typeof serveMyna>>
let agentId: string
const myna = (args: string[], input?: string) => runMyna(args, { ...place.env, MYNA_URL: server.url }, input)

beforeAll(async () => {
  place = await openPlace()
  bakery = await openBakery()
  server = await serveMyna(place.env)
})
afterAll(async () => {
  await server?.stop('SIGKILL')
  await bakery.close()
  await place.close()
})

describe('the command line beside its server', { timeout: 60_000 }, () => {
  it('builds an agent, says how it goes, and ends with its id', async () => {
    const { code, out, err } = await myna(['agents', 'create', '--url', bakery.url, '--wait', '--json'])
    expect([code, err]).toEqual([0, ''])
    const lines = linesOf(out)
    const last = lines.at(-1)!
    expect(last).toMatchObject({ agentId: expect.stringMatching(/^[0-9a-f-]{36}$/), creationId: expect.any(String), status: 'done', url: bakery.url })
    expect((last.steps as Line[]).map((it) => [it.step, it.status])).toEqual([
      ['crawl', 'done'],
      ['extract', 'done'],
      ['generate', 'done'],
      ['number', 'skipped'],
      ['deploy', 'done'],
    ])
    expect(lines.slice(0, -1).map((it) => it.sentence)).toEqual(expect.arrayContaining(['Read 5 pages.', 'The agent is ready. Talk to it.']))
    agentId = last.agentId as string
    const listed = await myna(['agents', 'list', '--json'])
    expect(linesOf(listed.out)).toEqual([{ agentId, name: 'Corner Bakery', status: 'live', website: bakery.url }])
  })

  it('probes an agent by a call, and says by its exit code whether it answers in time', async () => {
    const { code, out } = await myna(['probe', '--agent', agentId, '--say', 'How much is a loaf of rye?', '--silent', '--json'])
    expect(out).toContain('"sentence":"Connected in ')
    expect([code, JSON.parse(out)]).toMatchObject([0, { passed: true, callId: expect.any(String), answerMs: expect.any(Number), soundMs: null }])
    expect((await myna(['probe', '--agent', agentId, '--say', 'How much is a loaf of rye?', '--silent', '--within', '0.001'])).code).toBe(1)
    expect((await myna(['probe', '--agent', agentId, '--say', 'Who painted the ceiling of the chapel?', '--silent'])).out).toContain('does not know')
    expect((await myna(['probe', '--agent', '0199a000-0000-7000-8000-000000000000', '--silent'])).code).toBe(1)
    expect((await myna(['probe', '--agent', agentId, '--timeout', 'soon'])).code).toBe(2)
  })

  it('says by its exit code that an agent could not be built', async () => {
    const { code, out } = await myna(['agents', 'create', '--url', `${bakery.url}nothing`, '--wait', '--json'])
    expect(code).toBe(1)
    const last = linesOf(out).at(-1)!
    expect(last).toMatchObject({ status: 'failed', agentId: expect.any(String) })
    expect((last.steps as Line[])[0]).toMatchObject({ step: 'crawl', status: 'failed', fault: 'knowledge.site_not_found' })
    const refused = await myna(['agents', 'create', '--url', 'http://10.0.0.1/', '--json'])
    expect([refused.code, refused.out]).toEqual([1, ''])
    expect(refused.err).toMatch(/^This address leads into a private network\. .+ \[request [\w-]+\]\n$/)
  })

  it('asks one question', async () => {
    const { code, out } = await myna(['ask', '--agent', agentId, 'How much is a loaf of rye?'])
    expect(code).toBe(0)
    expect(out).toMatch(/180/)
    expect(out).toContain(`(${bakery.url}prices)`)
    const asked = await myna(['ask', '--agent', agentId, '--json', 'How', 'much', 'is', 'delivery?'])
    expect(linesOf(asked.out)[0]).toMatchObject({
      question: 'How much is delivery?',
      answer: expect.stringMatching(/40/),
      refused: false,
      sources: [{ url: `${bakery.url}delivery` }],
    })
  })

  it('asks a file of questions, and keeps their order and ids', async () => {
    const file = join(place.folder, 'questions.jsonl')
    const questions = [
      { id: 'q1', question: 'How much is a loaf of sourdough?' },
      { id: 2, question: 'When was the bakery opened?' },
      { id: { nested: true }, question: 'Do you sell motorcycles?' },
      { id: 'q4', question: '' },
      { id: 'q5', question: 'x'.repeat(10_001) },
      { question: 'What is your phone number?' },
    ]
    writeFileSync(file, `\uFEFF${questions.map((it) => JSON.stringify(it)).join('\r\n')}\n\nnot json\n{"id":"q8"}\n`)
    const { code, out } = await myna(['ask', '--agent', agentId, '--file', file, '--json'])
    expect(code).toBe(1)
    const answers = linesOf(out)
    expect(answers.map((it) => it.id)).toEqual(['q1', 2, { nested: true }, 'q4', 'q5', null, null, null])
    expect(answers[0]).toMatchObject({ answer: expect.stringMatching(/240/), refused: false, confidence: expect.any(Number), language: 'en' })
    expect(answers[1]).toMatchObject({ answer: expect.stringMatching(/1998/) })
    expect(answers[2]).toMatchObject({ refused: true })
    expect(answers[4]).toMatchObject({ answer: '', error: expect.any(String) })
    expect(answers[5]).toMatchObject({ answer: expect.stringMatching(/4123/) })
    for (const it of answers.slice(6)) expect(it).toMatchObject({ error: expect.stringContaining('not a JSON object') })
    const piped = await myna(['ask', '--agent', agentId, '--file', '-'], `${JSON.stringify(questions[0])}\n`)
    expect([piped.code, linesOf(piped.out).map((it) => it.id)]).toEqual([0, ['q1']])
  })

  it('looks at the installation', async () => {
    const { code, out } = await myna(['doctor', '--json'])
    const { findings } = JSON.parse(out) as { findings: { what: string; state: string; sentence: string }[] }
    expect(code).toBe(findings.some((it) => it.state === 'bad') ? 1 : 0)
    expect(findings.map((it) => it.what)).toEqual(expect.arrayContaining(['Node.js', 'Data folder', 'Secrets', 'Server', 'Audit chain']))
    expect(findings.find((it) => it.what === 'Server')).toMatchObject({ state: 'well', sentence: `${server.url} is ready.` })
    expect(findings.find((it) => it.what === 'Audit chain')).toMatchObject({ state: 'well', sentence: expect.stringMatching(/^\d+ entries, intact\.$/) })
  })

  it('verifies the audit log', async () => {
    const { code, out } = await myna(['audit', 'verify', '--json'])
    expect([code, JSON.parse(out)]).toEqual([0, { intact: true, entries: expect.any(Number), problems: [] }])
    const exported = linesOf((await myna(['audit', 'export'])).out)
    expect(exported.map((it) => it.sequence)).toEqual(exported.map((_, index) => index + 1))
    expect(exported.map((it) => it.action)).toEqual(expect.arrayContaining(['create-agent', 'publish-agent', 'add-source', 'read-source']))
    expect(exported.find((it) => it.action === 'create-agent')).toMatchObject({ actor: 'operator', actorName: 'Operator' })
  })

  it('tells wrong use from trouble by its exit code, in one sentence', async () => {
    const cases: [string[], number, RegExp][] = [
      [['bake'], 2, /^There is no command "bake"\. "myna help" lists those there are\.\n$/],
      [['toString'], 2, /^There is no command "toString"/],
      [['agents'], 2, /^Usage: myna agents create/],
      [['agents', 'list', '--colour'], 2, /^Unknown option '--colour'/],
      [['ask', '--agent', agentId, '--file', '/nowhere.jsonl'], 2, /^There is no file \/nowhere\.jsonl\.\n$/],
      [['ask', '--agent', 'nonsense', 'Hello?'], 1, /^The request does not fit its contract\. \(agentId: /],
      [['ask', '--agent', '0190c0de-0000-7000-8000-000000000001', 'Hello?'], 1, /^There is no such agent\. \[request /],
    ]
    await Promise.all(
      cases.map(async ([args, code, err]) => {
        const it = await myna(args)
        expect([args, it.code, it.out]).toEqual([args, code, ''])
        expect(it.err).toMatch(err)
      }),
    )
    const away = await runMyna(['agents', 'list'], { ...place.env, MYNA_URL: 'http://127.0.0.1:9' })
    expect([away.code, away.err]).toEqual([3, 'Nothing answers at http://127.0.0.1:9. Start Myna there, or set MYNA_URL to where it runs.\n'])
    const stranger = await runMyna(['agents', 'list'], { ...place.env, MYNA_URL: server.url, MYNA_API_KEY: 'myna_wrong' })
    expect([stranger.code, stranger.err]).toEqual([4, expect.stringMatching(/^Please sign in\./)])
    const misled = await runMyna(['agents', 'list'], { ...place.env, PORT: 'x', MYNA_NOPE: '1' })
    expect([misled.code, misled.err.trimEnd().split('\n').length]).toEqual([4, 2])
  })

  it('helps with every command', async () => {
    const { code, out } = await myna(['help'])
    expect(code).toBe(0)
    for (const it of ['serve', 'migrate', 'agents', 'ask', 'audit', 'login', 'doctor', 'openapi', 'MYNA_DATA', 'PORT']) expect(out).toContain(`\n  ${it} `)
    expect((await myna(['ask', '--help'])).out).toMatch(/^Usage: myna ask/)
  })

  it('compares the OpenAPI document with the contracts', async () => {
    const { code, out } = await myna(['openapi', '--check'])
    expect(out).toMatch(
      code === 0 ? /^docs\/openapi\.json is up to date\.\n$/ : /^docs\/openapi\.json differs from the contracts\. Run "npm run openapi" and commit it\.\n$/,
    )
  })
})

describe('a start that cannot be', { timeout: 60_000 }, () => {
  const refused = async (env: Record<string, string>, ...args: string[]) => {
    const { code, out, err } = await runMyna(['serve', ...args], { ...place.env, MYNA_DATA: join(place.folder, 'other'), ...env })
    expect([code, out, err.trimEnd().split('\n').length]).toEqual([4, '', 1])
    return err
  }

  it('says that the port is taken', async () => {
    const taken = createServer()
    await new Promise<void>((done) => taken.listen(0, 'localhost', done))
    const { port } = taken.address() as AddressInfo
    expect(await refused({ PORT: String(port) })).toBe(`Port ${port} is taken by another program. Stop it, or set PORT to another one.\n`)
    await new Promise((done) => taken.close(done))
  })

  it.skipIf(process.env.MYNA_TEST_DATABASE_URL)('says that another Myna has the data folder', async () => {
    expect(await refused({ MYNA_DATA: place.data })).toMatch(/^The data folder .+ is in use by another Myna \(process \d+ on .+\)\. Stop it first/)
  })

  it('says that the data folder cannot be made or written', async () => {
    expect(await refused({ MYNA_DATA: '/proc/myna/data' })).toMatch(/^The data folder \/proc\/myna\/data cannot be made: \w+\. Set MYNA_DATA/)
    const file = join(place.folder, 'file')
    writeFileSync(file, '')
    expect(await refused({ MYNA_DATA: file })).toMatch(/^The data folder .+ cannot be made: ENOTDIR\./)
    if (process.getuid?.() === 0) return
    mkdirSync(join(place.folder, 'closed'), { mode: 0o500 })
    expect(await refused({ MYNA_DATA: join(place.folder, 'closed') })).toMatch(/^The data folder .+ cannot be written\./)
  })

  it('says what is wrong with the target or what it lacks', async () => {
    expect(await refused({ MYNA_TARGET: 'talk' })).toMatch(/^calls needs agents, which is neither started here nor has an address\./)
    expect(await refused({ MYNA_ADDRESSES: 'speech=http://10.0.0.1' })).toBe('MYNA_ADDRESSES names "speech", which is no service.\n')
    expect(await refused({ MYNA_ADDRESSES: 'identity=http://10.0.0.1', DATABASE_URL: '' }, '--target=edge')).toMatch(
      /^Services in several processes need a PostgreSQL server: set DATABASE_URL\./,
    )
  })

  it('says that the database server does not answer, and keeps its password', async () => {
    const err = await refused({ DATABASE_URL: 'postgres://myna:hunter2@127.0.0.1:9/myna' })
    expect(err).toMatch(/^The PostgreSQL server 127\.0\.0\.1:9\/myna cannot be used: .+ Check DATABASE_URL\.\n$/)
    expect(err).not.toContain('hunter2')
  })
})

describe('a server told to stop', { timeout: 90_000 }, () => {
  it('ends with 0 and loses no work; what is done to its log meanwhile is found', async () => {
    bakery.hold('/about')
    const api = place.operator(server.url)
    const { id: creationId } = await api.agents.createFromWebsite({ url: `${bakery.url}about`, name: 'Late' })
    const stopped = server.stop()
    bakery.release('/about')
    expect(await stopped).toMatchObject({ code: 0, signal: null, err: '' })
    expect(server.said.out).toMatch(/Stopping; work in hand is being finished\.\n$/)

    const database = await openDatabase({ url: place.databaseUrl, dataDir: place.data, log: createLog({ level: 'silent' }) })
    await database.pool.query(`update audit.entries set actor_name = 'Nobody' where sequence = 2`)
    await database.close()

    server = await serveMyna(place.env)
    let status = 'running'
    for await (const { data } of place.operator(server.url).agents.watchCreation({ creationId })) status = data.creation.status
    expect(status).toBe('done')
    const { code, out } = await myna(['audit', 'verify'])
    expect([code, out]).toEqual([1, 'Not intact:\n  Entry 2 no longer says what was signed.\n'])
    expect((await myna(['doctor'])).code).toBe(1)
    expect(existsSync(join(place.data, 'audit-anchors'))).toBe(true)
  })
})
