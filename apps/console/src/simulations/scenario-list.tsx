import { useMutation } from '@tanstack/react-query'
import { Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import type { Agent, Scenario } from '#api/shapes.ts'
import { Button } from '#ui/button.tsx'
import { Confirm } from '#ui/dialog.tsx'
import { tell, tellTrouble } from '#ui/toast.tsx'
import { scenariosChanged } from './simulation-queries.ts'
import { htmlLanguage } from '#words/html-language.ts'

type Props = {
  agent: Agent
  scenarios: readonly Scenario[]
  chosen: ReadonlySet<string>
  onChoose: (chosen: ReadonlySet<string>) => void
  onEdit: (scenario: Scenario) => void
  mayWrite: boolean
}

/** Simulated callers as rows; some can be chosen to run alone. */
export function ScenarioList({ agent, scenarios, chosen, onChoose, onEdit, mayWrite }: Props) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const [leaving, setLeaving] = useState<Scenario>()
  const all = scenarios.every((it) => chosen.has(it.id))
  const toggle = (id: string) => onChoose(new Set(chosen.has(id) ? [...chosen].filter((it) => it !== id) : [...chosen, id]))
  const remove = useMutation({
    mutationFn: ({ id }: Scenario) => api.agents.removeScenario({ agentId: agent.id, scenarioId: id }),
    onSuccess: async (_, { name }) => {
      setLeaving(undefined)
      tell(t('simulations.removed', { name }))
      await scenariosChanged(agent.id)
    },
    onError: (fault) => tellTrouble(words(fault)),
  })
  return (
    <>
      <ul className="divide-y border-t">
        {mayWrite && (
          <li className="bg-sunken px-5 py-1.5">
            <label className="flex min-h-6 w-fit items-center gap-3 text-xs text-ink-2">
              <input
                type="checkbox"
                className="size-4 accent-brand"
                checked={all}
                onChange={() => onChoose(all ? new Set() : new Set(scenarios.map((it) => it.id)))}
              />
              {t('simulations.select_all')}
            </label>
          </li>
        )}
        {scenarios.map((it) => (
          <li key={it.id} className="flex items-center gap-3 py-2 pr-3 pl-5">
            {mayWrite && (
              <input
                type="checkbox"
                aria-label={t('simulations.select', { name: it.name })}
                className="size-4 shrink-0 accent-brand coarse:size-6"
                checked={chosen.has(it.id)}
                onChange={() => toggle(it.id)}
              />
            )}
            <div className="min-w-0 flex-1">
              <div lang={htmlLanguage[it.language]} className="truncate text-sm font-medium">
                {it.name}
              </div>
              <div className="truncate text-xs text-ink-3">
                {[
                  t(`spoken.${it.language}`),
                  t(`simulations.personality_name.${it.personality}`),
                  t('simulations.checks_count', { count: it.criteria.length }),
                ].join(' · ')}
                {' · '}
                <span lang={htmlLanguage[it.language]}>“{it.opening[0]}”</span>
              </div>
            </div>
            {mayWrite && (
              <div className="flex shrink-0">
                <Button look="ghost" size="icon" aria-label={`${t('simulations.edit')}: ${it.name}`} onClick={() => onEdit(it)}>
                  <Pencil aria-hidden />
                </Button>
                <Button look="ghost" size="icon" aria-label={`${t('simulations.remove')}: ${it.name}`} onClick={() => setLeaving(it)}>
                  <Trash2 aria-hidden />
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {leaving && (
        <Confirm
          open
          onOpenChange={() => setLeaving(undefined)}
          title={t('simulations.remove_title', { name: leaving.name })}
          description={t('simulations.remove_body')}
          action={t('simulations.remove')}
          busy={remove.isPending}
          onConfirm={() => remove.mutate(leaving)}
        />
      )}
    </>
  )
}
