import type { ApiVersion } from '@myna/contracts/gateway'
import { downward, inTurn, type Rewrite, type Rule, upward } from '#rewriting/rule.ts'
import type { Change, VersionEntry } from '#versions/api-versions.ts'

/** A version made ready for requests. */
export type ReadyVersion = {
  name: string
  isCurrent: boolean
  deprecated: VersionEntry['deprecated']
  /** Rewrites of an operation, `<service>.<operation>`; undefined where nothing differs from the current version. */
  rewritesOf(operation: string): { input: Rewrite | undefined; answer: Rewrite | undefined } | undefined
}

/** Versions made ready. */
export type Versions = {
  current: ReadyVersion
  /** Those that are answered at a moment. */
  namesAt(now: number): string[]
  /** The version of that name, unless there is none, or its sunset is over. */
  find(name: string, now: number): ReadyVersion | undefined
  present(now: number): ApiVersion[]
}

/** Makes ready a table of versions, oldest first. Throws where it is out of order or a rule cannot be. */
export function readVersions(table: readonly VersionEntry[]): Versions {
  table.forEach(({ version }, at) => {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(version) || Number.isNaN(momentOf(version))) throw new Error(`"${version}" is no date of a version`)
    if (at > 0 && version <= table[at - 1]!.version) throw new Error(`The version ${version} stands before its time`)
  })
  const ready = table.map((it, at): ReadyVersion => {
    const rewrites = rewritesThrough(table.slice(at + 1).flatMap(({ changes }) => changes))
    return { name: it.version, isCurrent: at === table.length - 1, deprecated: it.deprecated, rewritesOf: (operation) => rewrites.get(operation) }
  })
  const byName = new Map(ready.map((it) => [it.name, it]))
  const isAnswered = ({ deprecated }: { deprecated?: VersionEntry['deprecated'] | undefined }, now: number) =>
    deprecated?.sunset === undefined || now < momentOf(deprecated.sunset)
  const current = ready.at(-1)
  if (!current) throw new Error('There is no version')
  return {
    current,
    namesAt: (now) => ready.filter((it) => isAnswered(it, now)).map((it) => it.name),
    find(name, now) {
      const found = byName.get(name)
      return found && isAnswered(found, now) ? found : undefined
    },
    present: (now) =>
      table
        .filter((it) => isAnswered(it, now))
        .toReversed()
        .map(({ version, deprecated, changes }) => ({
          version,
          state: version === current.name ? 'current' : deprecated && now >= momentOf(deprecated.since) ? 'deprecated' : 'supported',
          deprecatedAt: deprecated ? new Date(momentOf(deprecated.since)).toISOString() : null,
          sunsetAt: deprecated?.sunset ? new Date(momentOf(deprecated.sunset)).toISOString() : null,
          changes: changes.map((it) => it.sentence),
        })),
  }
}

/** What comes in is brought up through all changes since, what goes out is brought down through them the other way. */
function rewritesThrough(changes: readonly Change[]) {
  const operations = new Set(changes.flatMap(({ rules }) => Object.keys(rules ?? {})))
  return new Map(
    [...operations].map((operation) => {
      const rulesFor = (side: 'input' | 'answer'): Rule[] => changes.flatMap(({ rules }) => rules?.[operation]?.[side] ?? [])
      return [operation, { input: inTurn(rulesFor('input').map(upward)), answer: inTurn(rulesFor('answer').toReversed().map(downward)) }]
    }),
  )
}

/** The first moment of a day in UTC, in milliseconds since 1970. */
export function momentOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`)
}
