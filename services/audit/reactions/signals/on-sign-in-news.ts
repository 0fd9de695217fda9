import { identityEvents } from '@myna/contracts/identity-events'
import { reaction } from '@myna/kernel'
import type { Context } from '#context.ts'
import { raise } from '#reactions/signals/raise.ts'

/** A sign-in that does not look like its person. */
export const onSignInSuspicious = reaction(identityEvents.signInSuspicious, async ({ userId, name, signInId, reasons, ip, userAgent }, context: Context) => {
  const severity = reasons.includes('failures_before') ? ('high' as const) : ('medium' as const)
  const signal = { kind: 'suspicious_sign_in' as const, severity, subject: `user:${userId}`, subjectName: name, evidence: { signInId, reasons, ip, userAgent } }
  await context.db.inTenant(context.caller, (tx) => raise(context, tx, signal, signInId))
})

/** A person says that a sign-in was not theirs. */
export const onSignInReported = reaction(identityEvents.signInReported, async ({ userId, name, signInId }, context: Context) => {
  const signal = { kind: 'reported_sign_in' as const, severity: 'high' as const, subject: `user:${userId}`, subjectName: name, evidence: { signInId } }
  await context.db.inTenant(context.caller, (tx) => raise(context, tx, signal, signInId))
})

/** Guesses that locked an account, or a passkey that looks copied. */
export const onAccountAttacked = reaction(identityEvents.accountAttacked, async ({ id, userId, name, what, ip }, context: Context) => {
  const copied = what === 'passkey_copied'
  const kind = copied ? ('passkey_copied' as const) : ('account_attacked' as const)
  const signal = {
    kind,
    severity: copied || what === 'second_factor' ? ('high' as const) : ('medium' as const),
    subject: `user:${userId}`,
    subjectName: name,
    evidence: { what, ip },
  }
  await context.db.inTenant(context.caller, (tx) => raise(context, tx, signal, id))
})
