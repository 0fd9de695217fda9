import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { CircleCheck, RotateCcw, Trash2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import { useMay } from '#api/me.ts'
import { Button } from '#ui/button.tsx'
import { Confirm } from '#ui/dialog.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { ListBody } from '#ui/list-body.tsx'
import { NoAccess } from '#ui/no-access.tsx'
import { Page, Tab, Tabs } from '#ui/page.tsx'
import { type Column, RowTable } from '#ui/row-table.tsx'
import { Empty } from '#ui/states.tsx'
import { useNarrow } from '#ui/use-narrow.ts'
import { When } from '#ui/when.tsx'
import { number } from '#words/figures.ts'
import { type DeadWork, keyOf, useDeadWork, useDrop, useRedo } from './dead-work.ts'
import { FailedDrawer } from './failed-drawer.tsx'

const kinds = ['jobs', 'events'] as const

/** Jobs and events that failed for good: why, and done again or dropped. For operators. */
export function FailedWork() {
  const { t } = useTranslation()
  const search = useSearch({ from: '/shell/work' })
  const [mayRead, mayWrite] = [useMay('platform:read'), useMay('platform:write')]
  const kind = kinds.find((it) => it === search.tab) ?? 'jobs'
  const list = useDeadWork(kind, search.service, mayRead)
  const work = useQuery({ queryKey: ['dead-work', 'counts'], queryFn: async () => (await api.gateway.getWork({})).services, enabled: mayRead })
  const [leaving, setLeaving] = useState<readonly DeadWork[]>()
  const redo = useRedo()
  const narrow = useNarrow()
  const columns = useColumns()
  const opened = list.items?.find((it) => it.key === search.open)
  const services = (work.data ?? []).filter((it) => it[kind].dead > 0 || it.service === search.service).map((it) => it.service)
  if (!mayRead)
    return (
      <Page title={t('work.title')}>
        <NoAccess />
      </Page>
    )
  return (
    <Page
      flush
      title={t('work.title')}
      below={
        <>
          <Tabs label={t('work.tabs')}>
            {kinds.map((it) => (
              <Tab key={it} to="/work" search={it === 'jobs' ? {} : { tab: it }} current={kind === it}>
                {t(`work.tab.${it}`)}
                <span className="text-xs text-ink-3 tabular-nums">{number(work.data?.reduce((sum, one) => sum + one[it].dead, 0) ?? 0)}</span>
              </Tab>
            ))}
          </Tabs>
          <FilterBar
            choices={[
              {
                label: t('platform.service'),
                value: search.service ?? '',
                options: [{ value: '', label: t('work.any_service') }, ...services.map((value) => ({ value, label: value }))],
                onChange: (service) => narrow({ service }),
              },
            ]}
            count={list.items && t(list.hasMore ? 'work.count_more' : 'work.count', { count: list.items.length, shown: number(list.items.length) })}
          />
        </>
      }
    >
      <ListBody
        rows={list.items}
        error={list.error}
        onRetry={() => void list.refetch()}
        noMatch={search.service ? { title: t('work.none_match'), body: t('work.none_match_body'), onClear: () => narrow({ service: undefined }) } : undefined}
        empty={<Empty icon={CircleCheck} title={t(`work.empty.${kind}`)} body={t('work.empty_body')} />}
      >
        {(shown) => (
          <RowTable
            plain
            label={t(`work.tab.${kind}`)}
            rows={shown}
            columns={columns}
            keyOf={keyOf}
            answerTo={`${kind} ${search.service ?? ''}`}
            openKey={search.open}
            onOpen={(it) => narrow({ open: it.key }, { push: true })}
            onEnd={list.onEnd}
            selection={
              mayWrite
                ? {
                    nameOf: (it) => `${it.name}, ${it.service}`,
                    acts: ({ rows, clear }) => (
                      <>
                        <Button size="small" busy={redo.busy} onClick={() => redo.run(rows(), clear)}>
                          <RotateCcw aria-hidden />
                          {t('work.redo')}
                        </Button>
                        <Button size="small" look="danger" onClick={() => setLeaving(rows())}>
                          <Trash2 aria-hidden />
                          {t('work.drop')}
                        </Button>
                      </>
                    ),
                  }
                : undefined
            }
          />
        )}
      </ListBody>
      {opened && (
        <FailedDrawer key={opened.key} work={opened} mayWrite={mayWrite} onDrop={() => setLeaving([opened])} onClose={() => narrow({ open: undefined })} />
      )}
      {leaving && (
        <DropWork
          work={leaving}
          onClose={() => {
            setLeaving(undefined)
            narrow({ open: undefined })
          }}
        />
      )}
    </Page>
  )
}

function useColumns(): Column<DeadWork>[] {
  const { t, i18n } = useTranslation()
  return useMemo(
    () => [
      {
        name: 'name',
        head: t('work.what'),
        width: 'minmax(0,1.2fr)',
        cell: (it) => (
          <>
            <span className="block truncate font-mono text-xs font-medium">{it.name}</span>
            <span className="block truncate text-xs text-ink-3">{it.service}</span>
          </>
        ),
      },
      {
        name: 'error',
        head: t('work.why'),
        width: 'minmax(0,2fr)',
        cell: (it) => <span className="block truncate text-ink-2">{it.error ?? t('work.no_error')}</span>,
      },
      { name: 'attempts', head: t('work.attempts'), width: '6rem', lean: true, right: true, cell: (it) => number(it.attempts) },
      { name: 'at', head: t('work.at'), width: 'minmax(4.5rem,8rem)', right: true, cell: (it) => <When at={it.at} /> },
    ],
    [t, i18n.language],
  )
}

/** Asks before work is left undone for good. */
function DropWork({ work, onClose }: { work: readonly DeadWork[]; onClose: () => void }) {
  const { t } = useTranslation()
  const drop = useDrop()
  return (
    <Confirm
      open
      onOpenChange={onClose}
      title={work.length === 1 ? t('work.drop_one', { name: work[0]!.name }) : t('work.drop_many', { count: work.length, shown: number(work.length) })}
      description={t('work.drop_body')}
      action={t('work.drop')}
      busy={drop.busy}
      onConfirm={() => drop.run(work, onClose)}
    />
  )
}
