import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Counters } from '../counters.ts'
import { PortFault } from '../fault.ts'

/** Registers the tests every set of counters must pass; `open` gives it as two processes see it, the same twice where there is but one. */
export function countersConformance(name: string, open: () => Promise<{ here: Counters; there: Counters; close(): Promise<void> }>): void {
  describe(`${name} counts within windows`, () => {
    let opened: Awaited<ReturnType<typeof open>>
    beforeAll(async () => void (opened = await open()))
    afterAll(() => opened.close())
    const newKey = () => `conformance/${randomUUID()}`

    it('adds up what both processes use', async () => {
      const key = newKey()
      expect((await opened.here.add(key, 1, 60_000)).used).toBe(1)
      expect((await opened.there.add(key, 4, 60_000)).used).toBe(5)
      expect((await opened.here.add(key, 1, 60_000)).used).toBe(6)
    })

    it('loses no point of many added at once', async () => {
      const key = newKey()
      const answers = await Promise.all(Array.from({ length: 200 }, (_, at) => (at % 2 ? opened.here : opened.there).add(key, 1, 60_000)))
      expect(new Set(answers.map((it) => it.used)).size).toBe(200)
      expect((await opened.here.add(key, 0, 60_000)).used).toBe(200)
    })

    it('asks without using and without beginning a window', async () => {
      const key = newKey()
      expect(await opened.here.add(key, 0, 60_000)).toEqual({ used: 0, resetsInMs: 0 })
      await opened.here.add(key, 2, 60_000)
      const { used, resetsInMs } = await opened.there.add(key, 0, 60_000)
      expect(used).toBe(2)
      expect(resetsInMs).toBeGreaterThan(0)
      expect(resetsInMs).toBeLessThanOrEqual(60_000)
    })

    it('keeps the end of a window where it began, however often points are added', async () => {
      const key = newKey()
      const first = await opened.here.add(key, 1, 60_000)
      const later = await opened.there.add(key, 1, 3_600_000)
      expect(later.resetsInMs).toBeLessThanOrEqual(first.resetsInMs)
    })

    it('begins anew when a window is over', async () => {
      const key = newKey()
      await opened.here.add(key, 7, 30)
      await expect.poll(async () => (await opened.there.add(key, 0, 30)).used).toBe(0)
      expect((await opened.here.add(key, 1, 60_000)).used).toBe(1)
    })

    it('forgets what was used, of the keys named', async () => {
      const [one, two, other] = [newKey(), newKey(), newKey()]
      for (const key of [one, two, other]) await opened.here.add(key, 3, 60_000)
      await opened.there.reset([one, two, newKey()])
      await opened.there.reset([])
      expect((await opened.here.add(one, 1, 60_000)).used).toBe(1)
      expect((await opened.here.add(two, 0, 60_000)).used).toBe(0)
      expect((await opened.here.add(other, 0, 60_000)).used).toBe(3)
    })

    it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d points', async (points) => {
      await expect(opened.here.add(newKey(), points, 60_000)).rejects.toBeInstanceOf(PortFault)
    })
  })
}
