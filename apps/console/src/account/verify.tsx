import { ApiFault } from '@myna/sdk'
import { useMutation } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { api, queryClient } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Skeleton } from '#ui/states.tsx'
import { AccountCard, FormTrouble } from './account-card.tsx'

/** Verifies an e-mail address with the token of a mail, at once. */
export function Verify() {
  const { t } = useTranslation()
  const words = useFaultWords()
  const { token } = useSearch({ from: '/account/verify' })
  const asked = useRef(false)
  const verify = useMutation({
    mutationFn: () => api.identity.verifyEmail({ token: token ?? '' }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['me'] }),
  })
  useEffect(() => {
    // The token works once; an effect may run twice.
    if (!token || asked.current) return
    asked.current = true
    verify.mutate()
  })
  const tokenFailed = verify.error instanceof ApiFault && verify.error.status < 500
  if (!token) return <AccountCard title={t('account.link_broken')} help={t('account.verify_broken_help')} />
  if (verify.isSuccess)
    return (
      <AccountCard title={t('account.verified')} help={t('account.verified_help', { email: verify.data.email })}>
        <ButtonLink to="/" look="primary" size="large">
          {t('account.go_on')}
        </ButtonLink>
      </AccountCard>
    )
  return (
    <AccountCard title={t('account.verify_title')}>
      {verify.error ? (
        <div className="grid gap-4">
          <FormTrouble trouble={words(verify.error)} />
          {tokenFailed ? (
            <p className="text-sm text-ink-2">{t('account.verify_broken_help')}</p>
          ) : (
            <Button look="primary" size="large" busy={verify.isPending} onClick={() => verify.mutate()}>
              {t('act.retry')}
            </Button>
          )}
          <ButtonLink to="/" size="large">
            {t('account.go_on')}
          </ButtonLink>
        </div>
      ) : (
        <Skeleton className="h-9" />
      )}
    </AccountCard>
  )
}
