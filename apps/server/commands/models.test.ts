import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createSherpaRecognition } from '@myna/local-models-sherpa'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { installListener } from '../../../adapters/local-models/sherpa/test/toys.ts'
import { readCatalogue } from '#models/catalogue.ts'
import { openFileServer } from '#models/test/file-server.ts'
import { runMyna } from '#test/myna.ts'

const body = Buffer.from('not much of a model')
const sha256 = createHash('sha256').update(body).digest('hex')

describe('the models of a machine, from the command line', { timeout: 60_000 }, () => {
  let server: Awaited<ReturnType<typeof openFileServer>>
  let folder: string
  let catalogue: string
  const models = (...args: string[]) =>
    runMyna(['models', ...args, ...(['list', 'pull'].includes(args[0]!) ? ['--catalogue', catalogue] : [])], {
      PATH: process.env.PATH ?? '',
      MYNA_DATA: folder,
    })

  beforeAll(async () => {
    server = await openFileServer()
    folder = mkdtempSync(join(tmpdir(), 'myna-models-'))
    catalogue = join(folder, 'catalogue.json')
    const model = (name: string, checksum: string | null) => ({
      name,
      kind: 'recognition',
      languages: ['en'],
      licence: 'none',
      purpose: 'A toy.',
      source: 'https://example.com/toy',
      parts: [{ urls: [server.put('/model.onnx', { body })], bytes: body.length, sha256: checksum, path: 'model.onnx' }],
      engine: { library: 'sherpa-onnx', as: 'streaming-recognition', family: 'nemoCtc', files: { model: 'model.onnx' } },
    })
    writeFileSync(catalogue, JSON.stringify({ version: 1, models: [model('toy', sha256), model('unsure', null)] }))
  })
  afterAll(async () => {
    await server.close()
    rmSync(folder, { recursive: true })
  })

  it('are listed, pulled, verified and removed', async () => {
    const listed = await models('list', '--json')
    const rows = listed.out
      .trimEnd()
      .split('\n')
      .map((it) => JSON.parse(it) as { name: string; state: string })
    expect(rows.slice(0, 2)).toMatchObject([
      { name: 'toy', state: 'not here', kind: 'recognition', languages: ['en'], bytes: body.length, licence: 'none' },
      { name: 'unsure', state: 'not here' },
    ])
    expect(rows.length).toBe(2 + (await readCatalogue()).length)

    const pulled = await models('pull', 'toy', '--json')
    expect([pulled.code, JSON.parse(pulled.out)]).toEqual([
      0,
      { name: 'toy', state: 'here', changed: true, origins: [{ from: `${server.url}/model.onnx`, sha256, vouchedBy: 'catalogue' }] },
    ])
    expect(pulled.err).toMatch(/^toy: A toy\. Licence: none\. Source: https:\/\/example\.com\/toy\nDownloading model\.onnx: 0\.0 MB of 0\.0 MB \(100 %\)\n$/)
    expect((await models('pull', 'toy')).out).toBe('toy is here already. "myna models verify toy" looks at its files.\n')
    expect((await models('list')).out).toMatch(/^toy +here /)
    expect(await models('verify')).toMatchObject({ code: 0, out: 'toy is intact.\n' })

    writeFileSync(join(folder, 'models', 'toy', 'model.onnx'), 'NOT much of a model')
    const verified = await models('verify', 'toy', '--json')
    expect([verified.code, JSON.parse(verified.out)]).toEqual([
      1,
      { name: 'toy', intact: false, problems: ['model.onnx is not as it was: its checksum differs.'] },
    ])
    expect(await models('remove', 'toy')).toMatchObject({ code: 0, out: 'toy is gone.\n' })
    expect(existsSync(join(folder, 'models', 'toy'))).toBe(false)
    expect(await models('remove', 'toy')).toMatchObject({ code: 1, err: 'There is no model toy here.\n' })
  })

  it('say what they need when nobody knows a checksum', async () => {
    const refused = await models('pull', 'unsure')
    expect([refused.code, refused.out]).toEqual([2, ''])
    expect(refused.err).toContain('Give it with --sha256, or take what comes and keep its checksum with --trust-first.')
    const taken = await models('pull', 'unsure', '--trust-first')
    expect([taken.code, taken.err.split('\n').at(-2)]).toEqual([0, `Nobody vouches for ${server.url}/model.onnx; its checksum is ${sha256}.`])
  })

  it('go on after a pull was killed, which shows nothing half', async () => {
    const part = join(folder, 'models', '.downloads', 'toy.0.part')
    server.put('/model.onnx', { body, stallAfter: 7, stalls: 1 })
    const main = fileURLToPath(new URL('../main.ts', import.meta.url))
    const killed = spawn(process.execPath, [main, 'models', 'pull', 'toy', '--catalogue', catalogue], { env: { MYNA_DATA: folder }, stdio: 'ignore' })
    for (let look = 0; look < 400 && !(existsSync(part) && statSync(part).size === 7); look++) await sleep(25)
    killed.kill('SIGKILL')
    await once(killed, 'exit')
    expect(existsSync(join(folder, 'models', 'toy'))).toBe(false)
    server.requests.length = 0
    expect((await models('pull', 'toy')).code).toBe(0)
    expect(server.requests.map((it) => it.range)).toEqual(['bytes=7-'])
    expect(await models('verify', 'toy')).toMatchObject({ code: 0 })
    expect(readdirSync(join(folder, 'models', '.downloads'))).toEqual([])
    await models('remove', 'toy')
  })

  it('are what the engine takes up, as they come from the catalogue', async () => {
    const made = join(folder, 'made')
    installListener(made, 'ears')
    const file = (name: string) => readFileSync(join(made, 'ears', name))
    const parts = ['model.onnx', 'tokens.txt'].map((path) => ({
      urls: [server.put(`/ears/${path}`, { body: file(path) })],
      bytes: file(path).length,
      sha256: createHash('sha256').update(file(path)).digest('hex'),
      path,
    }))
    const engine = { library: 'sherpa-onnx', as: 'streaming-recognition', family: 'nemoCtc', files: { model: 'model.onnx', tokens: 'tokens.txt' } }
    const model = {
      name: 'ears',
      kind: 'recognition',
      languages: ['bn'],
      licence: 'none',
      purpose: 'A toy.',
      source: 'https://example.com/ears',
      parts,
      engine,
    }
    const own = join(made, 'catalogue.json')
    writeFileSync(own, JSON.stringify({ version: 1, models: [model] }))
    const data = join(folder, 'data')
    mkdirSync(data)
    const recogniser = createSherpaRecognition({ folder: join(data, 'models') })
    expect(recogniser.languages).toEqual([])
    const { code, err } = await runMyna(['models', 'pull', 'ears', '--catalogue', own], { PATH: process.env.PATH ?? '', MYNA_DATA: data })
    expect([code, err]).toEqual([0, expect.any(String)])
    expect([recogniser.languages, await recogniser.available()]).toEqual([
      ['bn'],
      { available: true, sentence: 'sherpa-onnx understands Bengali on this machine, without a key (ears).' },
    ])
    const stream = await recogniser.listen({ languages: ['bn'], format: 'pcm-16k', phrases: [] }, new AbortController().signal)
    stream.close()
    await recogniser.close()
  })

  it('tell wrong use, what fails and what cannot be reached by the exit code', async () => {
    expect(await models()).toMatchObject({ code: 2, err: expect.stringMatching(/^Usage: myna models list/) })
    expect(await models('pull', 'nonsense')).toMatchObject({ code: 2, err: 'The catalogue has no model nonsense. "myna models list" shows those it has.\n' })
    expect(await models('pull', 'toy', '--sha256', 'short')).toMatchObject({ code: 2, err: '--sha256 takes 64 hexadecimal digits.\n' })
    expect(await models('verify', 'nonsense')).toMatchObject({ code: 2 })
    server.put('/model.onnx', { body: Buffer.from('wrong much of model') })
    expect(await models('pull', 'toy')).toMatchObject({ code: 1, out: '', err: expect.stringContaining('has the wrong checksum') })
    writeFileSync(catalogue, '{"version":1,"models":[{"name":"Toy!"}]}')
    expect(await models('list')).toMatchObject({ code: 2, err: expect.stringContaining('is not in order: models.0.name') })
  })
})

describe('the catalogue of the release', () => {
  it('is in order, each model once, with what its engine needs', async () => {
    const entries = await readCatalogue()
    expect(new Set(entries.map((it) => it.name)).size).toBe(entries.length)
    for (const { name, parts, engine, voices = [] } of entries) {
      expect(new Set(voices.map((it) => it.id)).size, name).toBe(voices.length)
      const paths = parts.map((it) => it.path)
      if (parts.every((it) => it.path !== undefined)) for (const path of Object.values(engine.files)) expect(paths, name).toContain(path)
    }
  })
})
