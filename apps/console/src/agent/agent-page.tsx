import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Copy, Ellipsis, Hammer, MessageSquareText, Trash2, UploadCloud } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { agentQuery } from '#agents/agent-queries.ts'
import { AgentStatus } from '#agents/agent-status.tsx'
import { DeleteAgent, useDuplicate } from '#agents/agent-table.tsx'
import { isFault } from '#api/fault-words.ts'
import { useMay } from '#api/me.ts'
import type { Agent } from '#api/shapes.ts'
import { NotFound } from '#shell/not-found.tsx'
import { useShortcuts } from '#shell/shortcuts.ts'
import { Badge, Kbd } from '#ui/badge.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Menu, MenuItem, MenuLine } from '#ui/menu.tsx'
import { Page, Tab, Tabs } from '#ui/page.tsx'
import { Skeleton, Strip, Trouble } from '#ui/states.tsx'
import { type AgentSearch, withWord } from './agent-search.ts'
import { DraftEditor } from './draft-editor.tsx'
import { PublishDialog } from './publish-dialog.tsx'

const TalkPanel = lazy(() => import('#talk/talk-panel.tsx').then((it) => ({ default: it.TalkPanel })))
const Knowledge = lazy(() => import('#knowledge/knowledge.tsx').then((it) => ({ default: it.Knowledge })))
const Simulations = lazy(() => import('#simulations/simulations.tsx').then((it) => ({ default: it.Simulations })))
const Versions = lazy(() => import('./versions.tsx').then((it) => ({ default: it.Versions })))

/** One agent: its draft, knowledge and versions, and the panel to talk to it. */
export function AgentPage() {
  const { agentId } = useParams({ from: '/shell/agents/$agentId' })
  const { t } = useTranslation()
  const agent = useQuery(agentQuery(agentId))
  if (isFault(agent.error, 'agents.not_found', 'request.invalid')) return <NotFound />
  if (agent.error && !agent.data)
    return (
      <Page title={t('agents.title')} crumb={{ label: t('agents.title'), to: '/agents' }}>
        <Trouble fault={agent.error} onRetry={() => void agent.refetch()} />
      </Page>
    )
  if (!agent.data)
    return (
      <Page title="…" crumb={{ label: t('agents.title'), to: '/agents' }}>
        <EditorSkeleton />
      </Page>
    )
  return <Loaded key={agentId} agent={agent.data} />
}

function Loaded({ agent }: { agent: Agent }) {
  const { t } = useTranslation()
  const navigate = useNavigate({ from: '/agents/$agentId' })
  const search = useSearch({ from: '/shell/agents/$agentId' })
  const [dialog, setDialog] = useState<'publish' | 'delete'>()
  const mayWrite = useMay('agents:write')
  const mayPublish = useMay('agents:publish')
  const mayTalk = useMay('calls:write')
  const duplicate = useDuplicate()
  const tab = (['knowledge', 'simulations', 'versions'] as const).find((it) => it === search.tab) ?? 'overview'
  const talking = !!search.talk && mayTalk
  const talk = (open: boolean) => void navigate({ search: (before: AgentSearch) => withWord(before, 'talk', open ? 'yes' : undefined), replace: true })
  const params = { agentId: agent.id }
  const mayChange = mayPublish && agent.status !== 'building'

  useShortcuts({ ...(mayTalk && { t: () => talk(!talking) }), ...(mayChange && agent.hasUnpublishedChanges && { p: () => setDialog('publish') }) })

  return (
    <div className="flex h-full min-h-0">
      <div className="min-w-0 flex-1">
        <Page
          flush
          title={agent.name}
          crumb={{ label: t('agents.title'), to: '/agents' }}
          badge={
            <span className="flex gap-1">
              <AgentStatus agent={agent} />
              {agent.status === 'live' && agent.hasUnpublishedChanges && (
                <Badge tone="warn" className="max-xl:hidden">
                  {t('agents.unpublished')}
                </Badge>
              )}
            </span>
          }
          actions={
            <>
              {mayTalk && (
                <Button aria-expanded={talking} onClick={() => talk(!talking)}>
                  <MessageSquareText aria-hidden />
                  <span className="max-sm:sr-only">{t('agents.talk')}</span>
                  <span aria-hidden className="max-xl:hidden">
                    <Kbd>T</Kbd>
                  </span>
                </Button>
              )}
              {mayPublish && (
                <Button look="primary" disabled={!mayChange || !agent.hasUnpublishedChanges} onClick={() => setDialog('publish')}>
                  <UploadCloud aria-hidden className="sm:hidden" />
                  <span className="max-sm:sr-only">{t('publish.publish')}</span>
                </Button>
              )}
              {mayWrite && (
                <Menu
                  trigger={
                    <Button look="ghost" size="icon" aria-label={t('agents.acts_of', { name: agent.name })}>
                      <Ellipsis aria-hidden />
                    </Button>
                  }
                >
                  <MenuItem onSelect={() => duplicate.mutate(agent)}>
                    <Copy aria-hidden />
                    {t('agents.duplicate')}
                  </MenuItem>
                  <MenuLine />
                  <MenuItem danger onSelect={() => setDialog('delete')}>
                    <Trash2 aria-hidden />
                    {t('act.delete')}
                  </MenuItem>
                </Menu>
              )}
            </>
          }
          below={
            <Tabs label={agent.name}>
              {(['overview', 'knowledge', 'simulations', 'versions'] as const).map((it) => (
                <Tab
                  key={it}
                  to="/agents/$agentId"
                  params={params}
                  search={{ ...(it !== 'overview' && { tab: it }), ...(search.talk && { talk: search.talk }) }}
                  current={tab === it}
                >
                  {it === 'simulations' ? t('simulations.title') : t(`agent.${it}`)}
                </Tab>
              ))}
            </Tabs>
          }
        >
          {(agent.status === 'building' || agent.status === 'failed') && (
            <Strip tone={agent.status === 'failed' ? 'bad' : 'info'}>
              <Hammer aria-hidden />
              <span className="flex-1">{t(agent.status === 'failed' ? 'agent.building_failed' : 'agent.still_building')}</span>
              <ButtonLink size="small" to="/agents/$agentId/building" params={params}>
                {t('agent.see_building')}
              </ButtonLink>
            </Strip>
          )}
          <Suspense fallback={<EditorSkeleton />}>
            {tab === 'overview' && <DraftEditor agent={agent} />}
            {tab === 'knowledge' && <Knowledge agent={agent} />}
            {tab === 'simulations' && <Simulations agent={agent} />}
            {tab === 'versions' && <Versions agent={agent} />}
          </Suspense>
        </Page>
      </div>
      {talking && (
        <Suspense fallback={<div className="border-l bg-surface max-lg:hidden lg:w-100 lg:shrink-0" />}>
          <TalkPanel agent={agent} onClose={() => talk(false)} />
        </Suspense>
      )}
      {dialog === 'publish' && <PublishDialog agent={agent} onClose={() => setDialog(undefined)} />}
      {dialog === 'delete' && <DeleteAgent agent={agent} onClose={() => setDialog(undefined)} onDeleted={() => void navigate({ to: '/agents' })} />}
    </div>
  )
}

function EditorSkeleton() {
  return (
    <div className="mx-auto grid max-w-180 gap-4 px-4 py-5">
      {[40, 64, 32].map((height) => (
        <Skeleton key={height} className={height === 40 ? 'h-40' : height === 64 ? 'h-64' : 'h-32'} />
      ))}
    </div>
  )
}
