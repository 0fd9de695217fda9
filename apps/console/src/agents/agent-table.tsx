import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Copy, Ellipsis, MessageSquareText, Trash2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, queryClient } from '#api/client.ts'
import { useEach } from '#api/use-each.ts'
import { useFaultWords } from '#api/fault-words.ts'
import { useMay } from '#api/me.ts'
import type { Agent } from '#api/shapes.ts'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Confirm } from '#ui/dialog.tsx'
import { MenuItem, MenuLine, RowMenu } from '#ui/menu.tsx'
import type { Sorting } from '#ui/sorting.ts'
import { type Column, RowTable } from '#ui/row-table.tsx'
import { tell, tellTrouble } from '#ui/toast.tsx'
import { When } from '#ui/when.tsx'
import { number } from '#words/figures.ts'
import { AgentStatus } from './agent-status.tsx'
import { copyName } from './copy-name.ts'
import { languageNames } from './spoken-languages.ts'

type Props = {
  agents: readonly Agent[]
  answerTo: string
  sorting: Sorting
  openId: string | undefined
  onOpen: (agentId: string) => void
}

/** Agents as rows. */
export function AgentTable({ agents, answerTo, sorting, openId, onOpen }: Props) {
  const { t, i18n } = useTranslation()
  const mayWrite = useMay('agents:write')
  const [leaving, setLeaving] = useState<Agent[]>()
  const columns = useMemo<Column<Agent>[]>(
    () => [
      {
        name: 'name',
        head: t('agents.name'),
        sorts: true,
        width: 'minmax(0,2.4fr)',
        cell: (agent) => (
          <>
            <Link
              to={agent.status === 'building' ? '/agents/$agentId/building' : '/agents/$agentId'}
              params={{ agentId: agent.id }}
              className="block w-fit max-w-full truncate font-medium hover:underline"
            >
              {agent.name}
            </Link>
            <div className="truncate text-xs text-ink-3">{agent.website ? agent.website.replace(/^https?:\/\//, '') : agent.draft.businessName}</div>
          </>
        ),
      },
      {
        name: 'status',
        head: t('agents.status_label'),
        sorts: true,
        width: 'minmax(7rem,max-content)',
        cell: (agent) => (
          <div className="flex flex-wrap gap-1">
            <AgentStatus agent={agent} />
            {agent.status === 'live' && agent.hasUnpublishedChanges && (
              <Badge tone="warn" className="max-lg:hidden">
                {t('agents.unpublished')}
              </Badge>
            )}
          </div>
        ),
      },
      {
        name: 'languages',
        head: t('agents.languages'),
        width: 'minmax(0,1.4fr)',
        lean: true,
        cell: (agent) => <span className="block truncate text-ink-2">{languageNames(t, agent.draft.languages)}</span>,
      },
      {
        name: 'updated',
        head: t('agents.updated'),
        sorts: true,
        width: '8rem',
        lean: true,
        right: true,
        cell: (agent) => <When at={agent.updatedAt} />,
      },
      {
        name: 'acts',
        head: <span className="sr-only">{t('act.more')}</span>,
        width: '2.25rem',
        cell: (agent) => (
          // A line of the list shows other agents in its time, a menu only its own.
          <RowMenu
            key={agent.id}
            trigger={
              <Button look="ghost" size="icon" aria-label={t('agents.acts_of', { name: agent.name })} className="-mr-1">
                <Ellipsis aria-hidden />
              </Button>
            }
          >
            <AgentActs agent={agent} onDelete={() => setLeaving([agent])} />
          </RowMenu>
        ),
      },
    ],
    [t, i18n.language],
  )
  return (
    <>
      <RowTable
        plain
        label={t('agents.title')}
        rows={agents}
        columns={columns}
        keyOf={idOf}
        answerTo={answerTo}
        sorting={sorting}
        openKey={openId}
        onOpen={(agent) => onOpen(agent.id)}
        selection={
          mayWrite
            ? {
                nameOf: (agent) => agent.name,
                acts: ({ rows }) => (
                  <Button look="danger" size="small" onClick={() => setLeaving(rows())}>
                    <Trash2 aria-hidden />
                    {t('act.delete')}
                  </Button>
                ),
              }
            : undefined
        }
      />
      {leaving?.length === 1 && <DeleteAgent agent={leaving[0]!} onClose={() => setLeaving(undefined)} />}
      {leaving && leaving.length > 1 && <DeleteAgents agents={leaving} onClose={() => setLeaving(undefined)} />}
    </>
  )
}

const idOf = (it: Agent) => it.id

function AgentActs({ agent, onDelete }: { agent: Agent; onDelete: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const mayWrite = useMay('agents:write')
  const duplicate = useDuplicate()
  return (
    <>
      <MenuItem
        disabled={agent.status === 'building'}
        onSelect={() => void navigate({ to: '/agents/$agentId', params: { agentId: agent.id }, search: { talk: 'yes' } })}
      >
        <MessageSquareText aria-hidden />
        {t('agents.talk')}
      </MenuItem>
      {mayWrite && (
        <>
          <MenuItem onSelect={() => duplicate.mutate(agent)}>
            <Copy aria-hidden />
            {t('agents.duplicate')}
          </MenuItem>
          <MenuLine />
          <MenuItem danger onSelect={onDelete}>
            <Trash2 aria-hidden />
            {t('act.delete')}
          </MenuItem>
        </>
      )}
    </>
  )
}

/** Copies an agent under the next free name and opens the copy. */
export function useDuplicate() {
  const { t } = useTranslation()
  const words = useFaultWords()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: async (agent: Agent) => {
      const names = new Set((await api.agents.listAgents({ q: agent.name.slice(0, 60), limit: 200 })).items.map((it) => it.name))
      return api.agents.duplicateAgent({ agentId: agent.id, name: copyName(agent.name, names) })
    },
    onSuccess: async (copy) => {
      await queryClient.invalidateQueries({ queryKey: ['agents'] })
      tell(t('agents.duplicated', { name: copy.name }))
      await navigate({ to: '/agents/$agentId', params: { agentId: copy.id } })
    },
    onError: (fault) => tellTrouble(words(fault)),
  })
}

/** Asks before an agent is deleted, and deletes it. */
export function DeleteAgent({ agent, onClose, onDeleted }: { agent: Agent; onClose: () => void; onDeleted?: () => void }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const remove = useMutation({
    mutationFn: () => api.agents.deleteAgent({ agentId: agent.id }),
    onSuccess: async () => {
      onClose()
      onDeleted?.()
      await queryClient.invalidateQueries({ queryKey: ['agents'] })
      tell(t('agents.deleted', { name: agent.name }))
    },
    onError: (fault) => tellTrouble(words(fault)),
  })
  return (
    <Confirm
      open
      onOpenChange={onClose}
      title={t('agents.delete_title', { name: agent.name })}
      description={agent.status === 'live' ? t('agents.delete_live') : t('agents.delete_body')}
      action={t('agents.delete')}
      busy={remove.isPending}
      onConfirm={() => remove.mutate()}
    />
  )
}

/** Asks before several agents are deleted, naming them, and deletes one after the other. */
function DeleteAgents({ agents, onClose }: { agents: readonly Agent[]; onClose: () => void }) {
  const { t } = useTranslation()
  const remove = useEach((it: Agent) => api.agents.deleteAgent({ agentId: it.id }), ['agents'])
  const named = agents.slice(0, 8).map((it) => it.name)
  return (
    <Confirm
      open
      onOpenChange={onClose}
      title={t('agents.delete_many', { count: agents.length, shown: number(agents.length) })}
      description={t('agents.delete_many_body')}
      action={t('agents.delete')}
      busy={remove.busy}
      onConfirm={() => remove.run(agents, onClose)}
    >
      <p className="text-sm [overflow-wrap:anywhere] text-ink-2">{named.join(', ') + (agents.length > named.length ? ', …' : '')}</p>
    </Confirm>
  )
}

/** Faint rows that show what the list will hold. */
export function AgentSample() {
  const { t } = useTranslation()
  return (
    <div className="divide-y">
      {(['sample_1', 'sample_2', 'sample_3', 'sample_4'] as const).map((name, i) => (
        <div key={name} className="flex h-13 items-center gap-4 px-4 text-sm lg:px-6">
          <span className="w-2/5 font-medium">{t(`agents.${name}`)}</span>
          <Badge dot tone={i === 2 ? 'neutral' : 'ok'}>
            {t(`agents.status.${i === 2 ? 'draft' : 'live'}`)}
          </Badge>
        </div>
      ))}
    </div>
  )
}
