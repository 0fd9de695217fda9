import { useSyncExternalStore } from 'react'

let known = false
let waiting: { promise: Promise<boolean>; settle: (renewed: boolean) => void } | undefined
const watchers = new Set<() => void>()

function tellAll(): void {
  for (const watcher of watchers) watcher()
}

/** Whether this browser was signed in, and requests that wait for the person to sign in again. The session itself is a cookie no script can read. */
export const session = {
  signedIn: () => known,
  begin() {
    known = true
  },
  end() {
    known = false
    session.settle(false)
  },
  /** Resolves with true once the person has signed in again, with false when they leave instead. */
  renewed(): Promise<boolean> {
    if (!waiting) {
      const { promise, resolve } = Promise.withResolvers<boolean>()
      waiting = { promise, settle: resolve }
      tellAll()
    }
    return waiting.promise
  },
  settle(renewed: boolean) {
    waiting?.settle(renewed)
    waiting = undefined
    tellAll()
  },
  watch(watcher: () => void) {
    watchers.add(watcher)
    return () => void watchers.delete(watcher)
  },
}

/** True while requests wait for the person to sign in again. */
export function useExpired(): boolean {
  return useSyncExternalStore(session.watch, () => waiting !== undefined)
}
