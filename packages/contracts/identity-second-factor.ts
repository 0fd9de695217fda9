import { z } from 'zod'
import { Password, WebauthnOptions, WebauthnResponse } from './identity-shapes.ts'
import { operation } from './operation.ts'
import { Id, Moment } from './page.ts'

/** What proves once more who asks, before credentials change: the password, or a code of the second factor. */
export const Proof = z
  .object({ password: Password.optional(), code: z.string().trim().max(40).optional().describe('Of the authenticator app, or a backup code.') })
  .meta({ id: 'Proof', description: 'Who has neither password nor second factor has to have signed in within ten minutes.' })

const SecondFactor = z
  .object({
    totp: z.object({ since: Moment }).nullable(),
    backupCodesLeft: z.number().int(),
    passkeys: z.number().int(),
    rememberedDevices: z.number().int(),
    required: z.boolean().describe('An organisation of this person asks for it.'),
  })
  .meta({ id: 'SecondFactor', description: 'What a person has set up beside the password.' })
const TotpSetup = z
  .object({
    secret: z.string().describe('Base32, to type by hand.'),
    uri: z.string().describe('`otpauth://totp/…`, what the picture says.'),
    matrix: z.array(z.string()).describe('The picture: a row of `0` and `1` each, 1 is dark; leave four light cells around it.'),
    svg: z.string().describe('The same as an SVG document.'),
  })
  .meta({ id: 'TotpSetup', description: 'An authenticator app to be set up; nothing changes before a code of it is confirmed.' })
const Passkey = z
  .object({ id: Id, name: z.string(), synced: z.boolean().describe('Kept by a vendor on several devices.'), createdAt: Moment, lastUsedAt: Moment.nullable() })
  .meta({ id: 'Passkey', description: 'A key of a device that signs a person in.' })
const SecurityPolicy = z
  .object({ requireSecondFactor: z.boolean(), membersWithout: z.number().int().describe('Active members without a second factor or passkey.') })
  .meta({ id: 'SecurityPolicy', description: 'What an organisation asks of its members.' })

const BackupCodes = z.object({ backupCodes: z.array(z.string()).describe('Shown only now; each works once.') })

/** Authenticator apps, backup codes and passkeys of whoever asks, and what an organisation requires. */
export const secondFactors = {
  getSecondFactor: operation({
    http: 'GET /identity/second-factor',
    summary: 'What I have set up beside the password',
    access: 'user',
    input: z.object({}),
    output: SecondFactor,
  }),
  beginTotp: operation({
    http: 'POST /identity/second-factor/totp',
    summary: 'Set up an authenticator app',
    access: 'user',
    input: Proof,
    output: TotpSetup,
    faults: ['identity.proof_needed', 'identity.wrong_credentials', 'identity.wrong_code', 'identity.second_factor_on', 'identity.impersonating'],
  }),
  confirmTotp: operation({
    http: 'POST /identity/second-factor/totp/confirmation',
    summary: 'Switch the authenticator app on with a code of it; signs out everywhere else',
    access: 'user',
    input: z.object({ code: z.string().trim().max(20) }),
    output: BackupCodes,
    faults: ['identity.wrong_code', 'identity.sign_in_over', 'identity.impersonating'],
  }),
  removeTotp: operation({
    http: 'POST /identity/second-factor/totp/removal',
    summary: 'Switch the authenticator app off; its backup codes and remembered devices go with it',
    access: 'user',
    input: Proof,
    output: z.object({}),
    faults: ['identity.proof_needed', 'identity.wrong_credentials', 'identity.wrong_code', 'identity.second_factor_required', 'identity.impersonating'],
  }),
  renewBackupCodes: operation({
    http: 'POST /identity/second-factor/backup-codes',
    summary: 'Make new backup codes; the old ones stop working',
    access: 'user',
    input: Proof,
    output: BackupCodes,
    faults: ['identity.proof_needed', 'identity.wrong_credentials', 'identity.wrong_code', 'identity.second_factor_off', 'identity.impersonating'],
  }),
  forgetDevices: operation({
    http: 'DELETE /identity/second-factor/devices',
    summary: 'Ask for the second step again in every browser',
    access: 'user',
    input: z.object({}),
    output: z.object({}),
  }),
  listPasskeys: operation({
    http: 'GET /identity/passkeys',
    summary: 'My passkeys',
    access: 'user',
    input: z.object({}),
    output: z.object({ items: z.array(Passkey) }),
  }),
  beginPasskey: operation({
    http: 'POST /identity/passkeys/registration',
    summary: 'Ask the browser to make a passkey',
    access: 'user',
    input: Proof,
    output: z.object({ challengeId: z.string(), options: WebauthnOptions }),
    faults: ['identity.proof_needed', 'identity.wrong_credentials', 'identity.wrong_code', 'identity.too_many_passkeys', 'identity.impersonating'],
  }),
  addPasskey: operation({
    http: 'POST /identity/passkeys',
    summary: 'Keep the passkey the browser made',
    access: 'user',
    input: z.object({ challengeId: z.string().max(200), name: z.string().trim().min(1).max(80), response: WebauthnResponse }),
    output: Passkey,
    faults: ['identity.passkey_refused', 'identity.sign_in_over', 'identity.impersonating'],
  }),
  renamePasskey: operation({
    http: 'PATCH /identity/passkeys/{passkeyId}',
    summary: 'Rename a passkey',
    access: 'user',
    input: z.object({ passkeyId: Id, name: z.string().trim().min(1).max(80) }),
    output: Passkey,
    faults: ['identity.passkey_not_found', 'identity.impersonating'],
  }),
  removePasskey: operation({
    http: 'POST /identity/passkeys/{passkeyId}/removal',
    summary: 'Remove a passkey; the last way in stays',
    access: 'user',
    input: Proof.extend({ passkeyId: Id }),
    output: z.object({}),
    faults: [
      'identity.passkey_not_found',
      'identity.proof_needed',
      'identity.wrong_credentials',
      'identity.wrong_code',
      'identity.last_way_in',
      'identity.second_factor_required',
      'identity.impersonating',
    ],
  }),
  getSecurityPolicy: operation({
    http: 'GET /identity/security-policy',
    summary: 'What this organisation asks of its members',
    access: 'members:read',
    input: z.object({}),
    output: SecurityPolicy,
  }),
  updateSecurityPolicy: operation({
    http: 'PATCH /identity/security-policy',
    summary: 'Change what this organisation asks of its members; who asks for a second factor must have one',
    access: 'identity:write',
    input: z.object({ requireSecondFactor: z.boolean() }),
    output: SecurityPolicy,
    faults: ['identity.second_factor_first'],
  }),
}
