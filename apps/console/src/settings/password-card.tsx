import { useTranslation } from 'react-i18next'
import { FormTrouble } from '#account/account-card.tsx'
import { minimumLength, PasswordField } from '#account/password-field.tsx'
import { api, queryClient } from '#api/client.ts'
import { useForm } from '#api/use-form.ts'
import { Button } from '#ui/button.tsx'
import { Card, CardHead } from '#ui/page.tsx'
import { tell } from '#ui/toast.tsx'

/** Changes the password of the person. */
export function PasswordCard() {
  const { t } = useTranslation()
  const form = useForm({
    initial: { current: '', password: '' },
    check: (it) => ({
      ...(!it.current && { current: t('account.password_missing') }),
      ...(it.password.length < minimumLength && { password: t('account.password_short', { count: minimumLength }) }),
    }),
    send: (it) => api.identity.changePassword(it),
    onDone: async () => {
      form.set({ current: '', password: '' })
      tell(t('settings.password_changed'))
      await queryClient.invalidateQueries({ queryKey: ['sessions'] })
    },
    faultAt: { 'identity.wrong_credentials': 'current', 'identity.weak_password': 'password' },
  })
  return (
    <Card>
      <CardHead title={t('settings.password')} help={t('settings.password_help')} />
      <form noValidate className="grid gap-4 px-5 pb-5 sm:grid-cols-2" onSubmit={form.onSubmit}>
        <PasswordField
          label={t('settings.current_password')}
          error={form.errors.current}
          {...form.bind('current')}
          autoComplete="current-password"
          maxLength={200}
        />
        <PasswordField
          label={t('account.new_password')}
          error={form.errors.password}
          help={t('account.password_help', { count: minimumLength })}
          {...form.bind('password')}
          autoComplete="new-password"
          maxLength={200}
        />
        <div className="grid gap-3 sm:col-span-2">
          <FormTrouble trouble={form.general} />
          <Button type="submit" busy={form.busy} className="justify-self-end">
            {t('settings.change_password')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
