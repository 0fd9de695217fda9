import { job } from '@myna/kernel'
import { z } from 'zod'
import type { Context } from '#context.ts'
import { type Letter, letterLanguage, writeLetter } from '#domain/letters.ts'
import { directoryOf } from '#store/directory.ts'
import { createInvitationQueries, isOpen } from '#store/invitations.ts'
import { makeLink } from '#store/mail-links.ts'
import { preferencesIn } from '#store/present.ts'

const Input = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('verification'), userId: z.uuid() }),
  z.object({ kind: z.literal('reset'), email: z.string() }),
  z.object({ kind: z.literal('invitation'), invitationId: z.uuid() }),
])
type Input = z.infer<typeof Input>

/** Writes and sends a letter. The token of its link is made here, at each attempt, so that none rests in the job. */
export const sendMail = job<typeof Input, Context>({
  input: Input,
  retries: 10,
  backoffMs: 15_000,
  timeoutMs: 60_000,
  concurrency: 4,
  async run(input, context) {
    const letter = input.kind === 'invitation' ? await writeInvitation(context, input.invitationId) : await writeToUser(context, input)
    if (!letter) return
    const { where } = await context.ports.mailer.send({ to: letter.to, ...writeLetter(letter.letter, letterLanguage(letter.language)) })
    context.log.info({ kind: input.kind, where }, 'mail sent')
  },
  async onDead(input, context, error) {
    context.log.error({ kind: input.kind, error: error instanceof Error ? error.message : String(error) }, 'a mail could not be sent')
  },
})

type Addressed = { to: string; language: unknown; letter: Letter }

async function writeToUser(context: Context, input: Exclude<Input, { kind: 'invitation' }>): Promise<Addressed | undefined> {
  const directory = await directoryOf(context)
  return directory.change({ tenantId: null }, async (tx, people) => {
    const who = tx.selectFrom('user').select(['id', 'email', 'emailVerified', 'preferences'])
    const user = await (input.kind === 'reset' ? who.where('email', '=', input.email) : who.where('id', '=', input.userId)).executeTakeFirst()
    if (!user || (input.kind === 'verification' && user.emailVerified)) return undefined
    const token = await makeLink(context, people, input.kind === 'reset' ? 'reset-password' : 'verify-email', user)
    const link = `${context.ports.publicUrl}/${input.kind === 'reset' ? 'reset' : 'verify'}?token=${token}`
    return { to: user.email, language: preferencesIn(user.preferences)['language'], letter: { kind: input.kind, link } }
  })
}

async function writeInvitation(context: Context, invitationId: string): Promise<Addressed | undefined> {
  const directory = await directoryOf(context)
  const it = await createInvitationQueries(directory.read).byId(invitationId)
  if (!it || !isOpen(it, context.clock.now())) return undefined
  const invited = await directory.read.selectFrom('user').select('preferences').where('email', '=', it.email).executeTakeFirst()
  const preferences = invited?.preferences ?? it.inviterPreferences ?? '{}'
  const letter: Letter = { kind: 'invitation', link: `${context.ports.publicUrl}/invite/${it.id}`, organisation: it.organisation, inviter: it.inviterName }
  return { to: it.email, language: preferencesIn(preferences)['language'], letter }
}
