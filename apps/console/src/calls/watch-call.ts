import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api, queryClient } from '#api/client.ts'
import type { Call, CallReport, CallTurn } from '#api/shapes.ts'
import { goesOn } from './call-status.tsx'

type Known = { call: Call; turns: CallTurn[]; report: CallReport | null }
type News = { type: 'call'; call: Call } | { type: 'turn'; turn: CallTurn } | { type: 'report'; report: CallReport }

const tryAgainMs = 2000
/** A report is waited for this long after the end of a call. */
const reportMs = 30_000

/** A call with its turns and report, kept up to date while it goes on, and whether the line to the server is broken. */
export function useCall(callId: string) {
  const queryKey = ['call', callId]
  const query = useQuery({ queryKey, queryFn: (): Promise<Known> => api.calls.getCall({ callId }) })
  const [broken, setBroken] = useState(false)
  const follows = !!query.data && mayChange(query.data)

  useEffect(() => {
    if (!follows) return
    const stop = new AbortController()
    void (async () => {
      while (!stop.signal.aborted) {
        try {
          for await (const { data } of api.calls.watchCall({ callId }, { signal: stop.signal })) {
            if (stop.signal.aborted) return
            setBroken(false)
            queryClient.setQueryData<Known>(['call', callId], (known) => known && withNews(known, data))
            if (data.type === 'call' && !goesOn(data.call)) void queryClient.invalidateQueries({ queryKey: ['calls'] })
          }
          await queryClient.invalidateQueries({ queryKey: ['call', callId] })
          return
        } catch {
          if (stop.signal.aborted) return
          setBroken(true)
          await new Promise((resolve) => setTimeout(resolve, tryAgainMs))
        }
      }
    })()
    return () => stop.abort()
  }, [callId, follows])

  return { query, broken: broken && follows }
}

/** True while news of a call may come: it goes on, may come back, or its report is being written. */
export function mayChange({ call, report }: Known): boolean {
  if (goesOn(call) || call.status === 'dropped') return goesOn(call) || sinceEnd(call) < 2 * reportMs
  return !report && sinceEnd(call) < reportMs
}

const sinceEnd = (call: Call) => (call.endedAt ? Date.now() - Date.parse(call.endedAt) : 0)

/** What is known after news came; a turn told again takes the place of what was known of it. */
export function withNews(known: Known, news: News): Known {
  if (news.type === 'call') return { ...known, call: news.call }
  if (news.type === 'report') return { ...known, report: news.report }
  const at = known.turns.findIndex((it) => it.id === news.turn.id)
  const turns = at < 0 ? [...known.turns, news.turn] : known.turns.with(at, news.turn)
  return { ...known, turns: turns.toSorted((a, b) => a.atMs - b.atMs) }
}
