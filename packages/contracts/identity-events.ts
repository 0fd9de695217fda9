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
  domainVerified: event({
    name: 'domain.verified',
    summary: 'An organisation proved that a domain is its own.',
    data: z.object({ domain: z.string() }),
  }),
  domainReleased: event({
    name: 'domain.released',
    summary: 'An organisation gave a domain up.',
    data: z.object({ domain: z.string() }),
  }),
  signInSuspicious: event({
    name: 'signin.suspicious',
    summary: 'Somebody signed in in a way that does not look like them.',
    data: z.object({ userId: Id, name: z.string(), signInId: Id, reasons: z.array(z.string()), ip: z.string().nullable(), userAgent: z.string().nullable() }),
  }),
  signInReported: event({
    name: 'signin.reported',
    summary: 'A person says that a sign-in was not theirs; everything of theirs was signed out.',
    data: z.object({ userId: Id, name: z.string(), signInId: Id }),
  }),
  accountAttacked: event({
    name: 'account.attacked',
    summary: 'So many guesses were made at a credential of a member that it was locked, or a passkey looks copied.',
    data: z.object({ id: Id, userId: Id, name: z.string(), what: z.enum(['password', 'second_factor', 'passkey_copied']), ip: z.string().nullable() }),
  }),
}
