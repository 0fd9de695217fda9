import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { agentsQuery } from '#agents/agent-queries.ts'
import { textLink } from '#account/account-card.tsx'
import type { Correction } from '#api/shapes.ts'

/** The way to the knowledge a correction became, among what the agent of its base knows. */
export function KnowledgeLink({ correction: { baseId, itemId, question } }: { correction: Correction }) {
  const { t } = useTranslation()
  const { data: agents } = useQuery(agentsQuery())
  const agent = agents?.find((it) => it.baseId === baseId)
  if (itemId === null) return <span className="text-ink-3">{t('training.item_gone')}</span>
  if (!agent) return null
  return (
    <Link to="/agents/$agentId" params={{ agentId: agent.id }} search={{ tab: 'knowledge', q: question.slice(0, 200) }} className={textLink}>
      {t('training.in_knowledge')}
    </Link>
  )
}
