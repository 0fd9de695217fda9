import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Contact, SearchX } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import type { Remembered } from '#api/shapes.ts'
import { useShortcuts } from '#shell/shortcuts.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { Page } from '#ui/page.tsx'
import { type Column, RowTable } from '#ui/row-table.tsx'
import { Empty, SkeletonRows, Trouble } from '#ui/states.tsx'
import { fullMoment, moment, number } from '#words/figures.ts'
import { CallerDrawer } from './caller-drawer.tsx'

/** Callers who agreed to be remembered, last seen first. */
export function Callers() {
  const { t, i18n } = useTranslation()
  const navigate = useNavigate({ from: '/callers' })
  const { q } = useSearch({ from: '/shell/callers' })
  const [opened, setOpened] = useState<Remembered>()
  const field = useRef<HTMLInputElement>(null)
  useShortcuts({ '/': () => field.current?.focus(), f: () => field.current?.focus() })
  const list = useInfiniteQuery({
    queryKey: ['callers', q],
    queryFn: ({ pageParam }) => api.brain.listRemembered({ ...(q && { q }), limit: 100, ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    placeholderData: (before) => before,
  })
  const callers = useMemo(() => list.data?.pages.flatMap((it) => it.items), [list.data])
  const columns = useMemo<Column<Remembered>[]>(
    () => [
      {
        name: 'caller',
        head: t('callers.caller'),
        width: 'minmax(0,1.4fr)',
        cell: (it) => (
          <>
            <button type="button" onClick={() => setOpened(it)} className="block max-w-full truncate text-left font-medium hover:underline">
              {it.name ?? t('callers.unnamed')}
            </button>
            <span className="block truncate text-xs text-ink-3">
              {t(`callers.identity.${it.identity.kind}`)} · {it.identity.id}
            </span>
          </>
        ),
      },
      {
        name: 'summary',
        head: t('callers.summary'),
        width: 'minmax(0,2fr)',
        lean: true,
        cell: (it) => (
          <span dir="auto" className="line-clamp-2 text-ink-2 [overflow-wrap:anywhere]">
            {it.summary || '–'}
          </span>
        ),
      },
      { name: 'conversations', head: t('callers.conversations'), width: '7rem', lean: true, right: true, cell: (it) => number(it.conversationCount) },
      {
        name: 'seen',
        head: t('callers.last_seen'),
        width: 'minmax(5rem,8rem)',
        right: true,
        cell: (it) => (
          <time dateTime={it.lastSeenAt} title={fullMoment(it.lastSeenAt)} className="text-ink-2">
            {moment(it.lastSeenAt)}
          </time>
        ),
      },
    ],
    [t, i18n.language],
  )
  return (
    <Page
      flush
      title={t('callers.title')}
      below={
        <FilterBar
          ref={field}
          label={t('callers.search')}
          q={q ?? ''}
          onQ={(words) => void navigate({ search: words ? { q: words } : {}, replace: true })}
          count={
            callers &&
            (list.hasNextPage
              ? t('callers.count_more', { shown: number(callers.length) })
              : t('callers.count', { count: callers.length, shown: number(callers.length) }))
          }
        />
      }
    >
      {list.error && !callers ? (
        <Trouble fault={list.error} onRetry={() => void list.refetch()} />
      ) : !callers ? (
        <SkeletonRows />
      ) : callers.length > 0 ? (
        <RowTable
          label={t('callers.title')}
          rows={callers}
          columns={columns}
          keyOf={(it) => it.id}
          rowHeight={56}
          onOpen={setOpened}
          onEnd={list.hasNextPage && !list.isFetchingNextPage ? () => void list.fetchNextPage() : undefined}
        />
      ) : q ? (
        <Empty icon={SearchX} title={t('callers.none_match')} body={t('callers.none_match_body')}>
          <Button onClick={() => void navigate({ search: {} })}>{t('act.clear_filter')}</Button>
        </Empty>
      ) : (
        <Empty icon={Contact} title={t('callers.empty')} body={t('callers.empty_body')}>
          <ButtonLink to="/agents" look="primary">
            {t('callers.open_agents')}
          </ButtonLink>
        </Empty>
      )}
      {opened && <CallerDrawer caller={opened} onClose={() => setOpened(undefined)} />}
    </Page>
  )
}
