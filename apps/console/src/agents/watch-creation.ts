import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api, queryClient } from '#api/client.ts'
import type { Creation } from '#api/shapes.ts'
import { creationQuery } from './agent-queries.ts'

/** A sentence of the log of a creation. */
export type Said = { at: string; step: string | null; sentence: string }

const keepSentences = 200
const tryAgainMs = 2000

/** Follows the newest creation of an agent: its state, the sentences heard so far, and whether the line to the server is broken. */
export function useCreation(agentId: string) {
  const query = useQuery({ ...creationQuery(agentId), staleTime: 0 })
  const [said, setSaid] = useState<Said[]>([])
  const [broken, setBroken] = useState(false)
  const creationId = query.data?.id
  const running = query.data?.status === 'running'

  useEffect(() => {
    if (!creationId || !running) return
    const stop = new AbortController()
    void (async () => {
      while (!stop.signal.aborted) {
        try {
          for await (const { data } of api.agents.watchCreation({ creationId }, { signal: stop.signal })) {
            if (stop.signal.aborted) return
            setBroken(false)
            setSaid((before) =>
              before.some((it) => it.at === data.at && it.sentence === data.sentence)
                ? before
                : [...before, { at: data.at, step: data.step, sentence: data.sentence }].slice(-keepSentences),
            )
            const before = queryClient.getQueryData(creationQuery(agentId).queryKey)
            queryClient.setQueryData<Creation | null>(creationQuery(agentId).queryKey, data.creation)
            // A step that ended may have given the agent its name, or published it.
            if (endedSteps(before) !== endedSteps(data.creation)) void queryClient.invalidateQueries({ queryKey: ['agent', agentId] })
          }
          await over(agentId)
          return
        } catch {
          if (stop.signal.aborted) return
          setBroken(true)
          await new Promise((resolve) => setTimeout(resolve, tryAgainMs))
          await queryClient.invalidateQueries({ queryKey: creationQuery(agentId).queryKey })
        }
      }
    })()
    return () => stop.abort()
  }, [agentId, creationId, running])

  return { query, said, broken }
}

function endedSteps(creation: Creation | null | undefined): number {
  return creation?.steps.filter((it) => it.endedAt !== null).length ?? 0
}

async function over(agentId: string): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ['creation', agentId] }),
    queryClient.invalidateQueries({ queryKey: ['agent', agentId] }),
    queryClient.invalidateQueries({ queryKey: ['agents'] }),
    queryClient.invalidateQueries({ queryKey: ['base'] }),
  ])
}
