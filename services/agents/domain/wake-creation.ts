import { topicOf } from '@myna/contracts/workspace-news'
import type { Context } from '#context.ts'

/** Tells whoever follows a creation, or looks at creations, that something happened in it. */
export function wakeCreation({ live, tenantId }: Pick<Context, 'live' | 'tenantId'>, creationId: string): void {
  live.wake(`creation:${creationId}`)
  live.wake(topicOf(tenantId, 'creation'))
}
