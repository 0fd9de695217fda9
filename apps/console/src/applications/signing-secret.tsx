import { useTranslation } from 'react-i18next'
import { Button } from '#ui/button.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { Dialog } from '#ui/dialog.tsx'

/** Shows a signing secret, this one time. */
export function SigningSecret({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Dialog
      modalOnly
      open
      onOpenChange={() => undefined}
      title={t('applications.secret_title')}
      description={t('applications.secret_help')}
      footer={
        <Button look="primary" onClick={onClose}>
          {t('applications.secret_stored')}
        </Button>
      }
    >
      <div className="grid justify-items-start gap-3">
        <code
          aria-label={t('applications.secret_title')}
          className="w-full rounded-sm border bg-sunken px-3 py-2 font-mono text-sm [overflow-wrap:anywhere] select-all"
        >
          {secret}
        </code>
        <CopyButton text={secret} label={t('applications.copy_secret')} />
      </div>
    </Dialog>
  )
}
