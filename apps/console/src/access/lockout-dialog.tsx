import { useTranslation } from 'react-i18next'
import { Confirm } from '#ui/dialog.tsx'

/** Asks before rules are set that refuse the very next request of whoever sets them. */
export function LockoutDialog({ address, busy, onClose, onConfirm }: { address: string; busy: boolean; onClose: () => void; onConfirm: () => void }) {
  const { t } = useTranslation()
  return (
    <Confirm
      open
      onOpenChange={onClose}
      title={t('access.lockout_title')}
      description={t('access.lockout_body', { address })}
      action={t('access.lockout_action')}
      busy={busy}
      onConfirm={onConfirm}
    />
  )
}
