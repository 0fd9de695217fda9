import { useTranslation } from 'react-i18next'
import type { AuditEntry } from '#api/shapes.ts'
import { CopyButton } from '#ui/copy-button.tsx'
import { Drawer } from '#ui/dialog.tsx'
import { Fact, Facts } from '#ui/facts.tsx'
import { fullMoment, number } from '#words/figures.ts'

/** One entry of the log in full. */
export function EntryDrawer({ entry, onClose }: { entry: AuditEntry; onClose: () => void }) {
  const { t } = useTranslation()
  const facts = [
    [t('audit.action'), entry.action],
    [t('audit.actor'), entry.actorName ? `${entry.actorName} (${entry.actor})` : entry.actor],
    [t('audit.subject'), entry.subject],
    [t('audit.ip'), entry.ip ?? '–'],
    [t('audit.trace'), entry.traceId],
    [t('audit.hash'), entry.hash],
  ] as const
  return (
    <Drawer
      open
      onOpenChange={onClose}
      title={t('audit.entry', { sequence: number(entry.sequence) })}
      footer={<CopyButton text={entry.traceId} label={t('state.copy_request_id')} />}
    >
      <p className="pb-4 text-sm text-ink-2">{fullMoment(entry.at)}</p>
      <Facts>
        {facts.map(([label, value]) => (
          <Fact key={label} label={label}>
            <span className="font-mono text-xs select-all">{value}</span>
          </Fact>
        ))}
      </Facts>
      <h3 className="pt-5 pb-1.5 text-xs text-ink-3">{t('audit.detail')}</h3>
      <pre tabIndex={0} className="overflow-x-auto rounded-sm border bg-sunken p-3 font-mono text-xs">
        {JSON.stringify(entry.detail, null, 2)}
      </pre>
    </Drawer>
  )
}
