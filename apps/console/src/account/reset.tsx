import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import { useForm } from '#api/use-form.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { tell } from '#ui/toast.tsx'
import { AccountCard, FormTrouble, textLink } from './account-card.tsx'
import { minimumLength, PasswordField } from './password-field.tsx'

/** Sets a new password with the token of a mail. */
export function Reset() {
  const { t } = useTranslation()
  const { token } = useSearch({ from: '/account/reset' })
  const navigate = useNavigate()
  const form = useForm({
    initial: { password: '' },
    check: (it) => (it.password.length < minimumLength ? { password: t('account.password_short', { count: minimumLength }) } : {}),
    send: ({ password }) => api.identity.resetPassword({ token: token ?? '', password }),
    onDone: async () => {
      tell(t('account.password_changed'))
      await navigate({ to: '/sign-in' })
    },
    faultAt: { 'identity.weak_password': 'password' },
  })
  if (!token)
    return (
      <AccountCard title={t('account.link_broken')} help={t('account.link_broken_help')}>
        <ButtonLink to="/forgot" look="primary" size="large">
          {t('account.send_reset')}
        </ButtonLink>
      </AccountCard>
    )
  return (
    <AccountCard
      title={t('account.reset_title')}
      help={t('account.reset_help')}
      foot={
        <Link to="/forgot" className={textLink}>
          {t('account.new_link')}
        </Link>
      }
    >
      <form noValidate className="grid gap-4" onSubmit={form.onSubmit}>
        <PasswordField
          label={t('account.new_password')}
          error={form.errors.password}
          help={t('account.password_help', { count: minimumLength })}
          {...form.bind('password')}
          autoComplete="new-password"
          maxLength={200}
          autoFocus
        />
        <FormTrouble trouble={form.general} />
        <Button type="submit" look="primary" size="large" busy={form.busy}>
          {t('account.set_password')}
        </Button>
      </form>
    </AccountCard>
  )
}
