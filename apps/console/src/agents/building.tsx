import { useMutation, useQuery } from '@tanstack/react-query'
import { Navigate, useParams } from '@tanstack/react-router'
import { CircleSlash, MessageSquareText } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api, queryClient } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import { useMay } from '#api/me.ts'
import type { Creation } from '#api/shapes.ts'
import { Badge, type Tone } from '#ui/badge.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Card, Page } from '#ui/page.tsx'
import { Skeleton, Trouble } from '#ui/states.tsx'
import { tellTrouble } from '#ui/toast.tsx'
import { length, number } from '#words/figures.ts'
import { agentQuery, creationQuery } from './agent-queries.ts'
import { BuildingLog, BuildingSteps } from './building-steps.tsx'
import { useCreation } from './use-creation.ts'

const tones: Record<Creation['status'], Tone> = { running: 'info', done: 'ok', failed: 'bad', cancelled: 'neutral' }

/** An agent while it is made from a website: live, may be left and come back to. */
export function Building() {
  const { t } = useTranslation()
  const words = useFaultWords()
  const { agentId } = useParams({ from: '/shell/agents/$agentId/building' })
  const mayWrite = useMay('agents:write')
  const agent = useQuery(agentQuery(agentId))
  const { query, said } = useCreation(agentId)
  const creation = query.data
  const keep = (it: Creation) => queryClient.setQueryData(creationQuery(agentId).queryKey, it)
  const trouble = (fault: unknown) => tellTrouble(words(fault))
  const cancel = useMutation({ mutationFn: (creationId: string) => api.agents.cancelCreation({ creationId }), onSuccess: keep, onError: trouble })
  const retry = useMutation({
    mutationFn: (it: { creationId: string; step: Creation['steps'][number]['name'] }) => api.agents.retryStep(it),
    onSuccess: keep,
    onError: trouble,
  })

  const name = agent.data?.name ?? t('building.title')
  const crumb = { label: t('agents.title'), to: '/agents' } as const
  if (query.error && !creation)
    return (
      <Page title={name} crumb={crumb}>
        <Trouble fault={query.error} onRetry={() => void query.refetch()} />
      </Page>
    )
  if (creation === null) return <Navigate to="/agents/$agentId" params={{ agentId }} replace />

  return (
    <Page
      flush
      title={name}
      crumb={crumb}
      badge={creation && <Badge tone={tones[creation.status]}>{t(`building.status.${creation.status}`)}</Badge>}
      actions={
        creation?.status === 'running' &&
        mayWrite && (
          <Button busy={cancel.isPending} onClick={() => cancel.mutate(creation.id)}>
            <CircleSlash aria-hidden />
            {t('building.cancel')}
          </Button>
        )
      }
    >
      <div className="mx-auto grid max-w-180 gap-4 px-4 py-5 lg:px-6">
        <p className="truncate text-sm text-ink-2">{creation ? creation.url : <Skeleton className="h-5 w-60" />}</p>
        <Card className="p-5">
          {creation ? (
            <BuildingSteps
              creation={creation}
              onRetry={mayWrite ? (step) => retry.mutate({ creationId: creation.id, step }) : undefined}
              retrying={retry.isPending}
            />
          ) : (
            <div className="grid gap-5">
              {[0, 1, 2, 3, 4].map((it) => (
                <Skeleton key={it} className="h-9" />
              ))}
            </div>
          )}
        </Card>
        {creation?.status === 'running' && <p className="px-1 text-sm text-ink-2">{t('building.may_leave')}</p>}
        {creation?.status === 'done' && <Done creation={creation} />}
        {(creation?.status === 'cancelled' || creation?.status === 'failed') && (
          <Card className="flex flex-wrap items-center gap-3 p-5">
            <p className="min-w-60 flex-1 text-sm text-ink-2">{t(creation.status === 'cancelled' ? 'building.cancelled_help' : 'building.failed_help')}</p>
            <ButtonLink to="/agents/$agentId" params={{ agentId }} search={{ tab: 'knowledge' }}>
              {t('building.see_what_was_read')}
            </ButtonLink>
            <ButtonLink to="/agents/new" search={{ url: creation.url }}>
              {t('building.start_over')}
            </ButtonLink>
          </Card>
        )}
        {said.length > 0 && <BuildingLog said={said} />}
      </div>
    </Page>
  )
}

/** The end: talk to it, and what is not live yet. */
function Done({ creation }: { creation: Creation }) {
  const { t } = useTranslation()
  const { agentId } = creation
  const agent = useQuery(agentQuery(agentId))
  const base = useQuery({ queryKey: ['base', agent.data?.baseId], queryFn: () => api.knowledge.getBase({ baseId: agent.data!.baseId }), enabled: !!agent.data })
  const tookMs = creation.endedAt ? Date.parse(creation.endedAt) - Date.parse(creation.startedAt) : undefined
  const unpublished = agent.data && agent.data.publishedVersion === null && !agent.isFetching
  return (
    <Card className="p-5">
      <h2 className="text-lg font-semibold">{t('building.ready')}</h2>
      <p className="mt-1 min-h-5 text-sm text-ink-2">
        {base.data && (
          <>
            {t('building.knows', { count: base.data.itemCount, shown: number(base.data.itemCount) })}{' '}
            {tookMs !== undefined && t('building.took', { time: length(tookMs) })}
          </>
        )}
      </p>
      <div className="mt-4 flex flex-wrap gap-2">
        <ButtonLink to="/agents/$agentId" params={{ agentId }} search={{ talk: 'yes' }} look="primary" size="large">
          <MessageSquareText aria-hidden />
          {t('building.talk')}
        </ButtonLink>
        <ButtonLink to="/agents/$agentId" params={{ agentId }} search={{ tab: 'knowledge' }} size="large">
          {t('building.review')}
        </ButtonLink>
      </div>
      <div className="mt-5 border-t pt-4">
        <h3 className="text-sm font-medium">{t('building.not_yet')}</h3>
        <ul className="mt-1.5 grid list-disc gap-1 pl-5 text-sm text-ink-2">
          {unpublished && <li>{t('building.not_published')}</li>}
          <li>{t('building.no_number')}</li>
          {!!base.data?.conflictCount && <li>{t('building.conflicts', { count: base.data.conflictCount })}</li>}
        </ul>
      </div>
    </Card>
  )
}
