import { PortFault } from '@myna/ports/fault'
import { checkedAbout, type Presence } from '@myna/ports/presence'

/** Who is here, as this process knows: at most `maxMembers` (100,000) in all sets together. */
export function createMemoryPresence(options: { maxMembers?: number; now?: () => number } = {}): Presence {
  const now = options.now ?? (() => performance.now())
  const maxMembers = options.maxMembers ?? 100_000
  const sets = new Map<string, Map<string, { about: string; until: number }>>()
  let count = 0
  function remove(set: string, member: string) {
    const members = sets.get(set)
    if (!members?.delete(member)) return
    count -= 1
    if (members.size === 0) sets.delete(set)
  }
  function removeGone(set: string, at: number) {
    for (const [member, { until }] of sets.get(set) ?? []) if (until <= at) remove(set, member)
  }
  return {
    name: 'memory',
    async enter(set, member, about, ttlMs) {
      checkedAbout(about)
      if (sets.get(set)?.has(member) !== true && count >= maxMembers) {
        for (const each of sets.keys()) removeGone(each, now())
        if (count >= maxMembers) throw new PortFault('Too many are present to keep one more in mind.', { retryable: true })
      }
      remove(set, member)
      const members = sets.get(set) ?? new Map<string, { about: string; until: number }>()
      sets.set(set, members.set(member, { about, until: now() + ttlMs }))
      count += 1
    },
    async leave(set, member) {
      remove(set, member)
    },
    async list(set) {
      removeGone(set, now())
      return [...(sets.get(set) ?? [])].map(([member, { about }]) => ({ member, about })).sort((a, b) => (a.member < b.member ? -1 : 1))
    },
    async close() {
      sets.clear()
      count = 0
    },
  }
}
