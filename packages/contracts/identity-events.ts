import { z } from 'zod'
import { event } from './event.ts'
import { Id } from './page.ts'

/** What identity tells the other services. */
export const identityEvents = {
  tenantCreated: event({
    name: 'tenant.created',
    summary: 'There is a new organisation.',
    data: z.object({ tenantId: Id, name: z.string(), language: z.string().nullable() }),
  }),
  sessionsRevoked: event({
    name: 'sessions.revoked',
    summary: 'Credentials stopped being valid; forget what was remembered of them.',
    data: z.object({ userId: Id.nullable(), keyId: Id.nullable() }),
  }),
}
