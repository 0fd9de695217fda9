import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { History, RotateCcw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { agentQuery } from '#agents/agent-queries.ts'
import { allPages } from '#api/all-pages.ts'
import { api, queryClient } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import { useMay } from '#api/me.ts'
import type { Agent, AgentVersion } from '#api/shapes.ts'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Choice } from '#ui/choice.tsx'
import { Drawer } from '#ui/dialog.tsx'
import { Empty, SkeletonRows, Trouble } from '#ui/states.tsx'
import { tell, tellTrouble } from '#ui/toast.tsx'
import { fullMoment, moment } from '#words/figures.ts'
import { type AgentSearch, withWord } from './agent-search.ts'
import { ConfigDiff } from './config-diff.tsx'

/** The versions callers have met, newest first. */
export function Versions({ agent }: { agent: Agent }) {
  const { t } = useTranslation()
  const navigate = useNavigate({ from: '/agents/$agentId' })
  const search = useSearch({ from: '/shell/agents/$agentId' })
  const versions = useQuery({
    queryKey: ['agent', agent.id, 'versions'],
    queryFn: () => allPages((page) => api.agents.listVersions({ agentId: agent.id, ...page })),
  })
  const open = (version: number | undefined) =>
    void navigate({ search: (before: AgentSearch) => withWord(before, 'version', version === undefined ? undefined : String(version)), replace: true })
  if (versions.error && !versions.data) return <Trouble fault={versions.error} onRetry={() => void versions.refetch()} />
  if (!versions.data) return <SkeletonRows rows={4} />
  if (versions.data.length === 0) return <Empty icon={History} title={t('versions.empty')} body={t('versions.empty_body')} />
  const shown = versions.data.find((it) => String(it.number) === search.version)
  return (
    <>
      <ol className="mx-auto max-w-270 divide-y border-b">
        {versions.data.map((it) => (
          <li key={it.number}>
            <button
              type="button"
              onClick={() => open(it.number)}
              className="flex min-h-13 w-full items-center gap-4 px-4 py-2 text-left hover:bg-hover focus-visible:-outline-offset-2 lg:px-6"
            >
              <span className="w-10 text-sm font-semibold tabular-nums">v{it.number}</span>
              <span className="min-w-0 flex-1">
                <span className="block truncate text-sm">{it.note || <span className="text-ink-3">{t('versions.no_note')}</span>}</span>
                <span className="block truncate text-xs text-ink-3">{t('versions.by', { name: publisherName(it) ?? t('shell.somebody') })}</span>
              </span>
              {it.number === agent.publishedVersion && (
                <Badge tone="ok" dot>
                  {t('versions.live')}
                </Badge>
              )}
              <time dateTime={it.publishedAt} title={fullMoment(it.publishedAt)} className="text-xs text-ink-2 tabular-nums">
                {moment(it.publishedAt)}
              </time>
            </button>
          </li>
        ))}
      </ol>
      {shown && (
        <VersionDrawer
          agent={agent}
          version={shown}
          before={versions.data.find((it) => it.number === shown.number - 1)}
          against={search.view === 'draft' ? 'draft' : 'before'}
          onClose={() => open(undefined)}
        />
      )}
    </>
  )
}

/** The name of who published; nothing when only the id of a program or person without a name is known. */
function publisherName({ publishedBy }: AgentVersion): string | undefined {
  return /^\w+:[\da-f-]{36}$/.test(publishedBy) ? undefined : publishedBy
}

type DrawerProps = { agent: Agent; version: AgentVersion; before: AgentVersion | undefined; against: 'draft' | 'before'; onClose: () => void }

function VersionDrawer({ agent, version, before, against, onClose }: DrawerProps) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const navigate = useNavigate({ from: '/agents/$agentId' })
  const mayWrite = useMay('agents:write')
  const restore = useMutation({
    mutationFn: () => api.agents.restoreVersion({ agentId: agent.id, version: version.number }),
    onSuccess: (restored) => {
      queryClient.setQueryData(agentQuery(agent.id).queryKey, restored)
      onClose()
      tell(t('versions.restored', { version: version.number }))
    },
    onError: (fault) => tellTrouble(words(fault)),
  })
  return (
    <Drawer
      open
      onOpenChange={onClose}
      title={t('versions.version', { version: version.number })}
      footer={
        mayWrite && (
          <>
            <p className="mr-auto max-w-70 text-xs text-ink-3">{t('versions.restore_help')}</p>
            <Button busy={restore.isPending} onClick={() => restore.mutate()}>
              <RotateCcw aria-hidden />
              {t('versions.restore')}
            </Button>
          </>
        )
      }
    >
      <div className="grid gap-4">
        <p className="text-sm text-ink-2">
          {fullMoment(version.publishedAt)} · {t('versions.by', { name: publisherName(version) ?? t('shell.somebody') })}
        </p>
        {version.note && <p className="text-base">{version.note}</p>}
        <Choice
          label={t('versions.compare')}
          value={against}
          options={[
            { value: 'before', label: before ? t('versions.with_before', { version: before.number }) : t('versions.all') },
            { value: 'draft', label: t('versions.with_draft') },
          ]}
          onChange={(view) => void navigate({ search: (it: AgentSearch) => ({ ...it, view }), replace: true })}
          className="justify-self-start"
        />
        {against === 'draft' ? <ConfigDiff before={version.config} after={agent.draft} /> : <ConfigDiff before={before?.config} after={version.config} />}
      </div>
    </Drawer>
  )
}
