import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { api, queryClient } from '#api/client.ts'
import type { Creation } from '#api/shapes.ts'
import { creationQuery } from './agent-queries.ts'

const shownSentences = 200

/** The newest creation of an agent and what was said of it, oldest first; both are asked for anew as the tab hears that something happened. */
export function useCreation(agentId: string) {
  const query = useQuery({ ...creationQuery(agentId), staleTime: 0 })
  const creation = query.data
  const sentences = useQuery({
    queryKey: ['creation-sentences', creation?.id],
    queryFn: async () => (await api.agents.listCreationSentences({ creationId: creation!.id, limit: shownSentences })).items.toReversed(),
    enabled: !!creation,
  })
  // A step that ended may have given the agent its name, or published it.
  const ended = endedSteps(creation)
  const known = useRef(ended)
  useEffect(() => {
    if (known.current !== undefined && ended !== known.current)
      for (const room of [['agent', agentId], ['agents'], ['base']]) void queryClient.invalidateQueries({ queryKey: room })
    known.current = ended
  }, [agentId, ended])
  return { query, said: sentences.data ?? [] }
}

function endedSteps(creation: Creation | null | undefined): string | undefined {
  return creation ? `${creation.status} ${creation.steps.filter((it) => it.endedAt !== null).length}` : undefined
}
