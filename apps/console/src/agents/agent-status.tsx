import { useTranslation } from 'react-i18next'
import type { Agent } from '#api/shapes.ts'
import { Badge, type Tone } from '#ui/badge.tsx'

export const agentStatuses = ['live', 'draft', 'building', 'failed'] as const satisfies readonly Agent['status'][]
const tones: Record<Agent['status'], Tone> = { live: 'ok', draft: 'neutral', building: 'info', failed: 'bad' }

/** Whether callers meet the agent. */
export function AgentStatus({ agent }: { agent: Agent }) {
  const { t } = useTranslation()
  return (
    <Badge dot tone={tones[agent.status]}>
      {t(`agents.status.${agent.status}`)}
      {agent.status === 'live' && agent.publishedVersion !== null && ` v${agent.publishedVersion}`}
    </Badge>
  )
}
