import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { looksLikeEmail } from '#account/looks-like-email.ts'
import { api, queryClient } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import { useForm } from '#api/use-form.ts'
import { FormDialog } from '#ui/form-dialog.tsx'
import { Field, Select, TextArea } from '#ui/field.tsx'
import { tell } from '#ui/toast.tsx'
import { number } from '#words/figures.ts'
import { addressesIn } from './addresses-in.ts'
import { useMayGive } from './grants.ts'
import { roleName } from './role-name.ts'
import { rolesQuery } from './roles-query.ts'

const atOnce = 50

/** Invites one or several people by mail; those that could not be invited stay in the field, each with its reason. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const mayGive = useMayGive()
  const roles = useQuery(rolesQuery)
  const [refused, setRefused] = useState<{ email: string; why: string }[]>([])
  const form = useForm({
    initial: { emails: '', role: 'user' },
    check: (it) => {
      const emails = addressesIn(it.emails)
      const wrong = emails.find((one) => !looksLikeEmail(one))
      if (emails.length === 0) return { emails: t('account.email_wrong') }
      if (wrong) return { emails: t('people.address_wrong', { email: wrong }) }
      return emails.length > atOnce ? { emails: t('people.too_many', { shown: number(atOnce) }) } : {}
    },
    send: async (it) => {
      const outcomes: { email: string; fault?: unknown }[] = []
      // One after another: a hundred mails at once would meet the limit of requests.
      for (const email of addressesIn(it.emails))
        outcomes.push(
          await api.identity.inviteMember({ email, role: it.role }).then(
            () => ({ email }),
            (fault: unknown) => ({ email, fault }),
          ),
        )
      return outcomes
    },
    onDone: async (outcomes) => {
      const failed = outcomes.filter((it) => 'fault' in it)
      const sent = outcomes.length - failed.length
      if (sent === 1 && failed.length === 0) tell(t('team.invited', { email: outcomes[0]!.email }))
      else if (sent > 0) tell(t('people.invited', { count: sent, shown: number(sent) }))
      await queryClient.invalidateQueries({ queryKey: ['invitations'] })
      if (failed.length === 0) return onClose()
      setRefused(failed.map((it) => ({ email: it.email, why: words(it.fault).sentence })))
      form.set({ emails: failed.map((it) => it.email).join('\n') })
    },
  })
  return (
    <FormDialog form={form} title={t('team.invite')} action={t('team.invite')} onClose={onClose}>
      <Field label={t('team.email')} error={form.errors.emails} help={t('people.emails_help')}>
        {(named) => <TextArea {...named} {...form.bind('emails')} inputMode="email" spellCheck={false} autoFocus maxLength={10_000} className="max-h-48" />}
      </Field>
      {refused.length > 0 && (
        <ul role="alert" className="grid gap-1 rounded-sm bg-bad-bg px-3 py-2 text-sm text-bad">
          {refused.map((it) => (
            <li key={it.email} className="[overflow-wrap:anywhere]">
              {it.email}: {it.why}
            </li>
          ))}
        </ul>
      )}
      <Field label={t('team.role')} error={form.errors.role} help={t('team.role_help')}>
        {(named) => (
          <Select {...named} {...form.bind('role')}>
            {(roles.data?.items ?? [{ name: form.values.role, scopes: [] }]).map((it) => (
              <option key={it.name} value={it.name} disabled={!mayGive(it)}>
                {roleName(t, it.name)}
                {!mayGive(it) && ` – ${t('people.above_you')}`}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </FormDialog>
  )
}
