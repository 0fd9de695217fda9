import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormTrouble } from '#account/account-card.tsx'
import { api } from '#api/client.ts'
import type { TotpSetup } from '#api/shapes.ts'
import { useForm } from '#api/use-form.ts'
import { Button } from '#ui/button.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Field, Input } from '#ui/field.tsx'
import { BackupCodes } from './backup-codes.tsx'
import { ProofDialog } from './proof-dialog.tsx'
import { QrPicture } from './qr-picture.tsx'

/** Sets an authenticator app up: who it is, the picture and a code, the backup codes. `onDone` follows when all are kept. */
export function SetUpTotp({ onClose, onDone }: { onClose: () => void; onDone: () => unknown }) {
  const { t } = useTranslation()
  const [setup, setSetup] = useState<TotpSetup>()
  const [codes, setCodes] = useState<string[]>()
  if (codes) return <BackupCodes codes={codes} onClose={() => (onDone(), onClose())} />
  if (setup) return <ConfirmTotp setup={setup} onClose={onClose} onConfirmed={setCodes} />
  return (
    <ProofDialog
      title={t('security.totp_set_up')}
      description={t('security.totp_proof')}
      action={t('security.go_on')}
      send={(proof) => api.identity.beginTotp(proof)}
      onDone={setSetup}
      onClose={onClose}
    />
  )
}

function ConfirmTotp({ setup, onClose, onConfirmed }: { setup: TotpSetup; onClose: () => void; onConfirmed: (codes: string[]) => void }) {
  const { t } = useTranslation()
  const form = useForm({
    initial: { code: '' },
    check: (it) => (/^\d{6}$/.test(it.code.replaceAll(/\s/g, '')) ? {} : { code: t('ways.missing.totp') }),
    send: (it) => api.identity.confirmTotp({ code: it.code.replaceAll(/\s/g, '') }),
    onDone: ({ backupCodes }) => onConfirmed(backupCodes),
    faultAt: { 'identity.wrong_code': 'code' },
  })
  const spaced = setup.secret.match(/.{1,4}/g)?.join(' ') ?? setup.secret
  return (
    <Dialog
      modalOnly
      wide
      open
      onOpenChange={onClose}
      title={t('security.totp_set_up')}
      footer={
        <>
          <Button onClick={onClose}>{t('act.cancel')}</Button>
          <Button form="confirm-totp" type="submit" look="primary" busy={form.busy}>
            {t('security.turn_on')}
          </Button>
        </>
      }
    >
      <div className="grid gap-5 sm:grid-cols-[auto_1fr]">
        <QrPicture matrix={setup.matrix} label={t('security.qr')} />
        <div className="grid min-w-0 content-start gap-4">
          <p className="text-sm text-ink-2">{t('security.totp_scan')}</p>
          <div className="grid gap-2">
            <span className="text-xs text-ink-2">{t('security.totp_type')}</span>
            <code aria-label={t('security.totp_type')} className="rounded-sm border bg-sunken px-3 py-2 font-mono text-sm [overflow-wrap:anywhere] select-all">
              {spaced}
            </code>
            <div>
              <CopyButton text={setup.secret} label={t('security.copy')} />
            </div>
          </div>
          <form id="confirm-totp" noValidate className="grid gap-4" onSubmit={form.onSubmit}>
            <Field label={t('security.totp_code')} error={form.errors.code}>
              {(named) => (
                <Input
                  {...named}
                  {...form.bind('code')}
                  inputMode="numeric"
                  autoComplete="one-time-code"
                  maxLength={7}
                  autoFocus
                  className="font-mono tracking-widest"
                />
              )}
            </Field>
            <FormTrouble trouble={form.general} />
          </form>
        </div>
      </div>
    </Dialog>
  )
}
