import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { textLink } from '#account/account-card.tsx'
import { agentsQuery } from '#agents/agent-queries.ts'
import { AgentStatus } from '#agents/agent-status.tsx'
import { api } from '#api/client.ts'
import { useMay, useMe } from '#api/me.ts'
import { CallStatus } from '#calls/call-status.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { Card, Page } from '#ui/page.tsx'
import { SkeletonRows, Trouble } from '#ui/states.tsx'
import { length, moment } from '#words/figures.ts'
import { keep, kept } from '#words/language.ts'
import { Figures } from './figures.tsx'
import { GettingStarted } from './getting-started.tsx'
import { LiveCalls } from './live-calls.tsx'
import { NeedsAttention } from './needs-attention.tsx'

const callsShown = 200

/** The first page: the way to a first agent, then how things stand. */
export function Overview() {
  const { t } = useTranslation()
  const mayCreate = useMay('agents:write')
  const mayAgents = useMay('agents:read')
  const mayCalls = useMay('calls:read')
  const agents = useQuery({ ...agentsQuery(), enabled: mayAgents })
  const calls = useQuery({ queryKey: ['calls', 'overview'], queryFn: () => api.calls.listCalls({ limit: callsShown }), enabled: mayCalls })
  const live = agents.data?.filter((it) => it.publishedVersion !== null).length ?? 0
  const talked = (calls.data?.items.length ?? 0) > 0
  const { tenant } = useMe()
  const [dismissed, setDismissed] = useState(() => kept(`myna.steps.${tenant?.id}`) === 'hidden')
  const dismiss = () => {
    keep(`myna.steps.${tenant?.id}`, 'hidden')
    setDismissed(true)
  }
  const agentsFault = agents.data ? undefined : agents.error
  const callsFault = calls.data ? undefined : calls.error
  // When nothing of the page came, it is said once.
  if (agentsFault && callsFault)
    return (
      <Page title={t('overview.title')}>
        <Trouble fault={agentsFault} onRetry={() => void agents.refetch()} />
      </Page>
    )
  return (
    <Page
      title={t('overview.title')}
      actions={
        mayCreate && (
          <ButtonLink to="/agents/new" look="primary">
            <Plus aria-hidden />
            {t('agents.create')}
          </ButtonLink>
        )
      }
    >
      <div className="mx-auto grid max-w-270 gap-5">
        {agents.data && calls.isFetched && mayCreate && !dismissed && (!talked || live === 0) && (
          <GettingStarted agents={agents.data} talked={talked} onDismiss={dismiss} />
        )}
        {mayCalls && <Figures calls={calls.data?.items} more={!!calls.data?.next} at={calls.dataUpdatedAt} failed={!!calls.error} />}
        <div className="grid items-start gap-5 lg:grid-cols-2">
          {mayAgents && <NeedsAttention agents={agents.data} fault={agentsFault} />}
          {mayCalls && <LiveCalls calls={calls.data?.items} fault={callsFault} onRetry={() => void calls.refetch()} />}
        </div>
        <div className="grid items-start gap-5 lg:grid-cols-2">
          {mayAgents && (
            <List
              title={t('overview.agents')}
              all={
                <Link to="/agents" className={`text-sm ${textLink}`}>
                  {t('overview.all_agents')}
                </Link>
              }
            >
              {agentsFault ? (
                <Trouble fault={agentsFault} onRetry={() => void agents.refetch()} className="!py-8" />
              ) : !agents.data ? (
                <SkeletonRows rows={3} />
              ) : agents.data.length === 0 ? (
                <p className="px-5 pb-5 text-sm text-ink-2">{t('agents.empty_body')}</p>
              ) : (
                <ul className="divide-y border-t">
                  {agents.data.slice(0, 6).map((it) => (
                    <li key={it.id}>
                      <Link
                        to={it.status === 'building' ? '/agents/$agentId/building' : '/agents/$agentId'}
                        params={{ agentId: it.id }}
                        className="flex min-h-12 items-center gap-3 px-5 py-2 hover:bg-hover focus-visible:-outline-offset-2"
                      >
                        <span className="min-w-0 flex-1">
                          <span className="block truncate text-sm font-medium">{it.name}</span>
                          <span className="block truncate text-xs text-ink-3">{it.draft.businessName}</span>
                        </span>
                        <AgentStatus agent={it} />
                      </Link>
                    </li>
                  ))}
                </ul>
              )}
            </List>
          )}
          {mayCalls && (
            <List
              title={t('overview.calls')}
              all={
                <Link to="/calls" className={`text-sm ${textLink}`}>
                  {t('overview.all_calls')}
                </Link>
              }
            >
              {callsFault ? (
                <Trouble fault={callsFault} onRetry={() => void calls.refetch()} className="!py-8" />
              ) : !calls.data ? (
                <SkeletonRows rows={3} />
              ) : calls.data.items.length === 0 ? (
                <p className="px-5 pb-5 text-sm text-ink-2">{t('overview.no_calls')}</p>
              ) : (
                <ul className="divide-y border-t">
                  {calls.data.items.slice(0, 6).map((it) => (
                    <li key={it.id}>
                      <Link
                        to="/calls/$callId"
                        params={{ callId: it.id }}
                        className="flex min-h-12 items-center gap-3 px-5 py-2 hover:bg-hover focus-visible:-outline-offset-2"
                      >
                        <span className="min-w-0 flex-1">
                          <span className="block truncate text-sm font-medium">{it.agentName}</span>
                          <span className="block truncate text-xs text-ink-3">{it.startedBy}</span>
                        </span>
                        <CallStatus call={it} />
                        <span className="w-24 text-right text-xs whitespace-nowrap text-ink-2 tabular-nums">
                          {it.durationMs === null ? '' : length(it.durationMs)}
                          <span className="block text-ink-3">{moment(it.startedAt)}</span>
                        </span>
                      </Link>
                    </li>
                  ))}
                </ul>
              )}
            </List>
          )}
        </div>
      </div>
    </Page>
  )
}

function List({ title, all, children }: { title: string; all: ReactNode; children: ReactNode }) {
  return (
    <Card className="overflow-hidden">
      <div className="flex items-baseline gap-3 px-5 pt-4 pb-3">
        <h2 className="flex-1 text-base font-semibold">{title}</h2>
        {all}
      </div>
      {children}
    </Card>
  )
}
