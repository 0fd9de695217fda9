import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PortFault } from '../fault.ts'
import type { Presence } from '../presence.ts'

/** Registers the tests every presence must pass; `open` gives it as two processes see it, the same twice where there is but one. */
export function presenceConformance(name: string, open: () => Promise<{ here: Presence; there: Presence; close(): Promise<void> }>): void {
  describe(`${name} knows who is here`, () => {
    let opened: Awaited<ReturnType<typeof open>>
    beforeAll(async () => void (opened = await open()))
    afterAll(() => opened.close())
    const newSet = () => `conformance/${randomUUID()}`

    it('lists who entered in either process, by name', async () => {
      const set = newSet()
      await opened.here.enter(set, 'b', 'second', 60_000)
      await opened.there.enter(set, 'a', 'first', 60_000)
      const both = [
        { member: 'a', about: 'first' },
        { member: 'b', about: 'second' },
      ]
      expect(await opened.here.list(set)).toEqual(both)
      expect(await opened.there.list(set)).toEqual(both)
      expect(await opened.here.list(newSet())).toEqual([])
    })

    it('renews a member in place, with what is newly said of it', async () => {
      const set = newSet()
      await opened.here.enter(set, 'a', 'old', 30)
      await opened.there.enter(set, 'a', 'new', 60_000)
      await opened.here.enter(set, 'brief', '', 30)
      await expect.poll(() => opened.here.list(set)).toEqual([{ member: 'a', about: 'new' }])
    })

    it('forgets one who leaves, and bears a second leave', async () => {
      const set = newSet()
      await opened.here.enter(set, 'a', '', 60_000)
      await opened.here.enter(set, 'b', '', 60_000)
      await opened.there.leave(set, 'a')
      await opened.there.leave(set, 'a')
      expect(await opened.here.list(set)).toEqual([{ member: 'b', about: '' }])
    })

    it('forgets each member when its own time is over', async () => {
      const set = newSet()
      await opened.here.enter(set, 'staying', '', 60_000)
      await opened.here.enter(set, 'brief', '', 30)
      await expect.poll(async () => (await opened.there.list(set)).map((it) => it.member)).toEqual(['staying'])
    })

    it('keeps sets apart and takes any characters', async () => {
      const set = newSet()
      await opened.here.enter(`${set}{a} é`, 'm\n🦜', '{"a":\n1}', 60_000)
      expect(await opened.there.list(`${set}{a} é`)).toEqual([{ member: 'm\n🦜', about: '{"a":\n1}' }])
      expect(await opened.there.list(set)).toEqual([])
    })

    it('refuses more than 8 kB about a member', async () => {
      await expect(opened.here.enter(newSet(), 'a', 'é'.repeat(4_001), 60_000)).rejects.toBeInstanceOf(PortFault)
    })
  })
}
