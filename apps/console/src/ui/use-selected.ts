import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react'

/** What the acts of a selection are about. `rows` are looked for only when an act needs them. */
export type Chosen<T> = { keys: ReadonlySet<string>; rows: () => T[]; clear: () => void }
/** What can be done with several rows, and what one is called. */
export type Selection<T> = { nameOf: (row: T) => string; acts: (chosen: Chosen<T>) => ReactNode }

const none: ReadonlySet<string> = new Set()

/** The rows that are ticked. What a filter or a deletion takes out of the list is no longer among them. */
export function useSelected<T>(rows: readonly T[], keyOf: (row: T) => string, on: boolean) {
  const [ticked, setTicked] = useState(none)
  const anchor = useRef<string>(undefined)
  const there = useMemo(() => (ticked.size > 0 ? rows.map(keyOf) : []), [ticked.size > 0, rows])
  const keys = useMemo(() => {
    if (ticked.size === 0) return none
    const left = there.filter((it) => ticked.has(it))
    return left.length === ticked.size ? ticked : new Set(left)
  }, [ticked, there])
  const clear = useCallback(() => setTicked(none), [])
  const all = on && rows.length > 0 && keys.size === rows.length

  function toggle(key: string, through: boolean): void {
    const next = new Set(keys)
    const order = through && anchor.current !== undefined ? rows.map(keyOf) : []
    const [from, to] = [anchor.current === undefined ? -1 : order.indexOf(anchor.current), order.indexOf(key)]
    if (from >= 0) for (const it of order.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(it)
    else if (!next.delete(key)) next.add(key)
    anchor.current = key
    setTicked(next)
  }

  return { keys, all, toggle, clear, toggleAll: () => setTicked(all ? none : new Set(rows.map(keyOf))) }
}
