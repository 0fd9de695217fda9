import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CatalogueEntry, CataloguePart } from '#models/catalogue.ts'
import { pull, type PullOptions } from '#models/pull.ts'
import { openShelf } from '#models/shelf.ts'
import { tarGz } from '#models/test/archives.ts'
import { openFileServer, type Served } from '#models/test/file-server.ts'
import { ModelTrouble } from '#models/trouble.ts'

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const body = Buffer.from(Uint32Array.from({ length: 75_000 }, (_, at) => Math.imul(at, 2_654_435_761)).buffer)
const patience = { stallMs: 20_000, tries: 4, pauseMs: 1 }

let server: Awaited<ReturnType<typeof openFileServer>>
let folder: string
beforeAll(async () => void (server = await openFileServer()))
afterAll(() => server.close())
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'myna-models-'))
  server.requests.length = 0
})
afterEach(() => rmSync(folder, { recursive: true }))

const partOf = (url: string, it: Partial<CataloguePart> = {}): CataloguePart => ({
  urls: [url],
  bytes: body.length,
  sha256: sha256(body),
  path: 'model.onnx',
  ...it,
})
const entryOf = (...parts: CataloguePart[]): CatalogueEntry => ({
  name: 'toy',
  kind: 'recognition',
  languages: ['en'],
  licence: 'none',
  purpose: 'A toy.',
  source: 'https://example.com/toy',
  parts,
  engine: { library: 'sherpa-onnx', as: 'streaming-recognition', family: 'nemoCtc', files: { model: 'model.onnx' } },
})
const serve = (served: Partial<Served>, part: Partial<CataloguePart> = {}) => entryOf(partOf(server.put('/model.onnx', { body, ...served }), part))
const get = (entry: CatalogueEntry, options: PullOptions = {}) => pull(openShelf(folder), entry, { patience, ...options })
const model = () => join(folder, 'models', 'toy')
const left = () => readdirSync(join(folder, 'models', '.downloads'))
const isThere = () => existsSync(model())
const isWhole = async () => {
  const [only, ...others] = await openShelf(folder).list()
  return others.length === 0 && only?.manifest !== undefined && (await openShelf(folder).verify(only.manifest)).length === 0
}

describe('pulling a model', () => {
  it('puts its files, checked, and a manifest that tells them', async () => {
    const manifest = await get(serve({}))
    expect(manifest.files).toEqual([{ path: 'model.onnx', bytes: body.length, sha256: sha256(body) }])
    expect(manifest.origins).toEqual([{ from: `${server.url}/model.onnx`, sha256: sha256(body), vouchedBy: 'catalogue' }])
    expect([await isWhole(), left()]).toEqual([true, []])
  })

  it('unpacks an archive, follows a redirect, and puts parts together', async () => {
    const archive = await tarGz(['top/model.onnx', 'top/espeak-ng-data/phontab'])
    server.put('/toy.tar.gz', { body: archive })
    const entry = entryOf(
      { urls: [`${server.url}/moved/toy.tar.gz`], bytes: archive.length, sha256: sha256(archive), unpack: 'tar.gz' },
      partOf(server.put('/tokens.txt', { body }), { path: 'tokens.txt' }),
    )
    const manifest = await get({ ...entry, engine: { ...entry.engine, files: { model: 'model.onnx', tokens: 'tokens.txt', dataDir: 'espeak-ng-data' } } })
    expect(manifest.files.map((it) => it.path)).toEqual(['model.onnx', 'espeak-ng-data/phontab', 'tokens.txt'])
    expect(await isWhole()).toBe(true)
  })

  it('goes on where the connection was cut, again and again', async () => {
    await get(serve({ cutAfter: 50_000, cuts: 5 }))
    const starts = server.requests.map((it) => Number(it.range?.match(/^bytes=(\d+)-$/)?.[1] ?? 0))
    expect(starts.length).toBe(6)
    expect(starts).toEqual(starts.toSorted((a, b) => a - b))
    expect(starts.at(-1)).toBeGreaterThan(50_000)
    expect(await isWhole()).toBe(true)
  })

  it('gives up a server that never brings more, keeps the piece, and goes on from it at the next pull', async () => {
    const served: Partial<Served> = { cutAfter: 0, cuts: 100, body: body }
    const url = server.put('/model.onnx', { body, cutAfter: 70_000, cuts: 1, statuses: [] })
    await expect(get(entryOf(partOf(url)), { patience: { ...patience, tries: 1 } })).rejects.toThrow(/are kept; the same command goes on from there\.$/)
    expect([isThere(), left()]).toEqual([false, ['toy.0.part', 'toy.0.part.json']])
    server.put('/model.onnx', { body, ...served })
    await expect(get(entryOf(partOf(url)))).rejects.toBeInstanceOf(ModelTrouble)
    server.put('/model.onnx', { body })
    server.requests.length = 0
    await get(entryOf(partOf(url)))
    expect(server.requests.map((it) => it.range)).toEqual([expect.stringMatching(/^bytes=[1-9]\d*-$/)])
    expect(await isWhole()).toBe(true)
  })

  it.each<[string, Partial<Served>]>([
    ['stalls', { stallAfter: 90_000, stalls: 1 }],
    ['is busy at first', { statuses: [503, 429, 500] }],
    ['does not know ranges', { cutAfter: 50_000, cuts: 1, ignoresRange: true }],
    ['sends another range than asked for', { cutAfter: 50_000, cuts: 1, wrongRange: true }],
    ['has no tags', { cutAfter: 50_000, cuts: 2, withoutTag: true }],
  ])('comes to its end with a server that %s', async (_what, served) => {
    await get(serve(served), { patience: { ...patience, ...(served.stalls ? { stallMs: 300 } : {}) } })
    expect(await isWhole()).toBe(true)
  })

  it.each<[string, Partial<Served>, Partial<CataloguePart>, RegExp]>([
    ['sends wrong bytes', { body: Buffer.alloc(body.length, 7) }, {}, /has the wrong checksum: [0-9a-f]{64} instead of [0-9a-f]{64}\. It was deleted\.$/],
    ['has another file', { body: Buffer.alloc(5) }, {}, /has 5 bytes, and the catalogue says 300000/],
    ['says that it is longer', { claims: body.length + 5 }, {}, /has 300005 bytes, and the catalogue says 300000/],
    ['says that it is shorter', { claims: body.length - 5 }, {}, /has 299995 bytes, and the catalogue says 300000/],
    ['never ends', { endless: true }, {}, /sends more than the 300000 bytes it should have/],
    ['does not have it', { statuses: [404] }, {}, /the server answered with status 404\.$/],
    ['sends wrong bytes of unknown length', { body: Buffer.alloc(5) }, { bytes: null }, /has the wrong checksum/],
  ])('takes nothing from a server that %s', async (_what, served, part, message) => {
    await expect(get(serve(served, part))).rejects.toThrow(message)
    expect([isThere(), left()]).toEqual([false, []])
  })

  it('tries the next mirror', async () => {
    const bad = server.put('/bad.onnx', { body: Buffer.alloc(body.length, 7) })
    const manifest = await get(entryOf(partOf('', { urls: [bad, 'http://127.0.0.1:9/model.onnx', server.put('/good.onnx', { body })] })))
    expect(manifest.origins[0]!.from).toBe(`${server.url}/good.onnx`)
  })

  it('says that nothing answers', async () => {
    const error = await get(entryOf(partOf('http://127.0.0.1:9/model.onnx'))).catch((it: unknown) => it)
    expect(error).toMatchObject({ kind: 'unreachable', message: expect.stringContaining('could not be downloaded: fetch failed (') })
  })

  it('does not put an old piece before a new version', async () => {
    const url = server.put('/model.onnx', { body, cutAfter: 70_000, cuts: 1 })
    const unknown = entryOf(partOf(url, { bytes: null, sha256: null }))
    await expect(get(unknown, { trustFirst: true, patience: { ...patience, tries: 1 } })).rejects.toBeInstanceOf(ModelTrouble)
    const other = Buffer.from(body).reverse()
    server.put('/model.onnx', { body: other })
    await get(unknown, { trustFirst: true })
    expect(readFileSync(join(model(), 'model.onnx')).equals(other)).toBe(true)
  })

  it('asks for a checksum where none is known, and tells who vouches', async () => {
    const entry = serve({}, { sha256: null })
    await expect(get(entry)).rejects.toThrow(/Give it with --sha256, or take what comes and keep its checksum with --trust-first\.$/)
    await expect(get(serve({}), { given: sha256(body) })).rejects.toThrow(/leave --sha256 out/)
    await expect(get(entry, { given: '0'.repeat(64) })).rejects.toThrow(/wrong checksum/)
    expect((await get(entry, { given: sha256(body) })).origins[0]!.vouchedBy).toBe('operator')
    await openShelf(folder).remove('toy')
    expect((await get(entry, { trustFirst: true })).origins).toEqual([{ from: `${server.url}/model.onnx`, sha256: sha256(body), vouchedBy: 'nobody' }])
    const plain = entryOf(partOf('http://models.example.com/model.onnx', { sha256: null }))
    await expect(get(plain, { trustFirst: true })).rejects.toThrow(/is not encrypted/)
  })

  it('takes files that were brought here, and only the right ones', async () => {
    const file = join(folder, 'from-a-stick.onnx')
    writeFileSync(file, body)
    const entry = entryOf(partOf('http://127.0.0.1:9/model.onnx'))
    const manifest = await get(entry, { files: [file] })
    expect([manifest.origins[0]!.from, await isWhole(), existsSync(file)]).toEqual([file, true, true])
    await openShelf(folder).remove('toy')
    writeFileSync(file, Buffer.alloc(body.length))
    await expect(get(entry, { files: [file] })).rejects.toThrow(/^None of the files given is model\.onnx with the checksum/)
    await expect(get(entry, { files: [join(folder, 'nowhere')] })).rejects.toThrow(/^There is no file/)
    expect(isThere()).toBe(false)
  })

  it('refuses an archive that lacks what the engine needs', async () => {
    const archive = await tarGz(['top/other.onnx'])
    const url = server.put('/toy.tar.gz', { body: archive })
    const entry = entryOf({ urls: [url], bytes: null, sha256: sha256(archive), unpack: 'tar.gz' })
    await expect(get(entry)).rejects.toThrow(/There is no model\.onnx in what came for toy/)
    expect(isThere()).toBe(false)
  })

  it('works on a model in one process at a time, and forgets processes that were killed', async () => {
    const downloads = join(folder, 'models', '.downloads')
    mkdirSync(join(downloads, 'toy.new-1', 'half'), { recursive: true })
    const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'])
    writeFileSync(join(downloads, 'toy.lock'), String(other.pid))
    await expect(get(serve({}))).rejects.toThrow(/^Another process \(\d+\) is working on toy\./)
    other.kill('SIGKILL')
    await new Promise((resolve) => other.once('exit', resolve))
    await get(serve({}))
    expect([await isWhole(), left()]).toEqual([true, []])
  })

  const disk = join(tmpdir(), `myna-models-disk-${process.pid}`)
  const cannotMount = mountTrouble(disk)
  it.skipIf(cannotMount !== undefined)(`leaves nothing on a full disk${cannotMount ? ` (skipped: ${cannotMount})` : ''}`, async () => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=200k', 'tmpfs', disk])
    try {
      const shelf = openShelf(disk)
      await expect(pull(shelf, serve({}), { patience })).rejects.toThrow(/There is no room for toy/)
      await expect(pull(shelf, serve({}, { bytes: null }), { patience })).rejects.toThrow(/There is no room left while writing/)
      expect([readdirSync(shelf.folder), readdirSync(shelf.downloads)]).toEqual([['.downloads'], []])
    } finally {
      execFileSync('umount', [disk])
      rmSync(disk, { recursive: true })
    }
  })
})

describe('models that are there', () => {
  it('tell what is wrong with them', async () => {
    const manifest = await get(serve({}))
    const shelf = openShelf(folder)
    const changed = Buffer.from(body)
    changed[5]! ^= 1
    writeFileSync(join(model(), 'model.onnx'), changed)
    expect(await shelf.verify(manifest)).toEqual(['model.onnx is not as it was: its checksum differs.'])
    writeFileSync(join(model(), 'model.onnx'), 'short')
    expect(await shelf.verify(manifest)).toEqual(['model.onnx has 5 bytes instead of 300000.'])
    rmSync(join(model(), 'model.onnx'))
    expect(await shelf.verify(manifest)).toEqual(['model.onnx is missing.'])
  })

  it('are listed without a manifest when it does not fit', async () => {
    await get(serve({}))
    const manifest = join(model(), 'manifest.json')
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('"model.onnx"', '"../model.onnx"'))
    expect(await openShelf(folder).list()).toEqual([{ name: 'toy', manifest: undefined }])
  })

  it('go with all their pieces', async () => {
    await get(serve({}))
    writeFileSync(join(folder, 'models', '.downloads', 'toy.0.part'), 'half')
    const shelf = openShelf(folder)
    expect([await shelf.remove('toy'), await shelf.remove('toy'), left(), isThere()]).toEqual([true, false, [], false])
  })
})

/** Why a disk of its own cannot be made here, if so. */
function mountTrouble(disk: string): string | undefined {
  try {
    mkdirSync(disk, { recursive: true })
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=200k', 'tmpfs', disk], { stdio: 'ignore' })
    execFileSync('umount', [disk])
    return undefined
  } catch {
    return 'needs the right to mount'
  }
}
