import type { Handle } from '#context.ts'
import { peopleHere } from '#domain/people-here.ts'

/** Lists who is here now. */
export const listPresent: Handle<'listPresent'> = async (_input, { ports, tenantId }) => {
  const userIds = ports.presence && (await peopleHere(ports.presence, tenantId))
  return { userIds: userIds ?? [], isKnown: userIds !== undefined }
}
