import { useSearch } from '@tanstack/react-router'
import { Contact, UserRoundX } from 'lucide-react'
import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import { useMay } from '#api/me.ts'
import type { Remembered } from '#api/shapes.ts'
import { useEach } from '#api/use-each.ts'
import { useEndless } from '#api/use-endless.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Confirm } from '#ui/dialog.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { ListBody } from '#ui/list-body.tsx'
import { Page } from '#ui/page.tsx'
import { type Column, RowTable } from '#ui/row-table.tsx'
import { SavedViews } from '#ui/saved-views.tsx'
import { Empty } from '#ui/states.tsx'
import { useNarrow } from '#ui/use-narrow.ts'
import { everything } from '#ui/view-address.ts'
import { When } from '#ui/when.tsx'
import { number } from '#words/figures.ts'

// What opens over the list comes when it is asked for.
const CallerDrawer = lazy(() => import('./caller-drawer.tsx').then((it) => ({ default: it.CallerDrawer })))

const idOf = (it: Remembered) => it.id

/** Callers who agreed to be remembered, last seen first. */
export function Callers() {
  const { t, i18n } = useTranslation()
  const search = useSearch({ from: '/shell/callers' })
  const { q } = search
  const narrow = useNarrow()
  const open = useCallback((id: string) => narrow({ open: id }, { push: true }), [narrow])
  const mayForget = useMay('brain:write')
  const [leaving, setLeaving] = useState<readonly Remembered[]>()
  const list = useEndless<Remembered>({ key: ['callers', q], ask: (page) => api.brain.listRemembered({ ...(q && { q }), ...page }), idOf, seek: search.open })
  const callers = list.items
  const opened = search.open ? callers?.find((it) => it.id === search.open) : undefined
  const columns = useMemo<Column<Remembered>[]>(
    () => [
      {
        name: 'caller',
        head: t('callers.caller'),
        width: 'minmax(0,1.4fr)',
        cell: (it) => (
          <>
            <button type="button" onClick={() => open(it.id)} className="block w-fit max-w-full truncate text-left font-medium hover:underline">
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
        cell: (it) => <When at={it.lastSeenAt} />,
      },
    ],
    [t, i18n.language, open],
  )
  return (
    <Page
      flush
      title={t('callers.title')}
      below={
        <FilterBar
          label={t('callers.search')}
          q={q ?? ''}
          onQ={(words) => narrow({ q: words })}
          views={<SavedViews list="callers" />}
          count={
            callers &&
            (list.hasMore
              ? t('callers.count_more', { shown: number(callers.length) })
              : t('callers.count', { count: callers.length, shown: number(callers.length) }))
          }
        />
      }
    >
      <ListBody
        rows={callers}
        error={list.error}
        onRetry={() => void list.refetch()}
        noMatch={
          q ? { title: t('callers.none_match'), body: t('callers.none_match_body'), onClear: () => narrow({ q: undefined, view: everything }) } : undefined
        }
        empty={
          <Empty icon={Contact} title={t('callers.empty')} body={t('callers.empty_body')}>
            <ButtonLink to="/agents" look="primary">
              {t('callers.open_agents')}
            </ButtonLink>
          </Empty>
        }
      >
        {(shown) => (
          <RowTable
            plain
            label={t('callers.title')}
            rows={shown}
            columns={columns}
            keyOf={idOf}
            answerTo={q ?? ''}
            rowHeight={56}
            openKey={search.open}
            onOpen={(it) => open(it.id)}
            onEnd={list.onEnd}
            selection={
              mayForget
                ? {
                    nameOf: (it) => it.name ?? it.identity.id,
                    acts: ({ rows }) => (
                      <Button size="small" look="danger" onClick={() => setLeaving(rows())}>
                        <UserRoundX aria-hidden />
                        {t('callers.forget')}
                      </Button>
                    ),
                  }
                : undefined
            }
          />
        )}
      </ListBody>
      <Suspense>
        {opened && <CallerDrawer key={opened.id} caller={opened} onClose={() => narrow({ open: undefined })} />}
        {leaving && <ForgetCallers callers={leaving} onClose={() => setLeaving(undefined)} />}
      </Suspense>
    </Page>
  )
}

/** Asks before several callers are forgotten. */
function ForgetCallers({ callers, onClose }: { callers: readonly Remembered[]; onClose: () => void }) {
  const { t } = useTranslation()
  const forget = useEach((it: Remembered) => api.brain.forgetCaller({ callerId: it.id }), ['callers'])
  return (
    <Confirm
      open
      onOpenChange={onClose}
      title={t('callers.forget_many', { count: callers.length, shown: number(callers.length) })}
      description={t('callers.forget_many_body')}
      action={t('callers.forget')}
      busy={forget.busy}
      onConfirm={() => forget.run(callers, onClose)}
    />
  )
}
