import { useMutation } from '@tanstack/react-query'
import { Fingerprint } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import { isFault } from '#api/fault-words.ts'
import type { Me, PendingSignIn } from '#api/shapes.ts'
import { useForm } from '#api/use-form.ts'
import { Button } from '#ui/button.tsx'
import { Field, Input, Tick } from '#ui/field.tsx'
import { AccountCard, FormTrouble, textLink } from './account-card.tsx'
import { askPasskey, knowsPasskeys, usePasskeyWords } from './passkey.ts'
import { PasswordField } from './password-field.tsx'

type Props = { pending: PendingSignIn; onSignedIn: (answer: Me & { pending: PendingSignIn | null }) => unknown; onAgain: () => void }
type Method = PendingSignIn['methods'][number]

const digits = 6

/** The step after the first proof: a code, a backup code, a passkey, or the password of an account a vendor is to be linked to. */
export function SecondStep({ pending, onSignedIn, onAgain }: Props) {
  const { t } = useTranslation()
  const [over, setOver] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), Math.max(0, Date.parse(pending.expiresAt) - Date.now()))
    return () => clearTimeout(timer)
  }, [pending.expiresAt])
  if (over)
    return (
      <AccountCard title={t('ways.over')} help={t('ways.over_help')}>
        <Button look="primary" size="large" className="w-full" autoFocus onClick={onAgain}>
          {t('ways.again')}
        </Button>
      </AccountCard>
    )
  const links = pending.kind === 'link'
  return (
    <AccountCard
      title={t(links ? 'ways.link_title' : 'ways.second_title')}
      help={t(links ? 'ways.link_help' : 'ways.second_help', { email: pending.email })}
      foot={
        <button type="button" className={textLink} onClick={onAgain}>
          {t('shell.other_account')}
        </button>
      }
    >
      <StepBody pending={pending} onSignedIn={onSignedIn} onOver={() => setOver(true)} />
    </AccountCard>
  )
}

type StepProps = Omit<Props, 'onAgain'> & { onOver: () => void }

/** The proof that is still missing, with the other ways to give it. */
export function StepBody({ pending, onSignedIn, onOver }: StepProps) {
  const { t } = useTranslation()
  const usable = pending.methods.filter((it) => it !== 'passkey' || knowsPasskeys())
  const [method, setMethod] = useState<Method>(usable[0] ?? 'totp')
  return (
    <>
      {method === 'passkey' ? (
        <ByPasskey pending={pending} onSignedIn={onSignedIn} onOver={onOver} />
      ) : (
        <ByWord key={method} method={method} pending={pending} onSignedIn={onSignedIn} onOver={onOver} />
      )}
      {usable.length > 1 && (
        <ul className="mt-4 grid gap-1 text-center text-sm">
          {usable
            .filter((it) => it !== method)
            .map((it) => (
              <li key={it}>
                <button type="button" className={`${textLink} min-h-6 coarse:min-h-11`} onClick={() => setMethod(it)}>
                  {t(`ways.use.${it}`)}
                </button>
              </li>
            ))}
        </ul>
      )}
    </>
  )
}

function ByWord({ method, pending, onSignedIn, onOver }: StepProps & { method: Exclude<Method, 'passkey'> }) {
  const { t } = useTranslation()
  const [remember, setRemember] = useState(false)
  const element = useRef<HTMLFormElement>(null)
  const form = useForm({
    initial: { word: '' },
    check: (it) => (it.word.trim() ? {} : { word: t(`ways.missing.${method}`) }),
    send: async ({ word }) => {
      const proof = { totp: { code: word.replaceAll(/\s/g, '') }, backup_code: { backupCode: word.trim() }, password: { password: word } }[method]
      try {
        return await api.identity.completeSignIn({ token: pending.token, ...proof, rememberDevice: remember })
      } catch (fault) {
        if (isFault(fault, 'identity.sign_in_over')) onOver()
        throw fault
      }
    },
    onDone: onSignedIn,
    faultAt: { 'identity.wrong_code': 'word', 'identity.wrong_credentials': 'word' },
  })
  const isCode = method === 'totp'
  const full = isCode && form.values.word.replaceAll(/\D/g, '').length === digits
  useEffect(() => {
    if (full) element.current?.requestSubmit()
  }, [full])
  return (
    <form ref={element} noValidate className="grid gap-4" onSubmit={form.onSubmit}>
      {method === 'password' ? (
        <PasswordField
          label={t('account.password')}
          error={form.errors.word}
          {...form.bind('word')}
          autoComplete="current-password"
          maxLength={200}
          autoFocus
        />
      ) : (
        <Field label={t(`ways.word.${method}`)} help={t(`ways.word_help.${method}`)} error={form.errors.word}>
          {(named) => (
            <Input
              {...named}
              {...form.bind('word')}
              autoFocus
              autoCapitalize="none"
              spellCheck={false}
              className="font-mono tracking-widest"
              maxLength={isCode ? 7 : 40}
              {...(isCode ? { inputMode: 'numeric', autoComplete: 'one-time-code' } : { autoComplete: 'off' })}
            />
          )}
        </Field>
      )}
      {method !== 'password' && (
        <Tick label={t('ways.remember')} help={t('ways.remember_help')} checked={remember} onChange={(event) => setRemember(event.target.checked)} />
      )}
      <FormTrouble trouble={form.general} />
      <Button type="submit" look="primary" size="large" busy={form.busy}>
        {t(method === 'password' ? 'ways.link' : 'account.sign_in')}
      </Button>
    </form>
  )
}

function ByPasskey({ pending, onSignedIn, onOver }: StepProps) {
  const { t } = useTranslation()
  const words = usePasskeyWords()
  const ask = useMutation({
    mutationFn: async () => {
      const { challengeId, options } = await api.identity.beginPasskeySignIn({ token: pending.token })
      return api.identity.completePasskeySignIn({ challengeId, response: await askPasskey(options) })
    },
    onSuccess: onSignedIn,
    onError: (fault) => isFault(fault, 'identity.sign_in_over') && onOver(),
  })
  return (
    <div className="grid gap-4">
      <FormTrouble trouble={ask.error ? words(ask.error) : undefined} />
      <Button look="primary" size="large" busy={ask.isPending} autoFocus onClick={() => ask.mutate()}>
        <Fingerprint aria-hidden />
        {t('ways.use_passkey')}
      </Button>
    </div>
  )
}
