import { useQuery } from '@tanstack/react-query'
import { Check, MessageSquareText, Pencil, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AgentFacts } from '#agent/agent-facts.tsx'
import { api, queryClient } from '#api/client.ts'
import { useMay } from '#api/me.ts'
import type { Agent } from '#api/shapes.ts'
import { patched, useWrite } from '#api/use-write.ts'
import { Badge } from '#ui/badge.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Drawer } from '#ui/dialog.tsx'
import { Fact, Facts } from '#ui/facts.tsx'
import { SmallInput } from '#ui/field.tsx'
import { useSettled } from '#ui/settled.ts'
import { SkeletonRows, Trouble } from '#ui/states.tsx'
import { agentQuery } from './agent-queries.ts'
import { AgentStatus } from './agent-status.tsx'
import { languageNames } from './spoken-languages.ts'

/** One agent beside the list: what it is, and its name to change. */
export function AgentDrawer({ agentId, onClose }: { agentId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const {
    data: agent,
    error,
    refetch,
  } = useQuery({
    ...agentQuery(agentId),
    // What the list knows of it is shown until it is here in full.
    placeholderData: () =>
      queryClient
        .getQueriesData<Agent[]>({ queryKey: ['agents'] })
        .flatMap(([, all]) => all ?? [])
        .find((it) => it.id === agentId),
  })
  const page = { to: agent?.status === 'building' ? '/agents/$agentId/building' : '/agents/$agentId', params: { agentId } } as const
  return (
    <Drawer
      open
      onOpenChange={onClose}
      title={agent?.name ?? t('agents.title')}
      badge={agent && <AgentStatus agent={agent} />}
      page={agent && page}
      footer={
        agent &&
        agent.status !== 'building' && (
          <ButtonLink look="primary" to="/agents/$agentId" params={{ agentId }} search={{ talk: 'yes' }}>
            <MessageSquareText aria-hidden />
            {t('agents.talk')}
          </ButtonLink>
        )
      }
    >
      {error && !agent ? (
        <Trouble fault={error} onRetry={() => void refetch()} />
      ) : !agent ? (
        <SkeletonRows rows={4} className="h-12 !px-0" />
      ) : (
        <div className="grid gap-5">
          <Facts>
            <Fact label={t('agents.name')}>
              <AgentName agent={agent} />
            </Fact>
            <Fact label={t('agents.languages')}>{languageNames(t, agent.draft.languages)}</Fact>
            {agent.draft.greeting && (
              <Fact label={t('create.greeting')}>
                <span dir="auto">{agent.draft.greeting}</span>
              </Fact>
            )}
            {agent.status === 'live' && agent.hasUnpublishedChanges && <Badge tone="warn">{t('agents.unpublished')}</Badge>}
          </Facts>
          <AgentFacts agent={agent} />
        </div>
      )}
    </Drawer>
  )
}

/** The name, changed in its place: shown at once, put back when it is refused. */
function AgentName({ agent }: { agent: Agent }) {
  const { t } = useTranslation()
  const mayWrite = useMay('agents:write')
  const [typed, setTyped] = useState<string>()
  const settled = useSettled()
  const rename = useWrite<{ name: string }, Agent>({
    send: (it) => api.agents.updateDraft({ agentId: agent.id, name: it.name }),
    keys: [['agents'], ['agent', agent.id]],
    apply: (shown, it) => patched<Agent>(shown, (one) => one.id === agent.id, it),
    told: (saved) => t('agents.renamed', { name: saved.name }),
    undo: () => ({ name: agent.name }),
    what: (it) => it.name,
  })
  if (typed === undefined)
    return (
      <span className="flex items-center gap-1">
        <span className="min-w-0 font-medium">{agent.name}</span>
        {mayWrite && (
          <Button look="ghost" size="icon" aria-label={t('agents.rename')} onClick={() => setTyped(agent.name)}>
            <Pencil aria-hidden />
          </Button>
        )}
      </span>
    )
  const done = () => {
    setTyped(undefined)
    settled()
  }
  return (
    <form
      className="flex items-center gap-1"
      onSubmit={(event) => {
        event.preventDefault()
        const name = typed.trim()
        if (name && name !== agent.name) rename.run({ name })
        done()
      }}
    >
      <SmallInput
        aria-label={t('agents.name')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        // Escape leaves the name, not the drawer.
        onKeyDown={(event) => event.key === 'Escape' && (event.stopPropagation(), done())}
        maxLength={80}
        dir="auto"
        autoFocus
      />
      <Button type="submit" look="ghost" size="icon" aria-label={t('act.save')}>
        <Check aria-hidden />
      </Button>
      <Button look="ghost" size="icon" aria-label={t('act.cancel')} onClick={done}>
        <X aria-hidden />
      </Button>
    </form>
  )
}
