import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api, queryClient } from '#api/client.ts'
import { meQuery } from '#api/me.ts'
import type { Member } from '#api/shapes.ts'
import { useForm } from '#api/use-form.ts'
import { FormDialog } from '#ui/form-dialog.tsx'
import { Field, Input } from '#ui/field.tsx'

const shortestReason = 5

/** Begins to act in the place of a member, with a reason that the audit log keeps. */
export function ActForDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const form = useForm({
    initial: { reason: '' },
    check: (it) => (it.reason.trim().length >= shortestReason ? {} : { reason: t('people.reason_short') }),
    send: (it) => api.identity.impersonate({ userId: member.userId, reason: it.reason.trim() }),
    onDone: async (me) => {
      queryClient.clear()
      queryClient.setQueryData(meQuery.queryKey, me)
      await navigate({ to: '/' })
    },
  })
  return (
    <FormDialog
      form={form}
      title={t('people.act_for_title', { name: member.name })}
      description={t('people.act_for_help')}
      action={t('people.act_for_do')}
      onClose={onClose}
    >
      <Field label={t('people.reason')} help={t('people.reason_help')} error={form.errors.reason}>
        {(named) => <Input {...named} {...form.bind('reason')} maxLength={300} autoFocus />}
      </Field>
    </FormDialog>
  )
}
