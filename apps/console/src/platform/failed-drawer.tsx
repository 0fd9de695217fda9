import { RotateCcw, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#ui/button.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { Drawer } from '#ui/dialog.tsx'
import { Fact, Facts } from '#ui/facts.tsx'
import { fullMoment, number } from '#words/figures.ts'
import { type DeadWork, useRedo } from './dead-work.ts'

/** Why one job or event failed for good, and what can be done about it. */
export function FailedDrawer({ work, mayWrite, onDrop, onClose }: { work: DeadWork; mayWrite: boolean; onDrop: () => void; onClose: () => void }) {
  const { t } = useTranslation()
  const redo = useRedo()
  const error = work.error ?? t('work.no_error')
  return (
    <Drawer
      open
      onOpenChange={onClose}
      title={work.name}
      footer={
        mayWrite && (
          <>
            <Button look="danger" onClick={onDrop}>
              <Trash2 aria-hidden />
              {t('work.drop')}
            </Button>
            <Button look="primary" busy={redo.busy} onClick={() => redo.run([work], onClose)}>
              <RotateCcw aria-hidden />
              {t('work.redo')}
            </Button>
          </>
        )
      }
    >
      <div className="flex items-center gap-2 pb-1.5">
        <h3 className="flex-1 text-xs text-ink-3">{t('work.why')}</h3>
        <CopyButton text={error} label={t('work.copy')} />
      </div>
      <pre tabIndex={0} className="overflow-x-auto rounded-sm border bg-sunken p-3 font-mono text-xs whitespace-pre-wrap [overflow-wrap:anywhere]">
        {error}
      </pre>
      <p className="py-4 text-sm text-ink-2">{t(`work.help.${work.kind}`)}</p>
      <Facts>
        <Fact label={t('platform.service')}>{work.service}</Fact>
        <Fact label={t('work.attempts')}>{number(work.attempts)}</Fact>
        <Fact label={t('work.at')}>{fullMoment(work.at)}</Fact>
        <Fact label={t('work.organisation')}>
          {work.tenantId ? <span className="font-mono text-xs select-all">{work.tenantId}</span> : t('work.no_organisation')}
        </Fact>
        <Fact label={t('work.id')}>
          <span className="font-mono text-xs select-all">{work.id}</span>
        </Fact>
      </Facts>
    </Drawer>
  )
}
