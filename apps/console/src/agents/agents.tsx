import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Bot, Globe, Plus, SearchX } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '#api/me.ts'
import { useShortcuts } from '#shell/shortcuts.ts'
import { Kbd } from '#ui/badge.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { Page } from '#ui/page.tsx'
import { Empty, SkeletonRows, Trouble } from '#ui/states.tsx'
import { number } from '#words/figures.ts'
import { agentsQuery, type AgentFilter } from './agent-queries.ts'
import { agentStatuses } from './agent-status.tsx'
import { AgentSample, AgentTable } from './agent-table.tsx'

/** The list of agents. */
export function Agents() {
  const { t } = useTranslation()
  const navigate = useNavigate({ from: '/agents' })
  const mayWrite = useMay('agents:write')
  const search = useSearch({ from: '/shell/agents' })
  const status = agentStatuses.find((it) => it === search.status)
  const filter: AgentFilter = { ...(search.q && { q: search.q }), ...(status && { status }) }
  const filtered = Object.keys(filter).length > 0
  const list = useQuery({ ...agentsQuery(filter), placeholderData: (before) => before })
  const field = useRef<HTMLInputElement>(null)
  const narrow = (change: { q?: string | undefined; status?: string | undefined }) =>
    void navigate({
      search: (before: { q?: string; status?: string }) => Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value)),
      replace: true,
    })

  useShortcuts({
    '/': () => field.current?.focus(),
    f: () => field.current?.focus(),
    ...(mayWrite && { c: () => void navigate({ to: '/agents/new' }) }),
  })

  const create = mayWrite && (
    <ButtonLink to="/agents/new" look="primary">
      <Plus aria-hidden />
      {t('agents.create')}
      <span aria-hidden className="max-sm:hidden">
        <Kbd>C</Kbd>
      </span>
    </ButtonLink>
  )

  return (
    <Page
      flush
      title={t('agents.title')}
      actions={create}
      below={
        <FilterBar
          ref={field}
          label={t('agents.search')}
          q={search.q ?? ''}
          onQ={(q) => narrow({ q })}
          choices={[
            {
              label: t('agents.status_label'),
              value: status ?? '',
              options: [{ value: '', label: t('agents.any_status') }, ...agentStatuses.map((value) => ({ value, label: t(`agents.status.${value}`) }))],
              onChange: (value) => narrow({ status: value }),
            },
          ]}
          count={list.data && t('agents.count', { count: list.data.length, shown: number(list.data.length) })}
        />
      }
    >
      {list.error && !list.data ? (
        <Trouble fault={list.error} onRetry={() => void list.refetch()} />
      ) : !list.data ? (
        <SkeletonRows />
      ) : list.data.length > 0 ? (
        <AgentTable agents={list.data} />
      ) : filtered ? (
        <Empty icon={SearchX} title={t('agents.none_match')} body={t('agents.none_match_body')}>
          <Button onClick={() => void navigate({ search: {} })}>{t('act.clear_filter')}</Button>
        </Empty>
      ) : (
        <Empty icon={Bot} title={t('agents.empty')} body={t('agents.empty_body')} sample={<AgentSample />}>
          {mayWrite && (
            <ButtonLink to="/agents/new" look="primary">
              <Globe aria-hidden />
              {t('agents.create_from_website')}
            </ButtonLink>
          )}
        </Empty>
      )}
    </Page>
  )
}
