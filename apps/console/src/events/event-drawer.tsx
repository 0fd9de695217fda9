import { useTranslation } from 'react-i18next'
import type { SaidEvent } from '#api/shapes.ts'
import { CopyButton } from '#ui/copy-button.tsx'
import { Drawer } from '#ui/dialog.tsx'
import { Fact, Facts } from '#ui/facts.tsx'
import { fullMoment, number } from '#words/figures.ts'
import { Hearing } from './hearing.tsx'

/** One event with its payload, and how far it got with each service. */
export function EventDrawer({ event, onClose }: { event: SaidEvent; onClose: () => void }) {
  const { t } = useTranslation()
  const payload = JSON.stringify(event.data, null, 2)
  return (
    <Drawer open onOpenChange={onClose} title={event.name} footer={<CopyButton text={payload} label={t('events.copy')} />}>
      <p className="pb-4 text-sm text-ink-2">{fullMoment(event.at)}</p>
      <Facts>
        <Fact label={t('events.object')}>
          <span className="font-mono text-xs select-all">{event.object ?? '–'}</span>
        </Fact>
        <Fact label={t('events.id')}>
          <span className="font-mono text-xs select-all">{event.id}</span>
        </Fact>
      </Facts>
      <h3 className="pt-5 pb-1.5 text-xs text-ink-3">{t('events.payload')}</h3>
      <pre tabIndex={0} className="overflow-x-auto rounded-sm border bg-sunken p-3 font-mono text-xs">
        {payload}
      </pre>
      <h3 className="pt-5 pb-1.5 text-xs text-ink-3">{t('events.heard_by')}</h3>
      {event.deliveries.length === 0 ? (
        <p className="text-sm text-ink-2">{t('events.state.nobody')}</p>
      ) : (
        <ul className="divide-y text-sm">
          {event.deliveries.map((it) => (
            <li key={it.service} className="flex items-center gap-3 py-2">
              <span className="font-mono text-xs">{it.service}</span>
              <span className="ml-auto text-xs text-ink-3 tabular-nums">{t('events.attempts', { count: it.attempts, shown: number(it.attempts) })}</span>
              <Hearing event={{ deliveries: [it] }} />
            </li>
          ))}
        </ul>
      )}
    </Drawer>
  )
}
