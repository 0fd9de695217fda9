import { queryClient } from '#api/client.ts'
import { baseChanged } from '#knowledge/knowledge-queries.ts'

/** Asks anew for questions, corrections and the knowledge of a base, after a lesson. */
export async function trainingChanged(baseId?: string): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ['unanswered'] }),
    queryClient.invalidateQueries({ queryKey: ['corrections'] }),
    ...(baseId ? [baseChanged(baseId)] : []),
  ])
}
