import { Link, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import { useForm } from '#api/use-form.ts'
import { Button } from '#ui/button.tsx'
import { Field, Input } from '#ui/field.tsx'
import { currentLanguage } from '#words/language.ts'
import { AccountCard, FormTrouble, textLink } from './account-card.tsx'
import { useAfterSignIn } from './use-after-sign-in.ts'
import { looksLikeEmail } from './looks-like-email.ts'
import { OtherWays } from './other-ways.tsx'
import { minimumLength, PasswordField } from './password-field.tsx'

/** Makes an account with its organisation. */
export function SignUp() {
  const { t } = useTranslation()
  const afterSignIn = useAfterSignIn()
  const { next } = useSearch({ from: '/account/sign-up' })
  const form = useForm({
    initial: { name: '', organisation: '', email: '', password: '' },
    check: (it) => ({
      ...(!it.name.trim() && { name: t('account.name_missing') }),
      ...(!it.organisation.trim() && { organisation: t('account.organisation_missing') }),
      ...(!looksLikeEmail(it.email) && { email: t('account.email_wrong') }),
      ...(it.password.length < minimumLength && { password: t('account.password_short', { count: minimumLength }) }),
    }),
    send: ({ name, organisation, email, password }) =>
      api.identity.signUp({ name: name.trim(), organisation: organisation.trim(), email: email.trim(), password, language: currentLanguage() }),
    onDone: (me) => afterSignIn(me, next),
    faultAt: { 'identity.email_taken': 'email', 'identity.weak_password': 'password' },
  })
  return (
    <AccountCard
      title={t('account.sign_up_title')}
      help={t('account.sign_up_help')}
      foot={
        <>
          {t('account.have_account')}{' '}
          <Link to="/sign-in" search={next ? { next } : {}} className={textLink}>
            {t('account.sign_in')}
          </Link>
        </>
      }
    >
      <form noValidate className="grid gap-4" onSubmit={form.onSubmit}>
        <Field label={t('account.name')} error={form.errors.name}>
          {(named) => <Input {...named} {...form.bind('name')} autoComplete="name" maxLength={80} autoFocus />}
        </Field>
        <Field label={t('account.organisation')} error={form.errors.organisation} help={t('account.organisation_help')}>
          {(named) => <Input {...named} {...form.bind('organisation')} autoComplete="organization" maxLength={80} />}
        </Field>
        <Field label={t('account.email')} error={form.errors.email}>
          {(named) => <Input {...named} {...form.bind('email')} type="email" autoComplete="email" inputMode="email" maxLength={254} />}
        </Field>
        <PasswordField
          label={t('account.password')}
          error={form.errors.password}
          help={t('account.password_help', { count: minimumLength })}
          {...form.bind('password')}
          autoComplete="new-password"
          maxLength={200}
        />
        <FormTrouble trouble={form.general} />
        <Button type="submit" look="primary" size="large" busy={form.busy}>
          {t('account.sign_up')}
        </Button>
      </form>
      <OtherWays email={form.values.email} next={next} />
    </AccountCard>
  )
}
