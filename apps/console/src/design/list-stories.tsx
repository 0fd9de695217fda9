import { Trash2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { type Column, RowTable } from '#ui/row-table.tsx'
import { sortingOf, sortRows } from '#ui/sorting.ts'
import { When } from '#ui/when.tsx'
import { number } from '#words/figures.ts'
import { Story } from './story.tsx'

const names = ['sample_1', 'sample_2', 'sample_3', 'sample_4'] as const
type Sample = { id: string; name: string; live: boolean; calls: number; at: string }

/** A list of ten thousand, with all that lists can do. */
export function ListStories() {
  const { t, i18n } = useTranslation()
  const [search, setSearch] = useState<{ q?: string | undefined; status?: string | undefined; sort?: string | undefined }>({})
  const [open, setOpen] = useState<string>()
  const all = useMemo<Sample[]>(
    () =>
      Array.from({ length: 10_000 }, (_, i) => ({
        id: String(i),
        name: `${t(`agents.${names[i % names.length]!}`)} ${i + 1}`,
        live: i % 3 > 0,
        calls: (i * 7919) % 10_007,
        at: new Date(Date.UTC(2026, 0, 1) + i * 3_600_000).toISOString(),
      })),
    [i18n.language],
  )
  const rows = useMemo(() => {
    const fits = all.filter(
      (it) => it.name.toLowerCase().includes((search.q ?? '').toLowerCase()) && (!search.status || it.live === (search.status === 'live')),
    )
    return sortRows(fits, search.sort, { name: (it) => it.name, calls: (it) => it.calls, at: (it) => it.at }, i18n.language)
  }, [all, search])
  const columns = useMemo<Column<Sample>[]>(
    () => [
      { name: 'name', head: t('agents.name'), width: 'minmax(0,2fr)', sorts: true, cell: (it) => <span className="font-medium">{it.name}</span> },
      {
        name: 'status',
        head: t('agents.status_label'),
        width: '8rem',
        cell: (it) => (
          <Badge dot tone={it.live ? 'ok' : 'neutral'}>
            {t(it.live ? 'agents.status.live' : 'agents.status.draft')}
          </Badge>
        ),
      },
      { name: 'calls', head: t('calls.title'), width: '7rem', right: true, lean: true, sorts: true, cell: (it) => number(it.calls) },
      { name: 'at', head: t('agents.updated'), width: '9rem', right: true, lean: true, sorts: true, cell: (it) => <When at={it.at} /> },
    ],
    [i18n.language],
  )
  return (
    <Story file="row-table.tsx, filter-bar.tsx, selection-bar.tsx" wide>
      <div className="flex h-120 w-full min-w-0 flex-col">
        <FilterBar
          label={t('agents.search')}
          q={search.q ?? ''}
          onQ={(q) => setSearch((before) => ({ ...before, q }))}
          choices={[
            {
              label: t('agents.status_label'),
              value: search.status ?? '',
              options: [
                { value: '', label: t('agents.any_status') },
                ...(['live', 'draft'] as const).map((value) => ({ value, label: t(`agents.status.${value}`) })),
              ],
              onChange: (status) => setSearch((before) => ({ ...before, status })),
            },
          ]}
          count={t('agents.count', { count: rows.length, shown: number(rows.length) })}
        />
        <div className="min-h-0 flex-1 border-t">
          <RowTable
            label={t('agents.title')}
            rows={rows}
            columns={columns}
            keyOf={(it) => it.id}
            rowHeight={36}
            answerTo={JSON.stringify(search)}
            sorting={sortingOf(search.sort, (sort) => setSearch((before) => ({ ...before, sort })))}
            openKey={open}
            onOpen={(it) => setOpen(it.id)}
            selection={{
              nameOf: (it) => it.name,
              acts: ({ clear }) => (
                <Button size="small" look="danger" onClick={clear}>
                  <Trash2 aria-hidden />
                  {t('act.delete')}
                </Button>
              ),
            }}
          />
        </div>
      </div>
    </Story>
  )
}
