import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, queryClient } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import { session, useExpired } from '#api/session.ts'
import type { Me } from '#api/shapes.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Field, Input } from '#ui/field.tsx'

/** When the session has expired: signs in again over the page, so that nothing on it is lost, and what waited goes on. */
export function SignInAgain({ me }: { me: Me }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const expired = useExpired()
  const navigate = useNavigate()
  const [password, setPassword] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const email = me.user?.email ?? ''
  const signIn = useMutation({
    mutationFn: () => api.identity.signIn({ email, password }),
    onSuccess: () => {
      setPassword('')
      session.settle(true)
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
      open={expired}
      onOpenChange={() => undefined}
      title={t('shell.expired')}
      description={t('shell.expired_help')}
      footer={
        <>
          <Button onClick={leave}>{t('shell.other_account')}</Button>
          <Button form="sign-in-again" type="submit" look="primary" busy={signIn.isPending}>
            {t('account.sign_in')}
          </Button>
        </>
      }
    >
      <form
        id="sign-in-again"
        className="grid gap-4"
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
