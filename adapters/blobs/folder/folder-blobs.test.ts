import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { blobsConformance } from '@myna/ports/conformance/blobs'
import { PortFault } from '@myna/ports/fault'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFolderBlobs } from './folder-blobs.ts'

const newFolder = () => mkdtemp(join(tmpdir(), 'myna-blobs-'))
const gone = (folder: string) => rm(folder, { recursive: true, force: true })

blobsConformance('folder', async () => {
  const folder = await newFolder()
  return { store: createFolderBlobs(folder), close: () => gone(folder) }
})

describe('a folder of blobs', () => {
  let folder: string
  beforeEach(async () => void (folder = await newFolder()))
  afterEach(() => gone(folder))

  async function* text(it: string) {
    yield Buffer.from(it)
  }

  it('leaves no unfinished file behind, whether the write worked or broke', async () => {
    const store = createFolderBlobs(folder)
    await store.put('kept', text('x'))
    const breaking = (async function* () {
      yield Buffer.from('half')
      throw new Error('gone')
    })()
    await expect(store.put('lost', breaking)).rejects.toThrow('gone')
    expect(await readdir(join(folder, '.unfinished'))).toEqual([])
    expect(await readdir(folder)).toEqual(['.unfinished', 'kept'])
  })

  it('removes leftovers of interrupted writes after a day, and not the writes of others', async () => {
    await mkdir(join(folder, '.unfinished'))
    await writeFile(join(folder, '.unfinished', 'old'), 'x')
    await writeFile(join(folder, '.unfinished', 'fresh'), 'x')
    const dayAndMore = new Date(Date.now() - 25 * 60 * 60 * 1000)
    await utimes(join(folder, '.unfinished', 'old'), dayAndMore, dayAndMore)
    await createFolderBlobs(folder).put('a', text('x'))
    expect(await readdir(join(folder, '.unfinished'))).toEqual(['fresh'])
  })

  it('never lists unfinished writes', async () => {
    await mkdir(join(folder, '.unfinished'))
    await writeFile(join(folder, '.unfinished', 'half'), 'x')
    expect(await Array.fromAsync(createFolderBlobs(folder).list(''))).toEqual([])
  })

  it('lists nothing before the folder exists', async () => {
    expect(await Array.fromAsync(createFolderBlobs(join(folder, 'later')).list(''))).toEqual([])
  })

  it('keeps blobs from other users of the machine', async () => {
    await createFolderBlobs(folder).put('secret/blob', text('x'))
    expect((await stat(join(folder, 'secret', 'blob'))).mode & 0o077).toBe(0)
    expect((await stat(join(folder, 'secret'))).mode & 0o077).toBe(0)
  })

  it('removes folders that a delete left empty', async () => {
    const store = createFolderBlobs(folder)
    await store.put('a/b/c', text('x'))
    await store.put('a/d', text('x'))
    await store.delete('a/b/c')
    expect(await readdir(join(folder, 'a'))).toEqual(['d'])
  })

  it('says in a sentence that a name lies below another blob', async () => {
    const store = createFolderBlobs(folder)
    await store.put('a', text('x'))
    await expect(store.put('a/b', text('x'))).rejects.toThrow(/is a blob already/)
  })

  it('leaves whole blobs or none when the writer is killed', async () => {
    const writer = spawn(process.execPath, [join(import.meta.dirname, 'test', 'writer.ts'), folder], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(writer.stdout, 'data')
    for (let round = 0; round < 20; round++) await once(writer.stdout, 'data')
    writer.kill('SIGKILL')
    await once(writer, 'exit')
    const blobs = await Array.fromAsync(createFolderBlobs(folder).list(''))
    expect(blobs.length).toBeGreaterThan(0)
    for (const blob of blobs) {
      const bytes = await readFile(join(folder, blob.name))
      expect(bytes.length).toBe(200_000)
      expect(new Set(bytes).size).toBe(1)
    }
  })

  it('says that the disk is full and keeps the old blob', async ({ skip }) => {
    const mount = smallDisk()
    if (mount === undefined) return skip('no small file system can be mounted here')
    try {
      const store = createFolderBlobs(join(mount, 'blobs'))
      await store.put('a', text('old'))
      const huge = (async function* () {
        for (let i = 0; i < 64; i++) yield new Uint8Array(65_536)
      })()
      const error = await store.put('a', huge).catch((it: unknown) => it)
      expect(error).toBeInstanceOf(PortFault)
      expect((error as PortFault).message).toMatch(/^The disk is full/)
      expect((error as PortFault).retryable).toBe(true)
      expect(await readFile(join(mount, 'blobs', 'a'), 'utf8')).toBe('old')
      expect(await readdir(join(mount, 'blobs', '.unfinished'))).toEqual([])
    } finally {
      execFileSync('umount', [mount])
      await gone(mount)
    }
  })
})

/** A file system of one megabyte, where this user may mount one. */
function smallDisk(): string | undefined {
  try {
    const mount = execFileSync('mktemp', ['-d'], { encoding: 'utf8' }).trim()
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', mount], { stdio: 'ignore' })
    return mount
  } catch {
    return undefined
  }
}
