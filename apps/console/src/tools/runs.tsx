import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { History, SearchX } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { agentsQuery } from '#agents/agent-queries.ts'
import { textLink } from '#account/account-card.tsx'
import type { ToolRun } from '#api/shapes.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Drawer } from '#ui/dialog.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { type Column, RowTable } from '#ui/row-table.tsx'
import { Empty, SkeletonRows, Trouble } from '#ui/states.tsx'
import { fullMoment, moment, number, wait } from '#words/figures.ts'
import { humanValue } from './human-fields.ts'
import { RunOutcome } from './run-outcome.tsx'
import { RunStatus } from './tool-badges.tsx'
import { toolTitle } from './tool-title.ts'
import { runsQuery, toolsQuery } from './tool-queries.ts'

/** Every use of a tool, newest first. */
export function Runs() {
  const { t, i18n } = useTranslation()
  const navigate = useNavigate({ from: '/tools' })
  const search = useSearch({ from: '/shell/tools' })
  const agents = useQuery(agentsQuery())
  const tools = useQuery(toolsQuery())
  const list = useInfiniteQuery({ ...runsQuery(search.tool), placeholderData: (before) => before })
  const runs = useMemo(() => list.data?.pages.flatMap((it) => it.items), [list.data])
  const titles = useMemo(() => new Map(tools.data?.map((it) => [it.name, toolTitle(t, it)])), [tools.data, t])
  const shown = runs?.find((it) => it.id === search.open)
  const agent = shown && agents.data?.find((it) => it.id === shown.agentId)
  const change = (it: Record<string, string | undefined>) =>
    void navigate({
      search: (before: Record<string, string | undefined>) => Object.fromEntries(Object.entries({ ...before, ...it }).filter(([, value]) => value)),
      replace: true,
    })

  const columns = useMemo<Column<ToolRun>[]>(
    () => [
      {
        name: 'tool',
        head: t('runs.tool'),
        width: 'minmax(0,3fr)',
        cell: (run) => (
          <button type="button" onClick={() => change({ open: run.id })} className="block w-full min-w-0 text-left">
            <span className="block truncate font-medium">{titles.get(run.toolName) ?? run.toolName}</span>
            <span className="block truncate text-xs text-ink-3">
              {run.sentence ?? (Object.values(run.arguments).map(humanValue).filter(Boolean).join(' · ') || run.toolName)}
            </span>
          </button>
        ),
      },
      { name: 'status', head: t('runs.status_label'), width: 'clamp(5.5rem,12vw,7rem)', cell: (run) => <RunStatus run={run} /> },
      {
        name: 'took',
        head: <span className="sr-only">{t('runs.took', { time: '' })}</span>,
        width: '5rem',
        lean: true,
        right: true,
        cell: (run) => wait(run.tookMs),
      },
      {
        name: 'when',
        head: t('runs.when'),
        width: 'clamp(4.5rem,14vw,8rem)',
        right: true,
        cell: (run) => (
          <time dateTime={run.at} title={fullMoment(run.at)} className="text-ink-2">
            {moment(run.at)}
          </time>
        ),
      },
    ],
    [t, i18n.language, titles],
  )

  return (
    <>
      <div className="-mt-px shrink-0 border-b bg-surface">
        <FilterBar
          choices={[
            {
              label: t('runs.tool'),
              value: search.tool ?? '',
              options: [{ value: '', label: t('runs.any_tool') }, ...(tools.data ?? []).map((it) => ({ value: it.name, label: toolTitle(t, it) }))],
              onChange: (tool) => change({ tool }),
            },
          ]}
          count={
            runs &&
            (list.hasNextPage ? t('runs.count_more', { shown: number(runs.length) }) : t('runs.count', { count: runs.length, shown: number(runs.length) }))
          }
        />
      </div>
      <div className="min-h-0 flex-1">
        {list.error && !runs ? (
          <Trouble fault={list.error} onRetry={() => void list.refetch()} />
        ) : !runs ? (
          <SkeletonRows />
        ) : runs.length > 0 ? (
          <RowTable
            label={t('tools.tab.runs')}
            rows={runs}
            columns={columns}
            keyOf={(it) => it.id}
            onOpen={(it) => change({ open: it.id })}
            onEnd={list.hasNextPage && !list.isFetchingNextPage ? () => void list.fetchNextPage() : undefined}
          />
        ) : search.tool ? (
          <Empty icon={SearchX} title={t('runs.none_match')} body={t('runs.none_match_body')}>
            <Button onClick={() => change({ tool: undefined })}>{t('act.clear_filter')}</Button>
          </Empty>
        ) : (
          <Empty icon={History} title={t('runs.empty')} body={t('runs.empty_body')}>
            <ButtonLink look="primary" to="/tools" search={{ tab: 'tools' }}>
              {t('tools.try')}
            </ButtonLink>
          </Empty>
        )}
      </div>
      {shown && (
        <Drawer open onOpenChange={() => change({ open: undefined })} title={titles.get(shown.toolName) ?? shown.toolName}>
          <div className="grid gap-4">
            <p className="text-sm text-ink-2">
              <time dateTime={shown.at}>{fullMoment(shown.at)}</time>
              {agent && (
                <>
                  {' · '}
                  <Link to="/agents/$agentId" params={{ agentId: agent.id }} className={textLink}>
                    {agent.name}
                  </Link>
                </>
              )}
            </p>
            <RunOutcome run={shown} />
          </div>
        </Drawer>
      )}
    </>
  )
}
