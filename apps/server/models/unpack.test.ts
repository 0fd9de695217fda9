import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { bzip2Program } from '#models/bunzip.ts'
import { tarGz } from '#models/test/archives.ts'
import { ModelTrouble } from '#models/trouble.ts'
import { unpack } from '#models/unpack.ts'

const place = mkdtempSync(join(tmpdir(), 'myna-unpack-'))
afterAll(() => rmSync(place, { recursive: true }))
const limits = { bytes: 1_000_000, files: 100 }
let count = 0

async function unpacked(archive: Buffer, format: 'tar.gz' | 'tar.bz2' = 'tar.gz', within = limits, program?: string) {
  const folder = join(place, String(++count), 'model')
  const file = join(place, `${count}.archive`)
  writeFileSync(file, archive)
  return { folder, files: await unpack(file, format, folder, within, { program }) }
}

describe('unpacking an archive', () => {
  it('takes off its top folder, and tells each file with its checksum', async () => {
    const { folder, files } = await unpacked(
      await tarGz([{ name: 'top/', type: 'directory' }, 'top/model.onnx', './top/data/deep/words.txt', 'top/._model.onnx']),
    )
    expect(files.map((it) => it.path)).toEqual(['model.onnx', 'data/deep/words.txt'])
    expect(readFileSync(join(folder, 'data/deep/words.txt'), 'utf8')).toBe('./top/data/deep/words.txt')
    expect(files[0]).toMatchObject({ bytes: 14, sha256: createHash('sha256').update('top/model.onnx').digest('hex') })
  })

  it.each([
    ['a name that climbs out', ['top/../../evil']],
    ['a name that climbs within', ['top/a/../b']],
    ['a name of the machine', ['/etc/evil']],
    ['a name of another system', ['top/C:\\evil']],
    ['a soft link', [{ name: 'top/link', type: 'symlink' as const, linkname: '/etc/passwd' }]],
    ['a hard link', ['top/a', { name: 'top/b', type: 'link' as const, linkname: 'top/a' }]],
    ['a device', [{ name: 'top/null', type: 'character-device' as const }]],
    ['the same file twice', ['top/a', 'top/A']],
    ['a file where a folder is', ['top/a', 'top/a/b']],
    ['nothing', [{ name: 'top/', type: 'directory' as const }]],
  ])('refuses %s', async (_what, entries) => {
    const before = readdirSync(place).length
    await expect(unpacked(await tarGz(entries))).rejects.toBeInstanceOf(ModelTrouble)
    expect(readdirSync(place).length - before).toBeLessThanOrEqual(2)
    expect(existsSync(join(place, 'evil'))).toBe(false)
  })

  it('refuses more bytes or files than it may have, however small the archive', async () => {
    await expect(unpacked(await tarGz([{ name: 'top/big', content: Buffer.alloc(1_000_001) }]))).rejects.toThrow(/more than 1000000 bytes/)
    await expect(unpacked(await tarGz(Array.from({ length: 101 }, (_, at) => `top/${at}`)))).rejects.toThrow(/more than 100 files/)
    const many = await tarGz(Array.from({ length: 6000 }, (_, at) => ({ name: `top/${at}/`, type: 'directory' as const })))
    await expect(unpacked(many)).rejects.toThrow(/far more than it should/)
  })

  it('refuses what is no archive', async () => {
    await expect(unpacked(Buffer.from('this is a page of a web server'))).rejects.toBeInstanceOf(ModelTrouble)
    await expect(unpacked(Buffer.alloc(0))).rejects.toBeInstanceOf(ModelTrouble)
    await expect(unpacked(gzipSync('not a tar'.repeat(200)))).rejects.toBeInstanceOf(ModelTrouble)
  })

  it('refuses an archive that is cut off anywhere', async () => {
    const whole = await tarGz(['top/a', { name: 'top/b', content: Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 251)) }])
    for (const part of [20, 200, whole.length - 9]) await expect(unpacked(whole.subarray(0, part))).rejects.toBeInstanceOf(ModelTrouble)
  })

  describe.skipIf(bzip2Program === undefined).each([
    ['here', undefined],
    ['by the program of the machine', bzip2Program],
  ])(`packed by bzip2, %s${bzip2Program === undefined ? ' (skipped: install bzip2)' : ''}`, (_where, program) => {
    const bzip2 = (tar: Buffer) => execFileSync(bzip2Program!, ['-c'], { input: tar, maxBuffer: 2 ** 30 })
    const bunzipped = (archive: Buffer, within = limits) => unpacked(archive, 'tar.bz2', within, program)

    it('gives the same files', async () => {
      const content = Buffer.from(Uint32Array.from({ length: 150_000 }, (_, at) => Math.imul(at, 2_654_435_761)).buffer)
      const { folder, files } = await bunzipped(bzip2(gunzipSync(await tarGz([{ name: 'top/model.onnx', content }, 'top/tokens.txt']))))
      expect(files.map((it) => [it.path, it.bytes])).toEqual([
        ['model.onnx', 600_000],
        ['tokens.txt', 14],
      ])
      expect(readFileSync(join(folder, 'model.onnx')).equals(content)).toBe(true)
    })

    it('refuses what is no bzip2', async () => {
      await expect(bunzipped(Buffer.from('this is a page of a web server'))).rejects.toBeInstanceOf(ModelTrouble)
      await expect(bunzipped(Buffer.alloc(0))).rejects.toBeInstanceOf(ModelTrouble)
    })

    it('refuses a cut or changed archive', async () => {
      const whole = bzip2(gunzipSync(await tarGz([{ name: 'top/a', content: Buffer.from(Array.from({ length: 90_000 }, (_, at) => (at * 7919) % 251)) }])))
      await expect(bunzipped(whole.subarray(0, whole.length / 2))).rejects.toBeInstanceOf(ModelTrouble)
      const changed = Buffer.from(whole)
      changed[whole.length >> 1]! ^= 0xff
      await expect(bunzipped(changed)).rejects.toBeInstanceOf(ModelTrouble)
    })

    it('is refused when a few bytes stand for far too many', async () => {
      const bomb = bzip2(Buffer.alloc(20_000_000))
      expect(bomb.length).toBeLessThan(1000)
      await expect(bunzipped(bomb)).rejects.toBeInstanceOf(ModelTrouble)
    })
  })
})
