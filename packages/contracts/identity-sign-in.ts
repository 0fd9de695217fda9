import { z } from 'zod'
import { Proof } from './identity-second-factor.ts'
import { Email, Password, SignedIn, WebauthnOptions, WebauthnResponse } from './identity-shapes.ts'
import { operation } from './operation.ts'
import { Id, Moment } from './page.ts'

/** Vendors people may sign in with on the whole installation. */
export const signInVendors = ['google', 'github', 'microsoft'] as const

const SignInWays = z
  .object({
    vendors: z.array(z.enum(signInVendors)).describe('Those the operator has set up.'),
    sso: z
      .object({ connectionId: Id, name: z.string(), enforced: z.boolean() })
      .nullable()
      .describe('The single sign-on of the domain of this address; enforced: the password does not open its organisation.'),
  })
  .meta({ id: 'SignInWays', description: 'How somebody may sign in, by the domain of the address alone; whether there is an account is not told.' })
const ExternalStart = z
  .object({
    url: z.string().describe('Lead the browser there.'),
    flow: z.string().describe('Keep it in this tab, for `POST /identity/external/completion`: nobody else can finish this sign-in.'),
  })
  .meta({ id: 'ExternalStart', description: 'A sign-in with a vendor or single sign-on that has begun.' })
const ExternalAccount = z
  .object({ id: Id, vendor: z.string(), name: z.string().nullable(), email: z.string().nullable(), linkedAt: Moment })
  .meta({ id: 'ExternalAccount', description: 'An account elsewhere that signs this person in.' })
export const SignInRecord = z
  .object({
    id: Id,
    at: Moment,
    method: z.string().describe('`password`, `passkey`, `google`, `sso:<connection>` and the like.'),
    outcome: z.enum(['signed_in', 'refused', 'reported']),
    suspicious: z.array(z.string()).describe('Why it looked odd: `new_device`, `new_network`, `failures_before`, `long_absence`.'),
    ip: z.string().nullable(),
    userAgent: z.string().nullable(),
  })
  .meta({ id: 'SignInRecord', description: 'One attempt to sign in.' })

/** The last step of a sign-in: exactly one proof. */
const Step = z.object({
  token: z.string().max(200).describe('`pending.token` of the first step.'),
  code: z.string().trim().max(20).optional().describe('Six digits of the authenticator app.'),
  backupCode: z.string().trim().max(40).optional(),
  password: Password.optional().describe('Proves the existing account that a vendor is to be linked to.'),
  rememberDevice: z.boolean().optional().describe('No second step in this browser for 30 days.'),
})

/** Signing in by two steps, by passkey, by vendors and by single sign-on. Every way ends in the same cookie. */
export const signIns = {
  listSignInWays: operation({
    http: 'POST /identity/sign-in/ways',
    summary: 'How somebody with this address may sign in',
    access: 'public',
    input: z.object({ email: Email.optional() }),
    output: SignInWays,
    faults: ['request.too_many'],
  }),
  completeSignIn: operation({
    http: 'POST /identity/sign-in/second-step',
    summary: 'Finish a sign-in that waits for a code, a backup code or a password',
    access: 'public',
    input: Step,
    output: SignedIn,
    faults: ['identity.wrong_code', 'identity.wrong_credentials', 'identity.locked', 'identity.sign_in_over'],
  }),
  beginPasskeySignIn: operation({
    http: 'POST /identity/sign-in/passkey',
    summary: 'Ask for a passkey: instead of a password, or as the second step when `token` is given',
    access: 'public',
    input: z.object({ token: z.string().max(200).optional() }),
    output: z.object({ challengeId: z.string().describe('Keep it in this tab.'), options: WebauthnOptions }),
    faults: ['identity.sign_in_over', 'identity.locked'],
  }),
  completePasskeySignIn: operation({
    http: 'POST /identity/sign-in/passkey/confirmation',
    summary: 'Sign in with the passkey that was asked for',
    access: 'public',
    input: z.object({ challengeId: z.string().max(200), response: WebauthnResponse, rememberDevice: z.boolean().optional() }),
    output: SignedIn,
    faults: ['identity.passkey_refused', 'identity.sign_in_over', 'identity.locked'],
  }),
  beginExternalSignIn: operation({
    http: 'POST /identity/external',
    summary: 'Begin to sign in with a vendor, or with the single sign-on of an organisation',
    access: 'public',
    input: z.object({
      vendor: z.enum(signInVendors).optional(),
      connectionId: Id.optional().describe('Exactly one of vendor and connectionId.'),
      email: Email.optional().describe('Shown by the vendor as a suggestion.'),
      invitationId: Id.optional().describe('Joins by this invitation, when the address is the one invited.'),
      returnTo: z.string().max(500).optional().describe('A page of the console, such as `/agents`.'),
    }),
    output: ExternalStart,
    faults: ['identity.vendor_absent', 'identity.connection_not_found', 'identity.vendor_failed', 'identity.locked'],
  }),
  completeExternalSignIn: operation({
    http: 'POST /identity/external/completion',
    summary: 'Finish what `POST /identity/external` began, with what came back to `/sign-in/callback/…`',
    access: 'public',
    input: z.object({
      flow: z.string().max(200),
      via: z.string().max(60).describe('What followed `/sign-in/callback/` in the address: a vendor or a connection.'),
      state: z.string().max(2000),
      code: z.string().max(4000).optional(),
      error: z.string().max(200).optional().describe('What the vendor said instead of a code.'),
    }),
    output: SignedIn.extend({ returnTo: z.string().nullable().describe('A page of the console; never another site.') }),
    faults: [
      'identity.sign_in_over',
      'identity.vendor_refused',
      'identity.vendor_failed',
      'identity.vendor_declined',
      'identity.vendor_misconfigured',
      'identity.no_proven_address',
      'identity.link_first',
      'identity.not_provisioned',
      'identity.account_disabled',
      'identity.account_taken',
      'identity.invitation_not_found',
      'identity.invitation_for_other',
      'identity.locked',
    ],
  }),
  beginLink: operation({
    http: 'POST /identity/external-accounts',
    summary: 'Begin to link an account of a vendor to mine; it is finished as a sign-in is',
    access: 'user',
    input: Proof.extend({ vendor: z.enum(signInVendors), returnTo: z.string().max(500).optional() }),
    output: ExternalStart,
    faults: [
      'identity.vendor_absent',
      'identity.vendor_failed',
      'identity.proof_needed',
      'identity.wrong_credentials',
      'identity.wrong_code',
      'identity.impersonating',
    ],
  }),
  listExternalAccounts: operation({
    http: 'GET /identity/external-accounts',
    summary: 'Accounts elsewhere that sign me in',
    access: 'user',
    input: z.object({}),
    output: z.object({ items: z.array(ExternalAccount), hasPassword: z.boolean() }),
  }),
  unlinkExternalAccount: operation({
    http: 'DELETE /identity/external-accounts/{accountId}',
    summary: 'Unlink an account elsewhere; the last way in stays',
    access: 'user',
    input: z.object({ accountId: Id }),
    output: z.object({}),
    faults: ['request.not_found', 'identity.last_way_in'],
  }),
  listMyActivity: operation({
    http: 'GET /identity/activity',
    summary: 'My sign-ins and attempts at my account, newest first',
    access: 'user',
    input: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50), cursor: z.string().max(400).optional() }),
    output: z.object({ items: z.array(SignInRecord), next: z.string().optional() }),
  }),
  listMemberActivity: operation({
    http: 'GET /identity/members/{userId}/activity',
    summary: 'Sign-ins of a member, newest first',
    access: 'audit:read',
    input: z.object({ userId: Id, limit: z.coerce.number().int().min(1).max(200).default(50), cursor: z.string().max(400).optional() }),
    output: z.object({ items: z.array(SignInRecord), next: z.string().optional() }),
    faults: ['identity.member_not_found'],
  }),
  reportSignIn: operation({
    http: 'POST /identity/sign-ins/not-me',
    summary: '"This was not me", by the link of the mail: signs out everywhere, forgets devices and asks for a new password',
    access: 'public',
    input: z.object({ token: z.string().max(2000) }),
    output: z.object({}),
    faults: ['identity.link_expired'],
  }),
}
