import { Link, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import type { PendingSignIn } from '#api/shapes.ts'
import { useForm } from '#api/use-form.ts'
import { Button } from '#ui/button.tsx'
import { Field, Input } from '#ui/field.tsx'
import { AccountCard, FormTrouble, textLink } from './account-card.tsx'
import { useAfterSignIn } from './use-after-sign-in.ts'
import { looksLikeEmail } from './looks-like-email.ts'
import { OtherWays } from './other-ways.tsx'
import { PasswordField } from './password-field.tsx'

const SecondStep = lazy(() => import('./second-step.tsx').then((it) => ({ default: it.SecondStep })))

/** Signs in: by password and, where it is asked for, a second step; or in another way. */
export function SignIn() {
  const { t } = useTranslation()
  const afterSignIn = useAfterSignIn()
  const { next, email } = useSearch({ from: '/account/sign-in' })
  const [pending, setPending] = useState<PendingSignIn | null>(null)
  const form = useForm({
    initial: { email: email ?? '', password: '' },
    check: (it) => ({
      ...(!looksLikeEmail(it.email) && { email: t('account.email_wrong') }),
      ...(!it.password && { password: t('account.password_missing') }),
    }),
    send: ({ email, password }) => api.identity.signIn({ email: email.trim(), password }),
    onDone: (me) => (me.pending ? setPending(me.pending) : afterSignIn(me, next)),
    faultAt: { 'identity.wrong_credentials': 'password' },
  })
  if (pending)
    return (
      <Suspense>
        <SecondStep
          pending={pending}
          onSignedIn={(me) => (me.pending ? setPending(me.pending) : afterSignIn(me, next))}
          onAgain={() => {
            form.set({ password: '' })
            setPending(null)
          }}
        />
      </Suspense>
    )
  return (
    <AccountCard
      title={t('account.sign_in_title')}
      help={next ? t('account.sign_in_to_go_on') : undefined}
      foot={
        <>
          {t('account.no_account')}{' '}
          <Link to="/sign-up" search={next ? { next } : {}} className={textLink}>
            {t('account.sign_up')}
          </Link>
        </>
      }
    >
      <form noValidate className="grid gap-4" onSubmit={form.onSubmit}>
        <Field label={t('account.email')} error={form.errors.email}>
          {(named) => <Input {...named} {...form.bind('email')} type="email" autoComplete="username" inputMode="email" maxLength={254} autoFocus={!email} />}
        </Field>
        <PasswordField
          label={t('account.password')}
          error={form.errors.password}
          {...form.bind('password')}
          autoComplete="current-password"
          maxLength={200}
          autoFocus={!!email}
        />
        <FormTrouble trouble={form.general} />
        <Button type="submit" look="primary" size="large" busy={form.busy}>
          {t('account.sign_in')}
        </Button>
        <Link to="/forgot" search={form.values.email ? { email: form.values.email } : {}} className={`justify-self-center text-sm ${textLink}`}>
          {t('account.forgot')}
        </Link>
      </form>
      <OtherWays email={form.values.email} next={next} onSignedIn={(me) => afterSignIn(me, next)} />
    </AccountCard>
  )
}
