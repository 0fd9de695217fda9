import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Agent } from '#api/shapes.ts'
import { Badge } from '#ui/badge.tsx'
import { Tab, Tabs } from '#ui/page.tsx'
import { Trouble } from '#ui/states.tsx'
import { number } from '#words/figures.ts'
import { Conflicts } from './conflicts.tsx'
import { Items } from './items.tsx'
import { baseQuery } from './knowledge-queries.ts'
import { Sources } from './sources.tsx'

/** What an agent knows: the things themselves, what contradicts, and where they come from. */
export function Knowledge({ agent }: { agent: Agent }) {
  const { t } = useTranslation()
  const search = useSearch({ from: '/shell/agents/$agentId' })
  const base = useQuery(baseQuery(agent.baseId))
  const view = search.view === 'conflicts' || search.view === 'sources' ? search.view : 'items'
  if (base.error && !base.data) return <Trouble fault={base.error} onRetry={() => void base.refetch()} />
  const counts = { items: base.data?.itemCount, conflicts: base.data?.conflictCount, sources: undefined }
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="border-b">
        <Tabs label={t('knowledge.views')}>
          {(['items', 'conflicts', 'sources'] as const).map((it) => (
            <Tab
              key={it}
              to="/agents/$agentId"
              params={{ agentId: agent.id }}
              search={{ tab: 'knowledge', ...(it !== 'items' && { view: it }), ...(search.talk && { talk: search.talk }) }}
              current={view === it}
            >
              {it === 'sources' ? t('uploads.sources') : t(`knowledge.${it}`)}
              {counts[it] !== undefined &&
                (it === 'conflicts' && counts[it] > 0 ? (
                  <Badge tone="warn">{number(counts[it])}</Badge>
                ) : (
                  <span className="text-xs text-ink-3 tabular-nums">{number(counts[it])}</span>
                ))}
            </Tab>
          ))}
        </Tabs>
      </div>
      <div className="min-h-0 flex-1">
        {view === 'items' && <Items agent={agent} base={base.data} />}
        {view === 'conflicts' && <Conflicts agent={agent} />}
        {view === 'sources' && <Sources agent={agent} />}
      </div>
    </div>
  )
}
