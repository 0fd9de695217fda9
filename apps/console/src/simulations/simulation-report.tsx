import { useMutation } from '@tanstack/react-query'
import { ChevronLeft, Square } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { api, queryClient } from '#api/client.ts'
import { isFault, useFaultWords } from '#api/fault-words.ts'
import { useMay } from '#api/me.ts'
import type { Agent, Simulation } from '#api/shapes.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/page.tsx'
import { Progress } from '#ui/progress.tsx'
import { SkeletonRows, Strip, Trouble } from '#ui/states.tsx'
import { tellTrouble } from '#ui/toast.tsx'
import { fullMoment, number } from '#words/figures.ts'
import { CallReport } from './call-report.tsx'
import { simulationQuery } from './simulation-queries.ts'
import { SimulationStatus } from './simulation-status.tsx'
import { useSimulation } from './use-simulation.ts'

/** One run of simulated callers, live while it goes on: each call as it ends, the failed ones first. */
export function SimulationReport({ agent, simulationId, onBack }: { agent: Agent; simulationId: string; onBack: () => void }) {
  const { t } = useTranslation()
  const { query, broken } = useSimulation(agent.id, simulationId)
  const simulation = query.data
  const calls = useMemo(() => simulation?.calls.toSorted((a, b) => Number(a.passed) - Number(b.passed)), [simulation])
  return (
    <div className="h-full overflow-y-auto px-4 py-5 lg:px-6">
      {broken && <Strip tone="warn">{t('simulations.broken_line')}</Strip>}
      <div className="mx-auto grid max-w-180 gap-4">
        <Button look="ghost" className="-ml-3 justify-self-start" onClick={onBack}>
          <ChevronLeft aria-hidden />
          {t('simulations.back')}
        </Button>
        {query.error && !simulation ? (
          <Trouble fault={query.error} onRetry={isFault(query.error, 'agents.simulation_not_found') ? undefined : () => void query.refetch()} />
        ) : !simulation ? (
          <SkeletonRows rows={4} />
        ) : (
          <>
            <Summary agent={agent} simulation={simulation} />
            {!!calls?.length && (
              <Card className="divide-y overflow-hidden">
                {calls.map((call) => (
                  <CallReport
                    key={`${call.scenarioId} ${call.attempt}`}
                    call={call}
                    agent={agent}
                    times={simulation.times}
                    open={!call.passed && call === calls[0] && simulation.status !== 'running'}
                  />
                ))}
              </Card>
            )}
          </>
        )}
      </div>
    </div>
  )
}

/** The words for how a run went: of a broken one the server's own. */
export function useOutcome() {
  const { t } = useTranslation()
  return ({ status, done, of, passedCount, sentence }: Simulation) => {
    if (status === 'running') return t('simulations.progress', { done: number(done), of: number(of) })
    if (status === 'passed') return t('simulations.all_passed', { count: of })
    if (status === 'failed') return t('simulations.failed_count', { failed: number(of - passedCount), count: of })
    return status === 'cancelled' ? t('simulations.part_passed', { passed: number(passedCount), of: number(done) }) : sentence
  }
}

function Summary({ agent, simulation }: { agent: Agent; simulation: Simulation }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const outcome = useOutcome()
  const mayWrite = useMay('agents:write')
  const running = simulation.status === 'running'
  const stop = useMutation({
    mutationFn: () => api.agents.cancelSimulation({ agentId: agent.id, simulationId: simulation.id }),
    onSuccess: (it) => queryClient.setQueryData(simulationQuery(agent.id, simulation.id).queryKey, it),
    onError: (fault) => tellTrouble(words(fault)),
  })
  return (
    <Card className="grid gap-3 px-5 py-4">
      <div className="flex flex-wrap items-center gap-3">
        <SimulationStatus simulation={simulation} />
        <div role="status" className="min-w-0 flex-1">
          <h2 className="text-base font-semibold">{outcome(simulation)}</h2>
        </div>
        {running && mayWrite && (
          <Button busy={stop.isPending} onClick={() => stop.mutate()}>
            <Square aria-hidden />
            {t('simulations.stop')}
          </Button>
        )}
      </div>
      {running && <Progress label={t('simulations.running')} done={simulation.done} of={simulation.of} />}
      <p className="text-xs text-ink-3">
        {t('simulations.started', { time: fullMoment(simulation.startedAt) })} ·{' '}
        {t(simulation.draftRevision === agent.draftRevision ? 'simulations.now' : 'simulations.older')}
      </p>
    </Card>
  )
}
