import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Bot, Globe, Plus } from 'lucide-react'
import { lazy, Suspense, useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '#api/me.ts'
import type { Agent } from '#api/shapes.ts'
import { useShortcuts } from '#shell/shortcuts.ts'
import { Kbd } from '#ui/badge.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { ListBody } from '#ui/list-body.tsx'
import { Page } from '#ui/page.tsx'
import { SavedViews } from '#ui/saved-views.tsx'
import { Empty } from '#ui/states.tsx'
import { sortingOf, sortRows } from '#ui/sorting.ts'
import { useNarrow } from '#ui/use-narrow.ts'
import { everything } from '#ui/view-address.ts'
import { number } from '#words/figures.ts'
import { agentsQuery, type AgentFilter } from './agent-queries.ts'
import { agentStatuses } from './agent-status.tsx'
import { AgentSample, AgentTable } from './agent-table.tsx'

// What opens over the list comes when it is asked for.
const AgentDrawer = lazy(() => import('./agent-drawer.tsx').then((it) => ({ default: it.AgentDrawer })))

const sortKeys = {
  name: (it: Agent) => it.name,
  status: (it: Agent) => agentStatuses.indexOf(it.status),
  updated: (it: Agent) => Date.parse(it.updatedAt),
}

/** The list of agents. */
export function Agents() {
  const { t, i18n } = useTranslation()
  const navigate = useNavigate({ from: '/agents' })
  const mayWrite = useMay('agents:write')
  const search = useSearch({ from: '/shell/agents' })
  const status = agentStatuses.find((it) => it === search.status)
  const filter: AgentFilter = { ...(search.q && { q: search.q }), ...(status && { status }) }
  const filtered = Object.keys(filter).length > 0
  const list = useQuery({ ...agentsQuery(filter), placeholderData: (before) => before })
  // The head says at once how rows will be ordered; the rows follow.
  const sort = useDeferredValue(search.sort)
  const rows = useMemo(() => list.data && sortRows(list.data, sort, sortKeys, i18n.language), [list.data, sort, i18n.language])
  const narrow = useNarrow()

  useShortcuts({
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
          views={<SavedViews list="agents" />}
          count={list.data && t('agents.count', { count: list.data.length, shown: number(list.data.length) })}
        />
      }
    >
      <ListBody
        rows={rows}
        error={list.error}
        onRetry={() => void list.refetch()}
        noMatch={
          filtered
            ? { title: t('agents.none_match'), body: t('agents.none_match_body'), onClear: () => narrow({ q: undefined, status: undefined, view: everything }) }
            : undefined
        }
        empty={
          <Empty icon={Bot} title={t('agents.empty')} body={t('agents.empty_body')} sample={<AgentSample />}>
            {mayWrite && (
              <ButtonLink to="/agents/new" look="primary">
                <Globe aria-hidden />
                {t('agents.create_from_website')}
              </ButtonLink>
            )}
          </Empty>
        }
      >
        {(shown) => (
          <AgentTable
            agents={shown}
            answerTo={JSON.stringify([filter, sort])}
            sorting={sortingOf(search.sort, (next) => narrow({ sort: next }))}
            openId={search.open}
            onOpen={(agentId) => narrow({ open: agentId }, { push: true })}
          />
        )}
      </ListBody>
      <Suspense>{search.open && <AgentDrawer agentId={search.open} onClose={() => narrow({ open: undefined })} />}</Suspense>
    </Page>
  )
}
