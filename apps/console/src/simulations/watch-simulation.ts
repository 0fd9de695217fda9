import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api, queryClient } from '#api/client.ts'
import { simulationQuery } from './simulation-queries.ts'

const tryAgainMs = 2000

/** A run as it goes on, call by call; `broken`: the line to the server is down and is being made again. */
export function useSimulation(agentId: string, simulationId: string) {
  const query = useQuery({ ...simulationQuery(agentId, simulationId), staleTime: 0 })
  const [broken, setBroken] = useState(false)
  const running = query.data?.status === 'running'
  useEffect(() => {
    if (!running) return
    const stop = new AbortController()
    void (async () => {
      while (!stop.signal.aborted) {
        try {
          for await (const { data } of api.agents.watchSimulation({ agentId, simulationId }, { signal: stop.signal })) {
            if (stop.signal.aborted) return
            setBroken(false)
            queryClient.setQueryData(simulationQuery(agentId, simulationId).queryKey, data)
          }
          await queryClient.invalidateQueries({ queryKey: ['simulations', agentId] })
          return
        } catch {
          if (stop.signal.aborted) return
          setBroken(true)
          await new Promise((resolve) => setTimeout(resolve, tryAgainMs))
        }
      }
    })()
    return () => stop.abort()
  }, [agentId, simulationId, running])
  return { query, broken }
}
