import { api } from '#api/client.ts'
import { useEach } from '#api/use-each.ts'
import { useEndless } from '#api/use-endless.ts'

/** A job or an event that failed for good; `key` tells it apart, for several services may have failed to take in one event. */
export type DeadWork = {
  key: string
  kind: 'jobs' | 'events'
  id: string
  name: string
  service: string
  tenantId: string | null
  attempts: number
  error: string | null
  at: string
}

const queryKey = ['dead-work'] as const

/** What failed for good, latest first. */
export function useDeadWork(kind: DeadWork['kind'], service: string | undefined, enabled: boolean) {
  return useEndless<DeadWork>({
    key: [...queryKey, kind, service],
    enabled,
    idOf: keyOf,
    ask: async (page) => {
      const asked = { ...page, ...(service && { service }) }
      if (kind === 'jobs') {
        const { items, ...rest } = await api.gateway.listDeadJobs(asked)
        return { ...rest, items: items.map((it) => ({ ...it, kind, key: it.id })) }
      }
      const { items, ...rest } = await api.gateway.listDeadEvents(asked)
      return { ...rest, items: items.map(({ eventId, ...it }) => ({ ...it, kind, id: eventId, key: `${eventId} ${it.service}` })) }
    },
  })
}

/** By what rows are told apart. */
export const keyOf = (it: DeadWork): string => it.key

/** Gives work that failed for good all its attempts again. */
export function useRedo() {
  return useEach(
    (it: DeadWork) => (it.kind === 'jobs' ? api.gateway.retryDeadJob({ jobId: it.id }) : api.gateway.retryDeadEvent({ eventId: it.id, service: it.service })),
    queryKey,
  )
}

/** Leaves it undone for good. */
export function useDrop() {
  return useEach(
    (it: DeadWork) => (it.kind === 'jobs' ? api.gateway.forgetDeadJob({ jobId: it.id }) : api.gateway.forgetDeadEvent({ eventId: it.id, service: it.service })),
    queryKey,
  )
}
