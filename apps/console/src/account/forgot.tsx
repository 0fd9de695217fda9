import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import { useForm } from '#api/use-form.ts'
import { Button } from '#ui/button.tsx'
import { Field, Input } from '#ui/field.tsx'
import { AccountCard, FormTrouble, textLink } from './account-card.tsx'
import { looksLikeEmail } from './looks-like-email.ts'

/** Asks for a mail that lets one set a new password. */
export function Forgot() {
  const { t } = useTranslation()
  const { email } = useSearch({ from: '/account/forgot' })
  const [sentTo, setSentTo] = useState<string>()
  const form = useForm({
    initial: { email: email ?? '' },
    check: (it) => (looksLikeEmail(it.email) ? {} : { email: t('account.email_wrong') }),
    send: (it) => api.identity.requestPasswordReset({ email: it.email.trim() }),
    onDone: (_, it) => setSentTo(it.email.trim()),
  })
  const back = (
    <Link to="/sign-in" search={form.values.email ? { email: form.values.email } : {}} className={textLink}>
      {t('account.back_to_sign_in')}
    </Link>
  )
  if (sentTo)
    return (
      <AccountCard title={t('account.check_mail')} foot={back}>
        <p role="status" className="text-sm text-ink-2">
          {t('account.reset_sent', { email: sentTo })}
        </p>
      </AccountCard>
    )
  return (
    <AccountCard title={t('account.forgot_title')} help={t('account.forgot_help')} foot={back}>
      <form noValidate className="grid gap-4" onSubmit={form.onSubmit}>
        <Field label={t('account.email')} error={form.errors.email}>
          {(named) => <Input {...named} {...form.bind('email')} type="email" autoComplete="username" inputMode="email" autoFocus />}
        </Field>
        <FormTrouble trouble={form.general} />
        <Button type="submit" look="primary" size="large" busy={form.busy}>
          {t('account.send_reset')}
        </Button>
      </form>
    </AccountCard>
  )
}
