import { useEffect } from 'react'
import { api, queryClient } from '#api/client.ts'
import { connection } from '#api/connection.ts'
import { staleBy } from './stale-by-news.ts'

/** News that comes at once, as from a form that changes many things, is taken together. */
const gatherMs = 300
const [firstTryMs, lastTryMs] = [1_000, 15_000]

/**
 * The one line of a tab to what changes in its organisation: what it names is asked for anew. A tab nobody looks at hangs up, since a browser holds few lines to
 * one server, and goes on where it was when it is looked at again.
 */
export function useNews(tenantId: string | undefined): void {
  useEffect(() => {
    if (!tenantId) return
    let position: string | undefined
    let line: AbortController | undefined
    let gathered: { kind: string; id: string | null }[] = []
    let timer: ReturnType<typeof setTimeout> | undefined

    function refresh(): void {
      timer = undefined
      const isStale = staleBy(gathered)
      gathered = []
      void queryClient.invalidateQueries({ predicate: (it) => isStale(it.queryKey) })
    }

    async function follow({ signal }: AbortController): Promise<void> {
      for (let waitMs = firstTryMs; !signal.aborted; waitMs = Math.min(waitMs * 2, lastTryMs)) {
        try {
          for await (const { id, data } of api.workspace.watchNews({}, { signal, ...(position && { lastEventId: position }) })) {
            if (signal.aborted) return
            waitMs = firstTryMs
            connection.heard()
            const first = position === undefined
            if (id) position = id
            // What this page shows was asked for a moment ago.
            if (first) continue
            gathered.push(data)
            timer ??= setTimeout(refresh, gatherMs)
          }
        } catch {
          if (signal.aborted) return
          connection.lost()
        }
        await pause(waitMs, signal)
      }
    }

    function look(): void {
      if (document.hidden) {
        line?.abort()
        line = undefined
      } else if (!line) {
        line = new AbortController()
        void follow(line)
      }
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      line?.abort()
      clearTimeout(timer)
    }
  }, [tenantId])
}

/** Waits, but no longer than until the browser says that it is online again. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      removeEventListener('online', done)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    addEventListener('online', done)
    signal.addEventListener('abort', done)
  })
}
