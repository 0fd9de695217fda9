import type { Signal } from '@myna/contracts/audit'

/** What a signal says when it is raised. */
export type RaisedSignal = Pick<Signal, 'kind' | 'severity' | 'subject' | 'subjectName' | 'evidence'>

/** An act as far as signals look at it. */
export type WatchedAct = {
  id: string
  actor: string
  actorName: string | null
  action: string
  subject: string
  ip: string | null
  detail: Record<string, unknown>
}

/** How many removals by one actor, and in which time, are more than tidying up. */
export const massRemoval = { count: 20, withinMs: 10 * 60_000 }

/** Whether an act takes something away for good. */
export function isRemoval(action: string): boolean {
  return /^(delete|remove|release|forget|purge)-/.test(action) && !['remove-passkey', 'remove-second-factor'].includes(action)
}

/** The signal an act is by itself; undefined for everyday acts. */
export function signalOfAct(act: WatchedAct): RaisedSignal | undefined {
  const evidence = { entryId: act.id, action: act.action, actor: act.actor, actorName: act.actorName, ip: act.ip }
  const about = { subject: act.subject, subjectName: textIn(act.detail['name']) }
  if (act.action === 'impersonate') return { kind: 'impersonation', severity: 'low', ...about, evidence: { ...evidence, reason: textIn(act.detail['reason']) } }
  if (act.action === 'add-operator' || act.action === 'remove-operator')
    return { kind: 'operator_changed', severity: 'high', ...about, subjectName: textIn(act.detail['email']), evidence }
  if (lowersProtection(act)) return { kind: 'protection_lowered', severity: 'medium', ...about, evidence: { ...evidence, detail: act.detail } }
  return undefined
}

function lowersProtection({ action, detail }: WatchedAct): boolean {
  if (action === 'update-security-policy') return detail['requireSecondFactor'] === false
  if (action === 'update-sso-connection') return detail['enforced'] === false || detail['providerChanged'] === true
  return action === 'delete-sso-connection' || action === 'remove-second-factor'
}

function textIn(value: unknown): string | null {
  return typeof value === 'string' ? value.slice(0, 300) : null
}
