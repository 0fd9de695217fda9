import { z } from 'zod'
import { event } from './event.ts'
import { bytes, operation } from './operation.ts'
import { Id, Moment, PageInput, pageOf } from './page.ts'

export const AuditEntry = z
  .object({
    id: Id,
    sequence: z.number().int().describe('Position in the chain of this tenant, from 1.'),
    at: Moment,
    actor: z.string().describe('The subject that acted: `user:<id>`, `key:<id>`, `service:<name>` or `operator`.'),
    actorName: z.string().nullable(),
    action: z.string().describe('Verb-noun, such as `create-agent`.'),
    subject: z.string().describe('What was acted on: `agent:<id>`.'),
    ip: z.string().nullable(),
    traceId: z.string(),
    detail: z.record(z.string(), z.unknown()).describe('Facts of the act; never a secret.'),
    hash: z.string(),
  })
  .meta({ id: 'AuditEntry', description: 'One act in the append-only, hash-chained, signed log of a tenant.' })
export type AuditEntry = z.infer<typeof AuditEntry>

export const AuditVerdict = z
  .object({
    intact: z.boolean(),
    entries: z.number().int(),
    problems: z.array(
      z.object({
        sequence: z.number().int(),
        problem: z.enum(['edited', 'missing', 'inserted', 'reordered', 'tail_cut', 'bad_signature']),
        sentence: z.string(),
      }),
    ),
  })
  .meta({ id: 'AuditVerdict', description: 'Whether the chain of a tenant is whole, and where it is not.' })

/** The audit log: who did what, from where, provably complete. */
export const audit = {
  listEntries: operation({
    http: 'GET /audit/entries',
    summary: 'List audit entries, newest first',
    access: 'audit:read',
    input: z.object({
      ...PageInput,
      actor: z.string().optional(),
      action: z.string().optional(),
      subject: z.string().optional(),
      q: z.string().max(200).optional(),
      from: Moment.optional(),
      to: Moment.optional(),
    }),
    output: pageOf(AuditEntry),
  }),
  verifyChain: operation({
    http: 'POST /audit/verification',
    summary: 'Verify that no entry was edited, removed, inserted, moved or cut off',
    access: 'audit:read',
    input: z.object({}),
    output: AuditVerdict,
  }),
  exportEntries: bytes({
    http: 'GET /audit/export',
    summary: 'Export the log as JSON lines',
    access: 'audit:read',
    input: z.object({ from: Moment.optional(), to: Moment.optional() }),
    contentType: 'application/x-ndjson',
  }),
}

/** Events about acts; every service says this one, through `context.note`. */
export const auditEvents = {
  actNoted: event({
    name: 'act.noted',
    summary: 'A subject did something that the audit log keeps.',
    data: z.object({
      id: Id.describe('Becomes the id of the entry, so that hearing it twice writes it once.'),
      actor: z.string(),
      actorName: z.string().nullable(),
      action: z.string(),
      subject: z.string(),
      ip: z.string().nullable(),
      traceId: z.string(),
      at: Moment,
      detail: z.record(z.string(), z.unknown()),
    }),
  }),
}
