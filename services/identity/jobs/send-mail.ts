import { randomInt } from 'node:crypto'
import { job } from '@myna/kernel'
import { z } from 'zod'
import type { Context } from '#context.ts'
import { hashOf } from '#domain/api-key.ts'
import { deviceName } from '#domain/device-name.ts'
import { type Letter, letterLanguage, writeLetter } from '#domain/letters.ts'
import { directoryOf } from '#store/directory.ts'
import { createInvitationQueries, isOpen } from '#store/invitations.ts'
import { mailLookOf, onlyTenantOf } from '#store/mail-brand.ts'
import { makeLink } from '#store/mail-links.ts'
import { preferencesIn } from '#store/present.ts'

const Input = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('verification'), userId: z.uuid() }),
  z.object({ kind: z.literal('reset'), email: z.string() }),
  z.object({ kind: z.literal('invitation'), invitationId: z.uuid() }),
  z.object({ kind: z.literal('suspicious'), userId: z.uuid(), signInId: z.uuid() }),
  z.object({ kind: z.literal('domain'), tenantId: z.uuid(), domain: z.string(), to: z.string() }),
])
type Input = z.infer<typeof Input>

const domainCodeMs = 24 * 3_600_000

/** Writes and sends a letter. The token of its link is made here, at each attempt, so that none rests in the job. */
export const sendMail = job<typeof Input, Context>({
  input: Input,
  retries: 10,
  backoffMs: 15_000,
  timeoutMs: 60_000,
  concurrency: 4,
  async run(input, context) {
    const letter = await addressed(context, input)
    if (!letter) return
    const tenantId = 'tenantId' in letter ? letter.tenantId : await onlyTenantOf(context, letter.userId)
    const { address, brand, fromName } = await mailLookOf(context, tenantId)
    const written = writeLetter({ ...letter.letter, link: `${address}${letter.letter.link}` }, letterLanguage(letter.language), brand)
    const { where } = await context.ports.mailer.send({ to: letter.to, ...written, ...(fromName === undefined ? {} : { fromName }) })
    context.log.info({ kind: input.kind, where }, 'mail sent')
  },
  async onDead(input, context, error) {
    context.log.error({ kind: input.kind, error: error instanceof Error ? error.message : String(error) }, 'a mail could not be sent')
  },
})

/** A letter whose link is still without the address of the console, and whose it is: about an organisation, or to a person. */
type Addressed = { to: string; language: unknown; letter: Letter } & ({ tenantId: string } | { userId: string })

function addressed(context: Context, input: Input): Promise<Addressed | undefined> {
  if (input.kind === 'invitation') return writeInvitation(context, input.invitationId)
  if (input.kind === 'suspicious') return writeSuspicious(context, input)
  if (input.kind === 'domain') return writeDomainCode(context, input)
  return writeToUser(context, input)
}

async function writeToUser(context: Context, input: Extract<Input, { kind: 'verification' | 'reset' }>): Promise<Addressed | undefined> {
  const directory = await directoryOf(context)
  return directory.change({ tenantId: null }, async (tx, people) => {
    const who = tx.selectFrom('user').select(['id', 'email', 'emailVerified', 'preferences'])
    const user = await (input.kind === 'reset' ? who.where('email', '=', input.email) : who.where('id', '=', input.userId)).executeTakeFirst()
    if (!user || (input.kind === 'verification' && user.emailVerified)) return undefined
    const token = await makeLink(context, people, input.kind === 'reset' ? 'reset-password' : 'verify-email', user)
    const link = `/${input.kind === 'reset' ? 'reset' : 'verify'}?token=${token}`
    return { to: user.email, userId: user.id, language: preferencesIn(user.preferences)['language'], letter: { kind: input.kind, link } }
  })
}

async function writeInvitation(context: Context, invitationId: string): Promise<Addressed | undefined> {
  const directory = await directoryOf(context)
  const it = await createInvitationQueries(directory.read).byId(invitationId)
  if (!it || !isOpen(it, context.clock.now())) return undefined
  const invited = await directory.read.selectFrom('user').select('preferences').where('email', '=', it.email).executeTakeFirst()
  const preferences = invited?.preferences ?? it.inviterPreferences ?? '{}'
  const letter: Letter = { kind: 'invitation', link: `/invite/${it.id}`, organisation: it.organisation, inviter: it.inviterName }
  return { to: it.email, tenantId: it.organizationId, language: preferencesIn(preferences)['language'], letter }
}

async function writeSuspicious(context: Context, { userId, signInId }: { userId: string; signInId: string }): Promise<Addressed | undefined> {
  const directory = await directoryOf(context)
  return directory.change({ tenantId: null }, async (tx, people) => {
    const user = await tx.selectFrom('user').select(['id', 'email', 'preferences']).where('id', '=', userId).executeTakeFirst()
    const signIn = await tx.selectFrom('sign_ins').selectAll().where('id', '=', signInId).where('user_id', '=', userId).executeTakeFirst()
    if (!user || !signIn) return undefined
    const token = await makeLink(context, people, 'not-me', user, signInId)
    const at = `${signIn.at.toISOString().slice(0, 16).replace('T', ' ')} UTC`
    const link = `/not-me?token=${token}`
    return {
      to: user.email,
      userId,
      language: preferencesIn(user.preferences)['language'],
      letter: { kind: 'suspicious', link, at, device: deviceName(signIn.user_agent), ip: signIn.ip ?? '–' },
    }
  })
}

async function writeDomainCode(context: Context, input: { tenantId: string; domain: string; to: string }): Promise<Addressed | undefined> {
  const directory = await directoryOf(context)
  return directory.change({ tenantId: null }, async (tx) => {
    const code = String(randomInt(100_000_000)).padStart(8, '0')
    const { tenantId, domain, to } = input
    const kept = await tx
      .updateTable('domain_claims')
      .set({ mail_code_hash: hashOf(`${tenantId} ${domain} ${code}`), mail_code_until: new Date(context.clock.now().getTime() + domainCodeMs) })
      .where('tenant_id', '=', tenantId)
      .where('domain', '=', domain)
      .where('verified_at', 'is', null)
      .executeTakeFirst()
    const tenant = await tx.selectFrom('organization').select('name').where('id', '=', tenantId).executeTakeFirst()
    if (kept.numUpdatedRows === 0n || !tenant) return undefined
    return { to, tenantId, language: 'en', letter: { kind: 'domain', link: '', domain, organisation: tenant.name, code } }
  })
}
