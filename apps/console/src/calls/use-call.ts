import { useQuery } from '@tanstack/react-query'
import { api } from '#api/client.ts'
import { useConnection } from '#api/connection.ts'
import type { Call, CallReport, CallTurn } from '#api/shapes.ts'
import { goesOn } from './call-status.tsx'

type Known = { call: Call; turns: CallTurn[]; report: CallReport | null }

/** A report is waited for this long after the end of a call. */
const reportMs = 30_000

/** A call with its turns and report, asked anew at every word of calls; `broken`: something of it is to come, but the server does not answer. */
export function useCall(callId: string) {
  const query = useQuery({ queryKey: ['call', callId], queryFn: (): Promise<Known> => api.calls.getCall({ callId }) })
  const { reachable } = useConnection()
  return { query, broken: !reachable && !!query.data && mayChange(query.data) }
}

/** True while news of a call may come: it goes on, may come back, or its report is being written. */
export function mayChange({ call, report }: Known): boolean {
  if (goesOn(call) || call.status === 'dropped') return goesOn(call) || sinceEnd(call) < 2 * reportMs
  return !report && sinceEnd(call) < reportMs
}

const sinceEnd = (call: Call) => (call.endedAt ? Date.now() - Date.parse(call.endedAt) : 0)
