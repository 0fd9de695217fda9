import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Call } from '#api/shapes.ts'
import { CallStatus, goesOn } from '#calls/call-status.tsx'
import { Card } from '#ui/page.tsx'
import { SkeletonRows, Trouble } from '#ui/states.tsx'
import { moment } from '#words/figures.ts'

/** Calls that go on now, each with the way to listen in. */
export function LiveCalls({ calls, fault, onRetry }: { calls: Call[] | undefined; fault: unknown; onRetry: () => void }) {
  const { t } = useTranslation()
  const live = calls?.filter(goesOn)
  return (
    <Card aria-labelledby="live-calls" className="min-h-57 overflow-y-auto lg:h-57">
      <h2 id="live-calls" className="px-5 pt-4 pb-3 text-base font-semibold">
        {t('attention.live')}
      </h2>
      {fault ? (
        <Trouble fault={fault} onRetry={onRetry} className="!py-4" />
      ) : !live ? (
        <SkeletonRows rows={2} />
      ) : live.length === 0 ? (
        <p className="px-5 pb-5 text-sm text-ink-2">{t('attention.live_none')}</p>
      ) : (
        <ul className="divide-y border-t">
          {live.map((it) => (
            <li key={it.id}>
              <Link
                to="/calls/$callId"
                params={{ callId: it.id }}
                className="flex min-h-12 items-center gap-3 px-5 py-2 hover:bg-hover focus-visible:-outline-offset-2"
              >
                <span className="min-w-0 flex-1">
                  <span className="block truncate text-sm font-medium">{it.agentName}</span>
                  <span className="block truncate text-xs text-ink-3">{(it.direction === 'inbound' ? it.from : it.to) ?? it.startedBy}</span>
                </span>
                <CallStatus call={it} />
                <span className="text-xs text-ink-3 tabular-nums">{moment(it.startedAt)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
