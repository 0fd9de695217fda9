import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ExternalLink } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { creationQuery } from '#agents/agent-queries.ts'
import { textLink } from '#account/account-card.tsx'
import type { Agent } from '#api/shapes.ts'
import { baseQuery } from '#knowledge/knowledge-queries.ts'
import { shortAddress } from '#knowledge/short-address.ts'
import { Fact, Facts } from '#ui/facts.tsx'
import { Skeleton } from '#ui/states.tsx'
import { moment, number } from '#words/figures.ts'

/** What is known about an agent besides its draft. */
export function AgentFacts({ agent }: { agent: Agent }) {
  const { t } = useTranslation()
  const base = useQuery(baseQuery(agent.baseId))
  const creation = useQuery({ ...creationQuery(agent.id), enabled: agent.website !== null })
  return (
    <Facts className="content-start @4xl:border-l @4xl:pl-6">
      <Fact label={t('facts.callers_meet')}>
        {agent.publishedVersion === null ? t('facts.nothing_published') : t('facts.version', { version: agent.publishedVersion })}
      </Fact>
      <Fact label={t('facts.knows')}>
        {base.data ? (
          <Link to="/agents/$agentId" params={{ agentId: agent.id }} search={{ tab: 'knowledge' }} className={`${textLink} inline-flex min-h-6 items-center`}>
            {t('facts.items', { count: base.data.itemCount, shown: number(base.data.itemCount) })}
          </Link>
        ) : base.error ? (
          t('facts.unknown')
        ) : (
          <Skeleton className="h-5 w-24" />
        )}
        {!!base.data?.conflictCount && <div className="text-warn">{t('facts.conflicts', { count: base.data.conflictCount })}</div>}
      </Fact>
      {agent.website && (
        <Fact label={t('facts.website')}>
          <a
            href={agent.website}
            target="_blank"
            rel="noreferrer noopener"
            className={`${textLink} inline-flex min-h-6 items-center gap-1 [overflow-wrap:anywhere]`}
          >
            {shortAddress(agent.website)}
            <ExternalLink aria-hidden className="size-3 shrink-0" />
            <span className="sr-only">{t('act.new_window')}</span>
          </a>
          {creation.data && (
            <div>
              <Link to="/agents/$agentId/building" params={{ agentId: agent.id }} className="inline-flex min-h-6 items-center text-ink-2 hover:underline">
                {t('facts.how_built')}
              </Link>
            </div>
          )}
        </Fact>
      )}
      <Fact label={t('facts.created')}>{moment(agent.createdAt)}</Fact>
      <Fact label={t('facts.id')}>
        <code className="font-mono text-xs [overflow-wrap:anywhere] text-ink-2 select-all">{agent.id}</code>
      </Fact>
    </Facts>
  )
}
