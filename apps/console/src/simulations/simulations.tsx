import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { History, PhoneIncoming, Play, Plus, Sparkles } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type AgentSearch, withWord } from '#agent/agent-search.ts'
import { agentQuery } from '#agents/agent-queries.ts'
import { api, queryClient } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import { useMay } from '#api/me.ts'
import type { Agent, Scenario, Simulation } from '#api/shapes.ts'
import { Button } from '#ui/button.tsx'
import { Select } from '#ui/field.tsx'
import { Card, CardHead } from '#ui/page.tsx'
import { Empty, SkeletonRows, Trouble } from '#ui/states.tsx'
import { Switch } from '#ui/switch.tsx'
import { tell, tellTrouble } from '#ui/toast.tsx'
import { fullMoment, moment } from '#words/figures.ts'
import { ScenarioDialog } from './scenario-dialog.tsx'
import { ScenarioList } from './scenario-list.tsx'
import { scenariosQuery, simulationsQuery } from './simulation-queries.ts'
import { SimulationReport, useOutcome } from './simulation-report.tsx'
import { SimulationStatus } from './simulation-status.tsx'

const times = [1, 2, 3, 5, 10, 20]

/** Simulated callers of an agent: who they are, running them against the draft, and how they fared. */
export function Simulations({ agent }: { agent: Agent }) {
  const navigate = useNavigate({ from: '/agents/$agentId' })
  const { run } = useSearch({ from: '/shell/agents/$agentId' })
  const open = (it: string | undefined) => void navigate({ search: (before: AgentSearch) => withWord(before, 'run', it) })
  if (run) return <SimulationReport key={run} agent={agent} simulationId={run} onBack={() => open(undefined)} />
  return <Callers agent={agent} onOpen={open} />
}

function Callers({ agent, onOpen }: { agent: Agent; onOpen: (simulationId: string) => void }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const mayWrite = useMay('agents:write')
  const list = useQuery(scenariosQuery(agent.id))
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [each, setEach] = useState(1)
  const [editing, setEditing] = useState<Scenario | 'new'>()
  const trouble = (fault: unknown) => tellTrouble(words(fault))
  const suggest = useMutation({
    mutationFn: () => api.agents.suggestScenarios({ agentId: agent.id }),
    onSuccess: ({ items, added }) => {
      queryClient.setQueryData(scenariosQuery(agent.id).queryKey, items)
      tell(added > 0 ? t('simulations.suggested', { count: added }) : t('simulations.none_added'))
    },
    onError: trouble,
  })
  const scenarios = list.data ?? []
  const picked = scenarios.filter((it) => chosen.has(it.id))
  const start = useMutation({
    mutationFn: () => api.agents.startSimulation({ agentId: agent.id, times: each, ...(picked.length > 0 && { scenarioIds: picked.map((it) => it.id) }) }),
    onSuccess: async (it) => {
      await queryClient.invalidateQueries({ queryKey: ['simulations', agent.id] })
      onOpen(it.id)
    },
    onError: trouble,
  })
  const suggestButton = mayWrite && (
    <Button look={scenarios.length === 0 ? 'primary' : 'secondary'} busy={suggest.isPending} onClick={() => suggest.mutate()}>
      <Sparkles aria-hidden />
      {t('simulations.suggest')}
    </Button>
  )
  const addButton = mayWrite && (
    <Button onClick={() => setEditing('new')}>
      <Plus aria-hidden />
      {t('simulations.add')}
    </Button>
  )
  return (
    <div className="h-full overflow-y-auto px-4 py-5 lg:px-6">
      <div className="mx-auto grid max-w-180 gap-4">
        {list.error && !list.data ? (
          <Trouble fault={list.error} onRetry={() => void list.refetch()} />
        ) : !list.data ? (
          <SkeletonRows rows={5} />
        ) : scenarios.length === 0 ? (
          <Empty icon={PhoneIncoming} title={t('simulations.empty')} body={t('simulations.empty_body')}>
            {suggestButton}
            {addButton}
          </Empty>
        ) : (
          <Card className="overflow-hidden">
            <CardHead
              title={t('simulations.callers')}
              help={t('simulations.callers_help')}
              action={
                <div className="flex flex-wrap gap-2">
                  {suggestButton}
                  {addButton}
                </div>
              }
            />
            <ScenarioList agent={agent} scenarios={scenarios} chosen={chosen} onChoose={setChosen} onEdit={setEditing} mayWrite={mayWrite} />
            {mayWrite && (
              <div className="flex flex-wrap items-center justify-end gap-x-3 gap-y-2 border-t bg-sunken px-5 py-3">
                <label className="flex items-center gap-2 text-sm text-ink-2">
                  {t('simulations.times')}
                  <span className="w-20">
                    <Select small value={each} onChange={(event) => setEach(Number(event.target.value))}>
                      {times.map((it) => (
                        <option key={it} value={it}>
                          {it}
                        </option>
                      ))}
                    </Select>
                  </span>
                </label>
                <Button look="primary" busy={start.isPending} onClick={() => start.mutate()}>
                  <Play aria-hidden />
                  {picked.length > 0 ? t('simulations.run_selected', { count: picked.length }) : t('simulations.run_all')}
                </Button>
              </div>
            )}
          </Card>
        )}
        {scenarios.length > 0 && <Past agent={agent} onOpen={onOpen} />}
        {(scenarios.length > 0 || agent.draft.mustPass) && <MustPass agent={agent} mayWrite={mayWrite} />}
      </div>
      {editing && <ScenarioDialog agent={agent} scenario={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />}
    </div>
  )
}

function MustPass({ agent, mayWrite }: { agent: Agent; mayWrite: boolean }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const toggle = useMutation({
    mutationFn: (mustPass: boolean) => api.agents.updateDraft({ agentId: agent.id, config: { mustPass } }),
    onSuccess: (saved) => queryClient.setQueryData(agentQuery(agent.id).queryKey, saved),
    onError: (fault) => tellTrouble(words(fault)),
  })
  return (
    <Card className="px-5 py-4">
      <Switch
        label={t('simulations.must_pass')}
        help={t('simulations.must_pass_help')}
        checked={toggle.isPending ? toggle.variables : agent.draft.mustPass}
        onChange={(mustPass) => toggle.mutate(mustPass)}
        disabled={!mayWrite || agent.status === 'building'}
      />
    </Card>
  )
}

function Past({ agent, onOpen }: { agent: Agent; onOpen: (simulationId: string) => void }) {
  const { t } = useTranslation()
  const runs = useQuery(simulationsQuery(agent.id))
  return (
    <Card className="overflow-hidden">
      <CardHead title={t('simulations.history')} />
      {runs.error && !runs.data ? (
        <Trouble fault={runs.error} onRetry={() => void runs.refetch()} />
      ) : !runs.data ? (
        <SkeletonRows rows={2} />
      ) : runs.data.length === 0 ? (
        <div className="flex gap-3 border-t px-5 py-4 text-sm text-ink-2">
          <History aria-hidden className="mt-0.5 size-4 shrink-0" />
          <p>{t('simulations.history_empty')}</p>
        </div>
      ) : (
        <ul className="max-h-96 divide-y overflow-y-auto border-t">
          {runs.data.map((it) => (
            <PastRow key={it.id} agent={agent} simulation={it} onOpen={onOpen} />
          ))}
        </ul>
      )}
    </Card>
  )
}

function PastRow({ agent, simulation, onOpen }: { agent: Agent; simulation: Simulation; onOpen: (simulationId: string) => void }) {
  const { t } = useTranslation()
  const outcome = useOutcome()
  return (
    <li>
      <button
        type="button"
        onClick={() => onOpen(simulation.id)}
        className="flex min-h-12 w-full items-center gap-3 px-5 py-2 text-left hover:bg-hover focus-visible:-outline-offset-2"
      >
        <SimulationStatus simulation={simulation} />
        <span className="min-w-0 flex-1">
          <span className="block truncate text-sm">{outcome(simulation)}</span>
          <span className="block truncate text-xs text-ink-3">
            {t(simulation.draftRevision === agent.draftRevision ? 'simulations.now' : 'simulations.older')}
          </span>
        </span>
        <time dateTime={simulation.startedAt} title={fullMoment(simulation.startedAt)} className="text-xs text-ink-2 tabular-nums">
          {moment(simulation.startedAt)}
        </time>
      </button>
    </li>
  )
}
