import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Card, CardHead } from '#ui/page.tsx'
import { SkeletonRows, Trouble } from '#ui/states.tsx'
import { tell, tellTrouble } from '#ui/toast.tsx'
import { moment, number } from '#words/figures.ts'
import { BackupCodes } from './backup-codes.tsx'
import { ProofDialog } from './proof-dialog.tsx'
import { Row } from './row.tsx'
import { askSecurityAnew, secondFactorQuery } from './security-queries.ts'
import { SetUpTotp } from './totp-setup.tsx'

const fewCodes = 3

/** The authenticator app of the person, its backup codes and the browsers that are remembered. */
export function TwoFactorCard() {
  const { t } = useTranslation()
  const words = useFaultWords()
  const factor = useQuery(secondFactorQuery)
  const [open, setOpen] = useState<'set up' | 'renew' | 'remove'>()
  const [codes, setCodes] = useState<string[]>()
  const close = () => setOpen(undefined)
  const forget = useMutation({
    mutationFn: () => api.identity.forgetDevices({}),
    onSuccess: async () => {
      tell(t('security.devices_forgotten'))
      await askSecurityAnew()
    },
    onError: (fault) => tellTrouble(words(fault)),
  })
  const { data } = factor
  return (
    <Card aria-label={t('security.two_factor')}>
      <CardHead
        title={t('security.two_factor')}
        help={t('security.two_factor_help')}
        action={
          data &&
          !data.totp && (
            <Button look="primary" onClick={() => setOpen('set up')}>
              {t('security.totp_set_up')}
            </Button>
          )
        }
      />
      {factor.error && !data ? (
        <Trouble fault={factor.error} onRetry={() => void factor.refetch()} className="!py-6" />
      ) : !data ? (
        <SkeletonRows rows={1} />
      ) : data.totp ? (
        <ul className="divide-y border-t">
          <Row
            title={t('security.totp')}
            badge={<Badge tone="ok">{t('security.on')}</Badge>}
            line={t('security.since', { time: moment(data.totp.since) })}
            act={
              <Button look="danger" onClick={() => setOpen('remove')}>
                {t('security.turn_off')}
              </Button>
            }
          />
          <Row
            title={t('security.codes')}
            badge={data.backupCodesLeft <= fewCodes && <Badge tone="warn">{t('security.codes_few')}</Badge>}
            line={t('security.codes_left', { count: data.backupCodesLeft, shown: number(data.backupCodesLeft) })}
            act={<Button onClick={() => setOpen('renew')}>{t('security.codes_renew')}</Button>}
          />
          {data.rememberedDevices > 0 && (
            <Row
              title={t('security.devices')}
              line={t('security.devices_count', { count: data.rememberedDevices, shown: number(data.rememberedDevices) })}
              act={
                <Button busy={forget.isPending} onClick={() => forget.mutate()}>
                  {t('security.devices_forget')}
                </Button>
              }
            />
          )}
        </ul>
      ) : (
        <p className="border-t px-5 py-3 text-sm text-ink-2">{t(data.required ? 'security.totp_wanted' : 'security.totp_off')}</p>
      )}
      {open === 'set up' && <SetUpTotp onClose={close} onDone={askSecurityAnew} />}
      {open === 'renew' && (
        <ProofDialog
          title={t('security.codes_renew')}
          description={t('security.codes_renew_help')}
          action={t('security.codes_renew')}
          send={(proof) => api.identity.renewBackupCodes(proof)}
          onDone={async ({ backupCodes }) => {
            close()
            setCodes(backupCodes)
            await askSecurityAnew()
          }}
          onClose={close}
        />
      )}
      {open === 'remove' && (
        <ProofDialog
          danger
          title={t('security.totp_remove')}
          description={t('security.totp_remove_help')}
          action={t('security.turn_off')}
          send={(proof) => api.identity.removeTotp(proof)}
          onDone={async () => {
            close()
            tell(t('security.totp_removed'))
            await askSecurityAnew()
          }}
          onClose={close}
        />
      )}
      {codes && <BackupCodes codes={codes} onClose={() => setCodes(undefined)} />}
    </Card>
  )
}
