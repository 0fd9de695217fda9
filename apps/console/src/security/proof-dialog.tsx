import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormTrouble, textLink } from '#account/account-card.tsx'
import { PasswordField } from '#account/password-field.tsx'
import type { Proof } from '#api/shapes.ts'
import { useForm } from '#api/use-form.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Field, Input } from '#ui/field.tsx'
import { SkeletonRows } from '#ui/states.tsx'
import { accountsQuery, secondFactorQuery } from './security-queries.ts'

type Props<R> = {
  title: string
  description?: ReactNode
  action: string
  danger?: boolean
  send: (proof: Proof) => Promise<R>
  onDone: (answer: R) => unknown
  onClose: () => void
  /** Fields of the act itself, above the proof. */
  children?: ReactNode
}

/** Asks once more who it is, by password or code, and then acts. */
export function ProofDialog<R>({ title, description, action, danger, send, onDone, onClose, children }: Props<R>) {
  const { t } = useTranslation()
  const factor = useQuery(secondFactorQuery)
  const accounts = useQuery(accountsQuery)
  const [chosen, setChosen] = useState<'password' | 'code'>()
  const hasCode = !!factor.data?.totp
  const hasPassword = accounts.data?.hasPassword ?? !accounts.isPending
  const by = chosen ?? (hasPassword ? 'password' : hasCode ? 'code' : undefined)
  const form = useForm({
    initial: { word: '' },
    check: (it) => (by && !it.word.trim() ? { word: t(by === 'code' ? 'ways.missing.totp' : 'account.password_missing') } : {}),
    send: ({ word }) => send(by === 'password' ? { password: word } : by === 'code' ? { code: word.trim() } : {}),
    onDone,
    faultAt: by ? { 'identity.wrong_credentials': 'word', 'identity.wrong_code': 'word' } : {},
  })
  const ready = !factor.isPending && !accounts.isPending
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={title}
      description={description}
      footer={
        <>
          <Button onClick={onClose}>{t('act.cancel')}</Button>
          <Button form="prove-it" type="submit" look={danger ? 'danger' : 'primary'} busy={form.busy || !ready}>
            {action}
          </Button>
        </>
      }
    >
      {ready ? (
        <form id="prove-it" noValidate className="grid gap-4" onSubmit={form.onSubmit}>
          {children}
          {by === 'password' && (
            <PasswordField
              label={t('security.your_password')}
              error={form.errors.word && form.fault ? t('security.password_wrong') : form.errors.word}
              help={t('security.proof_help')}
              {...form.bind('word')}
              autoComplete="current-password"
              maxLength={200}
              autoFocus
            />
          )}
          {by === 'code' && (
            <Field label={t('ways.word.totp')} help={t('security.code_help')} error={form.errors.word}>
              {(named) => <Input {...named} {...form.bind('word')} inputMode="numeric" autoComplete="one-time-code" maxLength={40} autoFocus />}
            </Field>
          )}
          {hasPassword && hasCode && (
            <button
              type="button"
              className={`justify-self-start text-sm ${textLink}`}
              onClick={() => {
                form.set({ word: '' })
                setChosen(by === 'code' ? 'password' : 'code')
              }}
            >
              {t(by === 'code' ? 'ways.use.password' : 'ways.use.totp')}
            </button>
          )}
          <FormTrouble trouble={form.general} />
        </form>
      ) : (
        <SkeletonRows rows={1} />
      )}
    </Dialog>
  )
}
