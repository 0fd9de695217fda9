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

/** What a signal can be about. */
export const signalKinds = [
  'suspicious_sign_in',
  'reported_sign_in',
  'account_attacked',
  'passkey_copied',
  'impersonation',
  'protection_lowered',
  'mass_removal',
  'operator_changed',
] as const

export const Signal = z
  .object({
    id: Id,
    kind: z.enum(signalKinds),
    severity: z.enum(['low', 'medium', 'high']),
    subject: z.string().describe('Whom or what it is about: `user:<id>`.'),
    subjectName: z.string().nullable(),
    evidence: z.record(z.string(), z.unknown()).describe('Facts; ids lead to entries of the log. Never a secret.'),
    count: z.number().int().describe('How often the same was seen while it was open.'),
    state: z.enum(['open', 'acknowledged', 'closed']),
    note: z.string().nullable(),
    handledBy: z.string().nullable().describe('Name of who acknowledged or closed it last.'),
    firstAt: Moment,
    lastAt: Moment,
    handledAt: Moment.nullable(),
  })
  .meta({ id: 'Signal', description: 'Something in the acts of a tenant that a person should look at.' })
export type Signal = z.infer<typeof Signal>

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
  listSignals: operation({
    http: 'GET /audit/signals',
    summary: 'List what looks suspicious, newest first',
    access: 'audit:read',
    input: z.object({
      ...PageInput,
      state: z.enum(['open', 'acknowledged', 'closed']).optional(),
      kind: z.enum(signalKinds).optional(),
      severity: z.enum(['low', 'medium', 'high']).optional(),
      subject: z.string().max(200).optional(),
    }),
    output: pageOf(Signal),
  }),
  acknowledgeSignal: operation({
    http: 'POST /audit/signals/{signalId}/acknowledgement',
    summary: 'Say that somebody looks into it',
    access: 'audit:write',
    input: z.object({ signalId: Id, note: z.string().trim().max(1000).optional() }),
    output: Signal,
    faults: ['audit.signal_not_found', 'audit.signal_closed'],
  }),
  closeSignal: operation({
    http: 'POST /audit/signals/{signalId}/closing',
    summary: 'Close it with what came of it',
    access: 'audit:write',
    input: z.object({ signalId: Id, note: z.string().trim().min(1).max(1000) }),
    output: Signal,
    faults: ['audit.signal_not_found', 'audit.signal_closed'],
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
  signalRaised: event({
    name: 'signal.raised',
    summary: 'Something in the acts of a tenant should be looked at by a person.',
    data: z.object({
      signalId: Id,
      kind: z.enum(signalKinds),
      severity: z.enum(['low', 'medium', 'high']),
      subject: z.string(),
      subjectName: z.string().nullable(),
    }),
  }),
}
