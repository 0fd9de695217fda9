import { useTranslation } from 'react-i18next'
import { FormTrouble } from '#account/account-card.tsx'
import { looksLikeEmail } from '#account/looks-like-email.ts'
import { api, queryClient } from '#api/client.ts'
import { useForm } from '#api/use-form.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Field, Input, Select } from '#ui/field.tsx'
import { tell } from '#ui/toast.tsx'
import { roleName } from './role-name.ts'

/** Invites somebody by mail. */
export function InviteDialog({ roles, onClose }: { roles: readonly { name: string }[]; onClose: () => void }) {
  const { t } = useTranslation()
  const names = roles.length > 0 ? roles.map((it) => it.name) : ['owner', 'admin', 'manager', 'sales_rep', 'user']
  const form = useForm({
    initial: { email: '', role: 'user' },
    check: (it) => (looksLikeEmail(it.email) ? {} : { email: t('account.email_wrong') }),
    send: (it) => api.identity.inviteMember({ email: it.email.trim(), role: it.role }),
    onDone: async (invitation) => {
      onClose()
      tell(t('team.invited', { email: invitation.email }))
      await queryClient.invalidateQueries({ queryKey: ['invitations'] })
    },
    faultAt: { 'identity.already_member': 'email', 'identity.above_your_role': 'role', 'identity.role_not_found': 'role' },
  })
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('team.invite')}
      footer={
        <>
          <Button onClick={onClose}>{t('act.cancel')}</Button>
          <Button form="invite-member" type="submit" look="primary" busy={form.busy}>
            {t('team.invite')}
          </Button>
        </>
      }
    >
      <form id="invite-member" noValidate className="grid gap-4" onSubmit={form.onSubmit}>
        <Field label={t('team.email')} error={form.errors.email} help={t('team.email_help')}>
          {(named) => <Input {...named} {...form.bind('email')} type="email" inputMode="email" autoComplete="off" maxLength={254} />}
        </Field>
        <Field label={t('team.role')} error={form.errors.role} help={t('team.role_help')}>
          {(named) => (
            <Select {...named} {...form.bind('role')}>
              {names.map((it) => (
                <option key={it} value={it}>
                  {roleName(t, it)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <FormTrouble trouble={form.general} />
      </form>
    </Dialog>
  )
}
