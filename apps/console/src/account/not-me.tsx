import { useMutation } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api, queryClient } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import { session } from '#api/session.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { AccountCard, FormTrouble } from './account-card.tsx'

/** "This was not me", by the link of the mail: says what will happen, and does it only when the person presses. */
export function NotMe() {
  const { t } = useTranslation()
  const words = useFaultWords()
  const { token } = useSearch({ from: '/account/not-me' })
  const report = useMutation({
    mutationFn: () => api.identity.reportSignIn({ token: token ?? '' }),
    onSuccess: () => {
      session.end()
      queryClient.clear()
    },
  })
  if (!token) return <AccountCard title={t('account.link_broken')} help={t('account.link_broken_help')} />
  if (report.isSuccess)
    return (
      <AccountCard title={t('ways.reported')} help={t('ways.reported_help')}>
        <ButtonLink to="/sign-in" look="primary" size="large" className="w-full">
          {t('account.back_to_sign_in')}
        </ButtonLink>
      </AccountCard>
    )
  return (
    <AccountCard title={t('ways.not_me_title')} help={t('ways.not_me_help')}>
      <div className="grid gap-4">
        <FormTrouble trouble={report.error ? words(report.error) : undefined} />
        <Button look="primary" size="large" busy={report.isPending} onClick={() => report.mutate()}>
          {t('ways.not_me')}
        </Button>
        <ButtonLink to="/">{t('ways.was_me')}</ButtonLink>
      </div>
    </AccountCard>
  )
}
