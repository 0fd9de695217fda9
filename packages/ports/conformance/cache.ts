import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Cache } from '../cache.ts'

/** Registers the tests every cache must pass; `open` gives it as two processes see it, the same twice where there is but one. */
export function cacheConformance(name: string, open: () => Promise<{ here: Cache; there: Cache; close(): Promise<void> }>): void {
  describe(`${name} keeps answers for a while`, () => {
    let opened: Awaited<ReturnType<typeof open>>
    beforeAll(async () => void (opened = await open()))
    afterAll(() => opened.close())
    const newKey = () => `conformance/${randomUUID()}`

    it('gives back what was kept, byte for byte, in another process too', async () => {
      const key = newKey()
      const value = Uint8Array.from({ length: 70_000 }, (_, at) => (at * 31) % 256)
      await opened.here.set(key, value, 60_000)
      expect(Buffer.compare((await opened.there.get(key))!, value)).toBe(0)
    })

    it('keeps an empty value apart from none', async () => {
      const key = newKey()
      expect(await opened.here.get(key)).toBeUndefined()
      await opened.here.set(key, new Uint8Array(0), 60_000)
      expect((await opened.there.get(key))?.byteLength).toBe(0)
    })

    it('keeps a copy, whatever becomes of the value given and the value taken', async () => {
      const key = newKey()
      const value = Buffer.from('as it was')
      await opened.here.set(key, value, 60_000)
      value.fill(0)
      ;(await opened.here.get(key))!.fill(0)
      expect(Buffer.from((await opened.here.get(key))!).toString()).toBe('as it was')
    })

    it('replaces an entry and forgets several at once, those too that are not there', async () => {
      const [one, two, three] = [newKey(), newKey(), newKey()]
      for (const text of ['old', 'new']) await opened.here.set(one, Buffer.from(text), 60_000)
      await opened.here.set(two, Buffer.from('2'), 60_000)
      expect(Buffer.from((await opened.there.get(one))!).toString()).toBe('new')
      await opened.there.delete([one, two, three])
      await opened.there.delete([])
      expect(await opened.here.get(one)).toBeUndefined()
      expect(await opened.here.get(two)).toBeUndefined()
    })

    it('forgets an entry when its time is over, counted from when it was last kept', async () => {
      const [brief, renewed] = [newKey(), newKey()]
      await opened.here.set(brief, Buffer.from('x'), 30)
      await opened.here.set(renewed, Buffer.from('x'), 30)
      await opened.here.set(renewed, Buffer.from('x'), 60_000)
      await expect.poll(() => opened.there.get(brief)).toBeUndefined()
      expect(await opened.there.get(renewed)).toBeDefined()
    })

    it('takes keys of any characters', async () => {
      const key = `${newKey()} {a}\n\0é🦜*`
      await opened.here.set(key, Buffer.from('x'), 60_000)
      expect(await opened.there.get(key)).toBeDefined()
    })
  })
}
