import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormTrouble } from '#account/account-card.tsx'
import { agentQuery } from '#agents/agent-queries.ts'
import { api, queryClient } from '#api/client.ts'
import { isFault, useFaultWords } from '#api/fault-words.ts'
import type { Agent } from '#api/shapes.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Field, Input } from '#ui/field.tsx'
import { Skeleton, Trouble } from '#ui/states.tsx'
import { tell } from '#ui/toast.tsx'
import { ConfigDiff } from './config-diff.tsx'

/** Shows what callers will meet differently, and publishes it. */
export function PublishDialog({ agent, onClose }: { agent: Agent; onClose: () => void }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const navigate = useNavigate()
  const [note, setNote] = useState('')
  const newest = useQuery({
    queryKey: ['agent', agent.id, 'newest-version'],
    queryFn: async () => (await api.agents.listVersions({ agentId: agent.id, limit: 1 })).items[0] ?? null,
    staleTime: 0,
  })
  const publish = useMutation({
    mutationFn: () => api.agents.publishAgent({ agentId: agent.id, note: note.trim() }),
    onSuccess: async (published) => {
      queryClient.setQueryData(agentQuery(agent.id).queryKey, published)
      onClose()
      tell(t('publish.published', { version: published.publishedVersion }))
      await queryClient.invalidateQueries({ queryKey: ['agent', agent.id] })
      await queryClient.invalidateQueries({ queryKey: ['agents'] })
    },
  })
  return (
    <Dialog
      wide
      open
      onOpenChange={onClose}
      title={t('publish.title', { name: agent.name })}
      description={newest.data === null ? t('publish.first') : t('publish.help')}
      footer={
        <>
          <Button onClick={onClose}>{t('act.cancel')}</Button>
          <Button form="publish" type="submit" look="primary" busy={publish.isPending} disabled={!newest.isFetched}>
            {t('publish.publish')}
          </Button>
        </>
      }
    >
      <form
        id="publish"
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (!publish.isPending) publish.mutate()
        }}
      >
        {newest.error ? (
          <Trouble fault={newest.error} onRetry={() => void newest.refetch()} className="!py-4" />
        ) : newest.isFetched ? (
          <ConfigDiff before={newest.data?.config} after={agent.draft} />
        ) : (
          <Skeleton className="h-24" />
        )}
        <Field label={t('publish.note')} optional={t('act.optional')} help={t('publish.note_help')}>
          {(named) => <Input {...named} value={note} maxLength={300} onChange={(event) => setNote(event.target.value)} />}
        </Field>
        {isFault(publish.error, 'agents.not_passed') ? (
          <div role="alert" className="flex flex-wrap items-center gap-3 rounded-sm bg-warn-bg px-3 py-2.5 text-sm text-warn">
            <div className="min-w-52 flex-1">
              <p className="font-medium">{t('mustPass.not_passed')}</p>
              <p>{t('mustPass.not_passed_help')}</p>
            </div>
            <Button
              onClick={() => {
                onClose()
                void navigate({ to: '/agents/$agentId', params: { agentId: agent.id }, search: { tab: 'simulations' } })
              }}
            >
              {t('mustPass.not_passed_act')}
            </Button>
          </div>
        ) : (
          <FormTrouble trouble={publish.error ? words(publish.error) : undefined} />
        )}
      </form>
    </Dialog>
  )
}
