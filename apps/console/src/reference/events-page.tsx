import type { UseQueryResult } from '@tanstack/react-query'
import { SearchX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#ui/button.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { Page, Tab, Tabs } from '#ui/page.tsx'
import { Empty, SkeletonRows, Trouble } from '#ui/states.tsx'
import type { Reference, ToldEvent } from './operations.ts'
import { OwnWords } from './own-words.tsx'
import type { Components } from './schema.ts'
import { SchemaTree } from './schema-tree.tsx'

/** Operations and events, side by side. */
export function ReferenceTabs({ tab }: { tab: 'operations' | 'events' }) {
  const { t } = useTranslation()
  return (
    <Tabs label={t('reference.title')}>
      <Tab to="/reference" search={{}} current={tab === 'operations'}>
        {t('reference.operations')}
      </Tab>
      <Tab to="/reference" search={{ tab: 'events' }} current={tab === 'events'}>
        {t('reference.events')}
      </Tab>
    </Tabs>
  )
}

type Props = { reference: UseQueryResult<Reference>; q: string | undefined; onQ: (q: string | undefined) => void }

/** Every event there is, who says it, and its shape. */
export function EventsPage({ reference, q, onQ }: Props) {
  const { t } = useTranslation()
  const words = (q ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  const found = reference.data?.events.filter((it) => words.every((word) => `${it.name} ${it.service} ${it.summary}`.toLowerCase().includes(word)))
  return (
    <Page
      flush
      title={t('reference.title')}
      below={
        <>
          <ReferenceTabs tab="events" />
          <FilterBar label={t('reference.events_search')} {...(q && { q })} onQ={onQ} count={found && t('reference.events_count', { count: found.length })} />
        </>
      }
    >
      {reference.error && !reference.data ? (
        <Trouble fault={reference.error} onRetry={() => void reference.refetch()} />
      ) : !reference.data || !found ? (
        <SkeletonRows rows={10} />
      ) : found.length === 0 ? (
        <Empty icon={SearchX} title={t('reference.events_none')} body={t('reference.none_match_body')}>
          <Button onClick={() => onQ(undefined)}>{t('act.clear_filter')}</Button>
        </Empty>
      ) : (
        <div tabIndex={0} role="region" aria-label={t('reference.events')} className="h-full overflow-y-auto px-4 py-5 focus-visible:-outline-offset-2 lg:px-6">
          <div className="mx-auto grid max-w-180 grid-cols-1 gap-4">
            <p className="text-sm text-ink-2">{t('reference.events_help')}</p>
            {found.map((it) => (
              <OneEvent key={`${it.service} ${it.name}`} event={it} components={reference.data.components} />
            ))}
          </div>
        </div>
      )}
    </Page>
  )
}

function OneEvent({ event, components }: { event: ToldEvent; components: Components }) {
  const { t } = useTranslation()
  return (
    <section className="grid min-w-0 grid-cols-1 gap-2">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h2 className="font-mono text-sm font-medium [overflow-wrap:anywhere]">{event.name}</h2>
        <span className="text-xs text-ink-3">{t('reference.events_by', { service: event.service })}</span>
      </div>
      <p className="text-sm text-ink-2">
        <OwnWords text={event.summary} />
      </p>
      <SchemaTree schema={event.data} components={components} />
    </section>
  )
}
