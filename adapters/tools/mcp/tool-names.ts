import { createHash } from 'node:crypto'

const longestName = 64

/**
 * Names of a server's tools made safe (small letters, digits and _, a letter first) and unique, by what the server calls them. A name that had to be changed
 * and then is another's too gets four digits of its hash, so that the order of a list decides nothing.
 */
export function safeNames(names: readonly string[]): Map<string, string> {
  const given = [...new Set(names)]
  const safe = new Map(given.map((name) => [name, safeName(name)]))
  const count = new Map<string, number>()
  for (const name of safe.values()) count.set(name, (count.get(name) ?? 0) + 1)
  return new Map(
    given.map((name) => {
      const own = safe.get(name)!
      if (own === name || count.get(own) === 1) return [name, own]
      return [name, `${own.slice(0, longestName - 5)}_${createHash('sha256').update(name).digest('hex').slice(0, 4)}`]
    }),
  )
}

function safeName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '_')
    .replace(/^_+|_+$/g, '')
  const led = /^[a-z]/.test(plain) ? plain : `tool_${plain}`
  return (/^[a-z][a-z0-9_]{0,63}$/.test(name) ? name : led).slice(0, longestName).replace(/_+$/, '') || 'tool'
}
