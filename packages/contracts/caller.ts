import { z } from 'zod'

/**
 * Who asks, for which tenant, with which rights, until when. Travels with every call; between processes as a signed token.
 * `subject` is `user:<id>`, `key:<id>`, `service:<name>`, `operator` or `anonymous`.
 */
export const Caller = z.object({
  tenantId: z.uuid().nullable(),
  subject: z.string(),
  name: z.string().optional().describe('How people call the subject, for the audit log.'),
  roles: z.array(z.string()),
  scopes: z.array(z.string()).describe('`agents:read` and the like; `*` holds all of them.'),
  actor: z.string().optional().describe('Who really acts while somebody acts in the place of the subject: `user:<id>`.'),
  sessionId: z.string().optional(),
  ip: z.string().optional(),
  traceId: z.string(),
  deadline: z.number().optional().describe('Milliseconds since 1970 after which nobody waits for the answer.'),
})
export type Caller = z.infer<typeof Caller>
