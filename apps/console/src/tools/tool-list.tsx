import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Plus, SearchX } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import { useMay } from '#api/me.ts'
import type { Tool } from '#api/shapes.ts'
import { useShortcuts } from '#shell/shortcuts.ts'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { type Column, RowTable } from '#ui/row-table.tsx'
import { Empty, SkeletonRows, Trouble } from '#ui/states.tsx'
import { tellTrouble } from '#ui/toast.tsx'
import { number } from '#words/figures.ts'
import { Changes } from './tool-badges.tsx'
import { ToolDialog } from './tool-dialog.tsx'
import { ToolDrawer } from './tool-drawer.tsx'
import { toolHelp, toolTitle } from './tool-title.ts'
import { toolsChanged, toolsQuery } from './tool-queries.ts'

const kinds = ['errand', 'http', 'plugin', 'mcp'] as const

/** Every tool of the organisation: built in, over HTTP, of plugins and of MCP servers. */
export function ToolList() {
  const { t, i18n } = useTranslation()
  const words = useFaultWords()
  const navigate = useNavigate({ from: '/tools' })
  const search = useSearch({ from: '/shell/tools' })
  const mayWrite = useMay('tools:write')
  const [adding, setAdding] = useState(false)
  const kind = kinds.find((it) => it === search.kind)
  const filter = { ...(kind && { kind }), ...(search.q && { q: search.q }) }
  const list = useQuery({ ...toolsQuery(filter), placeholderData: (before) => before })
  const shown = list.data?.find((it) => it.id === search.open)
  const toggle = useMutation({
    mutationFn: ({ id, enabled }: Tool) => api.tools.updateTool({ toolId: id, enabled: !enabled }),
    onSettled: toolsChanged,
    onError: (fault) => tellTrouble(words(fault)),
  })
  const change = (it: Record<string, string | undefined>) =>
    void navigate({
      search: (before: Record<string, string | undefined>) => Object.fromEntries(Object.entries({ ...before, ...it }).filter(([, value]) => value)),
      replace: true,
    })
  useShortcuts({ ...(mayWrite && { c: () => setAdding(true) }) })

  const columns = useMemo<Column<Tool>[]>(
    () => [
      {
        name: 'title',
        head: t('tools.title_field'),
        width: 'minmax(0,3fr)',
        cell: (tool) => (
          <button type="button" onClick={() => change({ open: tool.id })} className="block w-full min-w-0 text-left">
            <span className="block truncate font-medium">{toolTitle(t, tool)}</span>
            <span className="block truncate text-xs text-ink-3">
              <code className="font-mono">{tool.name}</code> · {tool.request ? `${tool.request.method} ${tool.request.url}` : toolHelp(t, tool)}
            </span>
          </button>
        ),
      },
      {
        name: 'kind',
        head: t('tools.kind_label'),
        width: '7rem',
        lean: true,
        cell: (tool) => (tool.missing ? <Badge tone="bad">{t('tools.missing')}</Badge> : <span className="text-ink-2">{t(`tools.kind.${tool.kind}`)}</span>),
      },
      { name: 'changes', head: t('tools.changes_label'), width: 'clamp(8rem,14vw,11rem)', cell: (tool) => <Changes tool={tool} /> },
      {
        name: 'timeout',
        head: <span className="sr-only">{t('tools.timeout')}</span>,
        width: '3.5rem',
        lean: true,
        right: true,
        cell: (tool) => <span className="text-ink-2">{number(tool.timeoutMs / 1000)} s</span>,
      },
      {
        name: 'enabled',
        head: <span className="sr-only">{t('tools.enabled')}</span>,
        width: '3rem',
        right: true,
        cell: (tool) =>
          tool.kind === 'errand' || !mayWrite ? (
            <span className="text-xs text-ink-3">{t(tool.enabled ? 'tools.on' : 'tools.off')}</span>
          ) : (
            <input
              type="checkbox"
              role="switch"
              aria-label={`${t('tools.enabled')}: ${toolTitle(t, tool)}`}
              className="size-4 accent-brand coarse:size-6"
              checked={toggle.isPending && toggle.variables.id === tool.id ? !tool.enabled : tool.enabled}
              onChange={() => toggle.mutate(tool)}
            />
          ),
      },
    ],
    [t, i18n.language, mayWrite, toggle.isPending, toggle.variables?.id],
  )

  return (
    <>
      <div className="-mt-px shrink-0 border-b bg-surface">
        <FilterBar
          label={t('tools.search')}
          q={search.q ?? ''}
          onQ={(q) => change({ q })}
          choices={[
            {
              label: t('tools.kind_label'),
              value: kind ?? '',
              options: [{ value: '', label: t('tools.any_kind') }, ...kinds.map((value) => ({ value, label: t(`tools.kind.${value}`) }))],
              onChange: (value) => change({ kind: value }),
            },
          ]}
          count={list.data && t('tools.count', { count: list.data.length, shown: number(list.data.length) })}
        >
          {mayWrite && (
            <Button look="primary" onClick={() => setAdding(true)}>
              <Plus aria-hidden />
              {t('tools.add')}
            </Button>
          )}
        </FilterBar>
        <p className="px-4 pb-2.5 text-xs text-ink-2 lg:px-6">{t('tools.intro')}</p>
      </div>
      <div className="min-h-0 flex-1">
        {list.error && !list.data ? (
          <Trouble fault={list.error} onRetry={() => void list.refetch()} />
        ) : !list.data ? (
          <SkeletonRows />
        ) : list.data.length > 0 ? (
          <RowTable label={t('tools.title')} rows={list.data} columns={columns} keyOf={(it) => it.id} onOpen={(it) => change({ open: it.id })} />
        ) : (
          <Empty icon={SearchX} title={t('tools.empty')} body={t('tools.empty_body')}>
            <Button onClick={() => void navigate({ search: { tab: 'tools' } })}>{t('act.clear_filter')}</Button>
          </Empty>
        )}
      </div>
      {adding && <ToolDialog onClose={() => setAdding(false)} onSaved={(it) => change({ open: it.id })} />}
      {shown && <ToolDrawer key={shown.id} tool={shown} onClose={() => change({ open: undefined })} />}
    </>
  )
}
