import { useMutation } from '@tanstack/react-query'
import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormTrouble } from '#account/account-card.tsx'
import { api } from '#api/client.ts'
import { isFault, useFaultWords } from '#api/fault-words.ts'
import type { Agent, Criterion, Scenario, Spoken } from '#api/shapes.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Field, Input, Select, SmallInput, TextArea, Tick } from '#ui/field.tsx'
import { focusWrong } from '#ui/focus-wrong.ts'
import { tell } from '#ui/toast.tsx'
import { number } from '#words/figures.ts'
import { CriteriaEditor } from './criteria-editor.tsx'
import { criterionIsWhole } from './criterion-words.ts'
import { scenariosChanged } from './simulation-queries.ts'

const longestLine = 500
const personalities = ['plain', 'terse', 'chatty', 'impatient', 'confused', 'changes_mind', 'off_topic', 'hostile'] as const
const languages = ['en', 'hi', 'hinglish', 'bn'] as const

/** Writes a simulated caller, or changes one. */
export function ScenarioDialog({ agent, scenario, onClose }: { agent: Agent; scenario: Scenario | undefined; onClose: () => void }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const [it, setIt] = useState({
    name: scenario?.name ?? '',
    aim: scenario?.aim ?? '',
    language: scenario?.language ?? agent.draft.languages[0] ?? ('en' as Spoken),
    personality: scenario?.personality ?? ('plain' as Scenario['personality']),
    opening: scenario?.opening.join('\n') ?? '',
    knows: Object.entries(scenario?.knows ?? {}),
    confirms: scenario?.confirms ?? true,
    criteria: scenario?.criteria ?? ([{ kind: 'never_refuses' }] as Criterion[]),
  })
  const [checked, setChecked] = useState(false)
  const set = (change: Partial<typeof it>) => setIt((before) => ({ ...before, ...change }))
  const opening = it.opening
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const wrongOpening = opening.some((line) => line.length > longestLine)
    ? t('simulations.opening_long', { shown: number(longestLine) })
    : opening.length === 0 || opening.length > 20
      ? t('simulations.opening_needed')
      : undefined
  const right = it.name.trim() && !wrongOpening && it.criteria.length > 0 && it.criteria.every(criterionIsWhole)
  const save = useMutation({
    mutationFn: () => {
      const values = {
        name: it.name.trim(),
        aim: it.aim.trim(),
        language: it.language,
        personality: it.personality,
        opening,
        knows: Object.fromEntries(it.knows.filter(([slot, value]) => slot.trim() && value.trim()).map(([slot, value]) => [slot.trim(), value.trim()])),
        confirms: it.confirms,
        criteria: it.criteria,
      }
      return scenario
        ? api.agents.updateScenario({ agentId: agent.id, scenarioId: scenario.id, ...values })
        : api.agents.addScenario({ agentId: agent.id, ...values })
    },
    onSuccess: async (saved) => {
      onClose()
      tell(scenario ? t('tools.saved') : t('simulations.added', { name: saved.name }))
      await scenariosChanged(agent.id)
    },
  })
  const taken = isFault(save.error, 'agents.scenario_taken')
  return (
    <Dialog
      wide
      modalOnly
      open
      onOpenChange={onClose}
      title={t(scenario ? 'simulations.edit' : 'simulations.add')}
      footer={
        <>
          <Button onClick={onClose}>{t('act.cancel')}</Button>
          <Button form="simulated-caller" type="submit" look="primary" busy={save.isPending}>
            {t(scenario ? 'act.save' : 'simulations.add')}
          </Button>
        </>
      }
    >
      <form
        id="simulated-caller"
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          setChecked(true)
          if (!right) focusWrong(event.currentTarget)
          else if (!save.isPending) save.mutate()
        }}
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            label={t('simulations.name')}
            error={taken && save.error ? words(save.error).sentence : checked && !it.name.trim() ? t('simulations.needed') : undefined}
          >
            {(named) => <Input {...named} value={it.name} maxLength={120} onChange={(event) => set({ name: event.target.value })} />}
          </Field>
          <Field label={t('simulations.aim')} optional={t('act.optional')} help={t('simulations.aim_help')}>
            {(named) => <Input {...named} value={it.aim} maxLength={500} onChange={(event) => set({ aim: event.target.value })} />}
          </Field>
          <Field label={t('simulations.language')}>
            {(named) => (
              <Select {...named} value={it.language} onChange={(event) => set({ language: event.target.value as Spoken })}>
                {languages.map((language) => (
                  <option key={language} value={language}>
                    {t(`spoken.${language}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label={t('simulations.personality')}>
            {(named) => (
              <Select {...named} value={it.personality} onChange={(event) => set({ personality: event.target.value as Scenario['personality'] })}>
                {personalities.map((personality) => (
                  <option key={personality} value={personality}>
                    {t(`simulations.personality_name.${personality}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        <Field label={t('simulations.opening')} help={t('simulations.opening_help')} error={checked ? wrongOpening : undefined}>
          {(named) => <TextArea {...named} value={it.opening} maxLength={10_000} rows={2} onChange={(event) => set({ opening: event.target.value })} />}
        </Field>
        <fieldset className="grid gap-2">
          <legend className="text-sm font-medium">{t('simulations.knows')}</legend>
          <p className="text-xs text-ink-3">{t('simulations.knows_help')}</p>
          {it.knows.map(([slot, value], i) => (
            <div key={i} className="grid grid-cols-[minmax(0,10rem)_minmax(0,1fr)_auto] gap-2">
              <SmallInput
                aria-label={t('simulations.knows_slot', { number: i + 1 })}
                placeholder="phone"
                value={slot}
                maxLength={60}
                onChange={(event) => set({ knows: it.knows.map((pair, at) => (at === i ? [event.target.value, pair[1]] : pair)) })}
                className="font-mono"
              />
              <SmallInput
                aria-label={t('simulations.knows_value', { slot: slot || i + 1 })}
                value={value}
                maxLength={200}
                onChange={(event) => set({ knows: it.knows.map((pair, at) => (at === i ? [pair[0], event.target.value] : pair)) })}
              />
              <Button
                look="ghost"
                size="icon"
                aria-label={t('simulations.remove_known', { slot: slot || i + 1 })}
                onClick={() => set({ knows: it.knows.filter((_, at) => at !== i) })}
              >
                <Trash2 aria-hidden />
              </Button>
            </div>
          ))}
          <Button size="small" className="justify-self-start" onClick={() => set({ knows: [...it.knows, ['', '']] })}>
            <Plus aria-hidden />
            {t('simulations.add_known')}
          </Button>
        </fieldset>
        <Tick label={t('simulations.confirms')} checked={it.confirms} onChange={(event) => set({ confirms: event.target.checked })} />
        <CriteriaEditor criteria={it.criteria} onChange={(criteria) => set({ criteria })} config={agent.draft} checked={checked} />
        <FormTrouble trouble={save.error && !taken ? words(save.error) : undefined} />
      </form>
    </Dialog>
  )
}
