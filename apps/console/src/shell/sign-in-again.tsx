import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, queryClient } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import { session, useExpired } from '#api/session.ts'
import type { Me, PendingSignIn } from '#api/shapes.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Field, Input } from '#ui/field.tsx'

const StepBody = lazy(() => import('#account/second-step.tsx').then((it) => ({ default: it.StepBody })))

/** When the session has expired: signs in again over the page, so that nothing on it is lost, and what waited goes on. */
export function SignInAgain({ me }: { me: Me }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const expired = useExpired()
  const navigate = useNavigate()
  const [password, setPassword] = useState('')
  const [pending, setPending] = useState<PendingSignIn>()
  const field = useRef<HTMLInputElement>(null)
  const email = me.user?.email ?? ''
  const signIn = useMutation({
    mutationFn: () => api.identity.signIn({ email, password }),
    onSuccess: (answer) => {
      setPassword('')
      if (answer.pending) setPending(answer.pending)
      else session.settle(true)
    },
    onError: () => field.current?.select(),
  })
  const leave = async () => {
    session.end()
    await navigate({ to: '/sign-in', search: { email } })
    queryClient.clear()
  }
  return (
    <Dialog
      modalOnly
      closable={false}
      open={expired}
      onOpenChange={() => undefined}
      title={t('shell.expired')}
      description={t('shell.expired_help')}
      footer={
        <>
          <Button onClick={leave}>{t('shell.other_account')}</Button>
          {!pending && (
            <Button form="sign-in-again" type="submit" look="primary" busy={signIn.isPending}>
              {t('account.sign_in')}
            </Button>
          )}
        </>
      }
    >
      {pending && (
        <Suspense>
          <StepBody pending={pending} onSignedIn={() => session.settle(true)} onOver={() => setPending(undefined)} />
        </Suspense>
      )}
      <form
        id="sign-in-again"
        hidden={!!pending}
        className="grid gap-4 [&[hidden]]:hidden"
        onSubmit={(event) => {
          event.preventDefault()
          if (!signIn.isPending) signIn.mutate()
        }}
      >
        <p className="truncate text-sm text-ink-2">{email}</p>
        <input type="hidden" autoComplete="username" value={email} readOnly />
        <Field label={t('account.password')} error={signIn.error ? words(signIn.error).sentence : undefined}>
          {(named) => (
            <Input
              {...named}
              ref={field}
              type="password"
              autoComplete="current-password"
              required
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Field>
      </form>
    </Dialog>
  )
}
