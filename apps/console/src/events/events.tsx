import { useSearch } from '@tanstack/react-router'
import { Radio, SearchX } from 'lucide-react'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import { useMay } from '#api/me.ts'
import type { SaidEvent } from '#api/shapes.ts'
import { useEndless } from '#api/use-endless.ts'
import { dayStart, nextDayStart } from '#audit/day-bounds.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { SmallInput } from '#ui/field.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { NoAccess } from '#ui/no-access.tsx'
import { Page } from '#ui/page.tsx'
import { type Column, RowTable } from '#ui/row-table.tsx'
import { Empty, SkeletonRows, Trouble } from '#ui/states.tsx'
import { useNarrow } from '#ui/use-narrow.ts'
import { When } from '#ui/when.tsx'
import { EventDrawer } from './event-drawer.tsx'
import { Hearing } from './hearing.tsx'

const idOf = (it: SaidEvent) => it.id

/** What happened in the organisation, as its services told each other. */
export function Events() {
  const { t, i18n } = useTranslation()
  const search = useSearch({ from: '/shell/events' })
  const mayRead = useMay('audit:read')
  const narrow = useNarrow()
  const open = useCallback((it: SaidEvent) => narrow({ open: it.id }, { push: true }), [narrow])
  const from = dayStart(search.from)
  const to = nextDayStart(search.to)
  const filter = { ...(search.name && { name: search.name }), ...(from && { from }), ...(to && { to }) }
  const list = useEndless<SaidEvent>({ key: ['events', filter], ask: (page) => api.workspace.listEvents({ ...filter, ...page }), idOf, enabled: mayRead })
  const events = list.items
  const shown = search.open ? events?.find((it) => it.id === search.open) : undefined
  const columns = useColumns(i18n.language, open)
  if (!mayRead)
    return (
      <Page title={t('events.title')}>
        <NoAccess />
      </Page>
    )
  const names = [...new Set([...(search.name ? [search.name] : []), ...(events ?? []).map((it) => it.name)])].sort((a, b) => a.localeCompare(b))
  return (
    <Page
      flush
      title={t('events.title')}
      below={
        <FilterBar
          choices={[
            {
              label: t('events.name'),
              value: search.name ?? '',
              options: [{ value: '', label: t('events.any_name') }, ...names.map((value) => ({ value, label: value }))],
              onChange: (name) => narrow({ name }),
            },
          ]}
        >
          {(['from', 'to'] as const).map((it) => (
            <SmallInput
              key={it}
              type="date"
              aria-label={t(`audit.${it}`)}
              value={search[it] ?? ''}
              {...(it === 'from' ? { max: search.to } : { min: search.from })}
              onChange={(event) => narrow({ [it]: event.target.value || undefined })}
              className="!w-36"
            />
          ))}
          <span className="ml-auto text-xs text-ink-3 max-md:hidden">{t('events.kept')}</span>
        </FilterBar>
      }
    >
      {list.error && !events ? (
        <Trouble fault={list.error} onRetry={() => void list.refetch()} />
      ) : !events ? (
        <SkeletonRows />
      ) : events.length > 0 ? (
        <RowTable
          plain
          label={t('events.title')}
          rows={events}
          columns={columns}
          keyOf={idOf}
          answerTo={JSON.stringify(filter)}
          openKey={search.open}
          onOpen={open}
          rowHeight={48}
          onEnd={list.onEnd}
        />
      ) : Object.keys(filter).length > 0 ? (
        <Empty icon={SearchX} title={t('events.none_match')} body={t('events.none_match_body')}>
          <Button onClick={() => narrow({ name: undefined, from: undefined, to: undefined })}>{t('act.clear_filter')}</Button>
        </Empty>
      ) : (
        <Empty icon={Radio} title={t('events.empty')} body={t('events.empty_body')}>
          <ButtonLink to="/agents/new">{t('events.empty_act')}</ButtonLink>
        </Empty>
      )}
      {shown && <EventDrawer key={shown.id} event={shown} onClose={() => narrow({ open: undefined })} />}
    </Page>
  )
}

function useColumns(language: string, onOpen: (event: SaidEvent) => void): Column<SaidEvent>[] {
  const { t } = useTranslation()
  return useMemo<Column<SaidEvent>[]>(
    () => [
      {
        name: 'name',
        head: t('events.name'),
        width: 'minmax(9rem,1.6fr)',
        cell: (it) => (
          <button type="button" onClick={() => onOpen(it)} className="block min-h-6 max-w-full truncate rounded-xs font-mono text-xs hover:underline">
            {it.name}
          </button>
        ),
      },
      {
        name: 'object',
        head: t('events.object'),
        width: 'minmax(0,2fr)',
        lean: true,
        cell: (it) => <code className="block truncate font-mono text-xs text-ink-2">{it.object ?? '–'}</code>,
      },
      { name: 'heard', head: t('events.heard'), width: 'minmax(5rem,9rem)', cell: (it) => <Hearing event={it} /> },
      { name: 'at', head: t('audit.when'), width: 'minmax(3.5rem,8rem)', right: true, cell: (it) => <When at={it.at} /> },
    ],
    [t, language, onOpen],
  )
}
