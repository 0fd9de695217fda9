import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BlobStore } from '../blobs.ts'
import { PortFault } from '../fault.ts'

/** Registers the tests every blob store must pass; `open` gives an empty store, `close` ends it. */
export function blobsConformance(name: string, open: () => Promise<{ store: BlobStore; close(): Promise<void> }>): void {
  describe(`${name} keeps blobs as the port says`, () => {
    let opened: Awaited<ReturnType<typeof open>>
    let store: BlobStore
    beforeAll(async () => {
      opened = await open()
      store = opened.store
    })
    afterAll(() => opened.close())

    it('gives back what was put, byte for byte, with its length', async () => {
      const bytes = Uint8Array.from({ length: 300_000 }, (_, at) => (at * 31) % 251)
      expect(await store.put('a/round-trip.bin', inPieces(bytes, 70_001))).toEqual({ bytes: bytes.length })
      const blob = await store.get('a/round-trip.bin')
      expect(blob?.bytes).toBe(bytes.length)
      expect(Buffer.compare(await whole(blob!.body), bytes)).toBe(0)
    })

    it('keeps an empty blob', async () => {
      await store.put('a/empty', inPieces(new Uint8Array(0), 1))
      expect((await store.get('a/empty'))?.bytes).toBe(0)
    })

    it('knows nothing of a blob that was not put', async () => {
      expect(await store.get('a/never')).toBeUndefined()
      expect(await store.get('a/never/below')).toBeUndefined()
    })

    it('replaces a blob', async () => {
      await store.put('a/twice', text('one'))
      await store.put('a/twice', text('second'))
      expect((await whole((await store.get('a/twice'))!.body)).toString()).toBe('second')
    })

    it('keeps the old blob and nothing new when the body breaks off', async () => {
      await store.put('a/broken', text('old'))
      const breaking = (async function* () {
        yield Buffer.from('new, but')
        throw new Error('the sender went away')
      })()
      await expect(store.put('a/broken', breaking)).rejects.toThrow('the sender went away')
      expect((await whole((await store.get('a/broken'))!.body)).toString()).toBe('old')
    })

    it('deletes, and bears deleting what is not there', async () => {
      await store.put('a/gone', text('x'))
      await store.delete('a/gone')
      await store.delete('a/gone')
      expect(await store.get('a/gone')).toBeUndefined()
    })

    it('lists by prefix, which may end within a name', async () => {
      for (const it of ['list/b/2', 'list/b/1', 'list/bc', 'list/c', 'other/b']) await store.put(it, text(it))
      expect(await names(store, 'list/b')).toEqual(['list/b/1', 'list/b/2', 'list/bc'])
      expect(await names(store, 'list/b/')).toEqual(['list/b/1', 'list/b/2'])
      expect(await names(store, 'nothing')).toEqual([])
    })

    it('gives two readers of a blob each the whole of it', async () => {
      await store.put('a/shared-read', text('both of us'))
      const readers = await Promise.all([store.get('a/shared-read'), store.get('a/shared-read')])
      const texts = await Promise.all(readers.map(async (it) => (await whole(it!.body)).toString()))
      expect(texts).toEqual(['both of us', 'both of us'])
    })

    it.each(['', '/', '..', '../up', 'a/../b', '/etc/passwd', 'a//b', 'a/', '.hidden', 'a/.b', 'a\\b', 'a b', 'a\0b', 'é', `${'n'.repeat(501)}`])(
      'refuses the name %j for put, get and delete',
      async (bad) => {
        await expect(store.put(bad, text('x'))).rejects.toBeInstanceOf(PortFault)
        await expect(store.get(bad)).rejects.toBeInstanceOf(PortFault)
        await expect(store.delete(bad)).rejects.toBeInstanceOf(PortFault)
      },
    )
  })
}

async function* inPieces(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}

function text(it: string): AsyncIterable<Uint8Array> {
  return inPieces(Buffer.from(it), 65_536)
}

async function whole(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(body))
}

async function names(store: BlobStore, prefix: string): Promise<string[]> {
  return (await Array.fromAsync(store.list(prefix))).map((it) => it.name).sort()
}
