import { useSyncExternalStore } from 'react'

let reachable = true
const watchers = new Set<() => void>()

function set(next: boolean): void {
  if (reachable === next) return
  reachable = next
  for (const watcher of watchers) watcher()
}

/** Whether the server answers. What is on the screen may be stale while it does not. */
export const connection = {
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

/** True while the server answers. */
export function useReachable(): boolean {
  return useSyncExternalStore(connection.watch, () => reachable)
}
