import { useMutation } from '@tanstack/react-query'
import { MailWarning, WifiOff } from 'lucide-react'
import { lazy, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { api, queryClient } from '#api/client.ts'
import { useConnection } from '#api/connection.ts'
import { useFaultWords } from '#api/fault-words.ts'
import { meQuery } from '#api/me.ts'
import type { Me } from '#api/shapes.ts'
import { Button } from '#ui/button.tsx'
import { Strip } from '#ui/states.tsx'
import { tell, tellTrouble } from '#ui/toast.tsx'
import { clock } from '#words/figures.ts'
import { bringLaterWords } from '#words/language.ts'
import { MissedStrip } from './missed-strip.tsx'
import { SlowStrip } from './slow-strip.tsx'

const tryAgainMs = 4000

const ActingStrip = lazy(() => Promise.all([import('#security/acting-strip.tsx'), bringLaterWords()]).then(([it]) => ({ default: it.ActingStrip })))

/** Strips above the page: the server is away, the e-mail address is not verified. */
export function Strips({ me }: { me: Me }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const { reachable, heardAt } = useConnection()
  const send = useMutation({
    mutationFn: () => api.identity.sendVerification({}),
    onSuccess: () => tell(t('shell.verification_sent', { email: me.user?.email ?? '' })),
    onError: (fault) => tellTrouble(words(fault)),
  })

  useEffect(() => {
    if (reachable) return
    const timer = setInterval(() => {
      void queryClient.fetchQuery({ ...meQuery, staleTime: 0 }).then(
        () => queryClient.invalidateQueries(),
        () => undefined,
      )
    }, tryAgainMs)
    return () => clearInterval(timer)
  }, [reachable])

  return (
    <>
      {me.impersonation && (
        <Suspense>
          <ActingStrip me={me} acting={me.impersonation} />
        </Suspense>
      )}
      {!reachable && (
        <Strip tone="warn" role="status">
          <WifiOff aria-hidden />
          <span className="min-w-0 flex-1">{t('shell.unreachable', { time: clock(heardAt) })}</span>
        </Strip>
      )}
      {reachable && <SlowStrip />}
      {reachable && <MissedStrip />}
      {me.user && !me.user.emailVerified && (
        <Strip tone="info">
          <MailWarning aria-hidden />
          <span className="min-w-0 flex-1">{t('shell.not_verified', { email: me.user.email })}</span>
          <Button size="small" busy={send.isPending} disabled={send.isSuccess} onClick={() => send.mutate()}>
            {send.isSuccess ? t('shell.sent') : t('shell.send_again')}
          </Button>
        </Strip>
      )}
    </>
  )
}
