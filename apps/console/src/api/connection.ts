import { useSyncExternalStore } from 'react'

/** `heardAt`: when the server last answered. */
type State = { reachable: boolean; heardAt: number }
let state: State = { reachable: true, heardAt: Date.now() }
const watchers = new Set<() => void>()

function set(reachable: boolean): void {
  const changed = state.reachable !== reachable
  if (reachable) state = changed ? { reachable, heardAt: Date.now() } : Object.assign(state, { heardAt: Date.now() })
  else if (changed) state = { ...state, reachable }
  if (changed) for (const watcher of watchers) watcher()
}

/** Whether the server answers. What is on the screen may be stale while it does not. */
export const connection = {
  reachable: () => state.reachable,
  heard: () => set(true),
  lost: () => set(false),
  watch(watcher: () => void) {
    watchers.add(watcher)
    const offline = () => set(false)
    addEventListener('offline', offline)
    return () => {
      watchers.delete(watcher)
      removeEventListener('offline', offline)
    }
  },
}

/** Whether the server answers, and when it last did. */
export function useConnection(): Readonly<State> {
  return useSyncExternalStore(connection.watch, () => state)
}
