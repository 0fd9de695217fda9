const none: ReadonlySet<string> = new Set()

/** Which row the keyboard stands on and which are ticked. It is kept outside of the rows, so that only a row it changes for is drawn again. */
export type RowMarks = {
  watch(watcher: () => void): () => void
  at(): string | undefined
  /** Lets the keyboard stand on a row, which takes the focus once it is drawn. */
  goTo(key: string | undefined): void
  /** Whether a row is still to take the focus; asked once. */
  takesFocus(key: string): boolean
  ticked(): ReadonlySet<string>
  /** `order`: the keys of all rows, when everything from the last one ticked through this one is meant. */
  toggle(key: string, order?: readonly string[]): void
  tick(keys: readonly string[]): void
  /** Lets go of what is ticked and no longer there. */
  keepOnly(keys: readonly string[]): void
}

/** Marks of a list nobody has touched yet. */
export function newRowMarks(): RowMarks {
  const watchers = new Set<() => void>()
  let at: string | undefined
  let unfocused: string | undefined
  let ticked = none
  let anchor: string | undefined

  function set(next: ReadonlySet<string>): void {
    ticked = next
    tellAll()
  }
  function tellAll(): void {
    for (const watcher of watchers) watcher()
  }
  return {
    watch(watcher) {
      watchers.add(watcher)
      return () => void watchers.delete(watcher)
    },
    at: () => at,
    goTo(key) {
      if (key === at) return
      at = unfocused = key
      tellAll()
    },
    takesFocus(key) {
      if (unfocused !== key) return false
      unfocused = undefined
      return true
    },
    ticked: () => ticked,
    toggle(key, order = []) {
      const next = new Set(ticked)
      const [from, to] = [anchor === undefined ? -1 : order.indexOf(anchor), order.indexOf(key)]
      if (from >= 0) for (const it of order.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(it)
      else if (!next.delete(key)) next.add(key)
      anchor = key
      set(next)
    },
    tick: (keys) => set(keys.length > 0 ? new Set(keys) : none),
    keepOnly(keys) {
      const left = keys.filter((it) => ticked.has(it))
      if (left.length < ticked.size) set(new Set(left))
    },
  }
}
