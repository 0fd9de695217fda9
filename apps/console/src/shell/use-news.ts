import { useEffect } from 'react'
import { api, queryClient } from '#api/client.ts'
import { connection } from '#api/connection.ts'
import { staleBy } from './stale-by-news.ts'
import { topicsShown } from './topics-shown.ts'

/** News that comes at once, as from a form that changes many things, is taken together. */
const gatherMs = 300
const [firstTryMs, lastTryMs] = [1_000, 15_000]
/** A page that was just opened shows more a moment later; one that was left may be come back to. */
const [settleMs, lingerMs] = [100, 10_000]

/**
 * The one line of a tab to what changes in its organisation: what it names is asked for anew. It tells of topics as long as a query on the screen shows something
 * of them. A tab nobody looks at hangs up, since a browser holds few lines to one server, and goes on where it was when it is looked at again.
 */
export function useNews(tenantId: string | undefined): void {
  useEffect(() => {
    if (!tenantId) return
    let position: string | undefined
    let line: AbortController | undefined
    let gathered: { kind: string; id: string | null }[] = []
    let topicsGathered: string[] = []
    let timer: ReturnType<typeof setTimeout> | undefined
    let told = ''
    let turning: { timer: ReturnType<typeof setTimeout>; wanted: string } | undefined

    function refresh(): void {
      timer = undefined
      const isStale = staleBy(gathered, topicsGathered)
      gathered = []
      topicsGathered = []
      void queryClient.invalidateQueries({ predicate: (it) => isStale(it.queryKey) })
    }

    async function follow({ signal }: AbortController): Promise<void> {
      for (let waitMs = firstTryMs; !signal.aborted; waitMs = Math.min(waitMs * 2, lastTryMs)) {
        try {
          for await (const { id, data } of api.workspace.watchNews(told ? { topics: told } : {}, { signal, ...(position && { lastEventId: position }) })) {
            if (signal.aborted) return
            waitMs = firstTryMs
            connection.heard()
            const first = position === undefined
            if (id) position = id
            // What this page shows was asked for a moment ago.
            if (first) continue
            if (data.topic) topicsGathered.push(data.topic)
            else gathered.push(data)
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
    /** Opens the line anew when something else is shown; it goes on where it was. */
    function turn(): void {
      const rooms = new Set(
        queryClient
          .getQueryCache()
          .findAll({ type: 'active' })
          .map((it) => String(it.queryKey[0])),
      )
      const wanted = topicsShown(rooms).join()
      if (wanted === (turning?.wanted ?? told)) return
      clearTimeout(turning?.timer)
      turning = undefined
      if (wanted === told) return
      const isMore = wanted.split(',').some((it) => it && !told.split(',').includes(it))
      const act = () => {
        turning = undefined
        told = wanted
        if (!line) return
        line.abort()
        line = undefined
        look()
      }
      turning = { timer: setTimeout(act, isMore ? settleMs : lingerMs), wanted }
    }
    const unwatch = queryClient.getQueryCache().subscribe(({ type }) => {
      if (type === 'observerAdded' || type === 'observerRemoved') turn()
    })
    turn()
    look()
    document.addEventListener('visibilitychange', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      unwatch()
      line?.abort()
      clearTimeout(timer)
      clearTimeout(turning?.timer)
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
