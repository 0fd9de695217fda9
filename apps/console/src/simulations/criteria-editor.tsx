import { Plus, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { goalTitle, standardGoalNames } from '#agent/goal-title.ts'
import type { AgentConfig, Criterion, Spoken } from '#api/shapes.ts'
import { Button } from '#ui/button.tsx'
import { Select, SmallInput } from '#ui/field.tsx'
import { criterionIsWhole, criterionKinds, emptyCriterion } from './criterion-words.ts'

const most = 20
const languages = ['en', 'hi', 'hinglish', 'bn'] as const

type Props = { criteria: readonly Criterion[]; onChange: (criteria: Criterion[]) => void; config: AgentConfig; checked: boolean }

/** What must hold for a simulated call to pass: one row a check, its kind in plain words and what it needs beside it. */
export function CriteriaEditor({ criteria, onChange, config, checked }: Props) {
  const { t } = useTranslation()
  const firstGoal = config.goals[0]?.name ?? config.standardGoals[0] ?? 'take_message'
  const set = (at: number, it: Criterion) => onChange(criteria.map((before, i) => (i === at ? it : before)))
  return (
    <fieldset className="grid gap-2">
      <legend className="text-sm font-medium">{t('simulations.checks')}</legend>
      <p className="text-xs text-ink-3">{t('simulations.checks_help')}</p>
      {criteria.map((it, i) => (
        <div key={i} className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2 rounded-sm border p-2">
          <div className="grid gap-2 sm:grid-cols-[minmax(0,14rem)_minmax(0,1fr)]">
            <Select
              small
              aria-label={t('simulations.criterion_at', { number: i + 1 })}
              value={it.kind}
              onChange={(event) => set(i, emptyCriterion(event.target.value as Criterion['kind'], firstGoal))}
            >
              {criterionKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`simulations.criterion_kind.${kind}`)}
                </option>
              ))}
            </Select>
            <Needs it={it} set={(next) => set(i, next)} config={config} />
          </div>
          <Button
            look="ghost"
            size="icon"
            aria-label={t('simulations.remove_check', { number: i + 1 })}
            onClick={() => onChange(criteria.filter((_, at) => at !== i))}
          >
            <Trash2 aria-hidden />
          </Button>
          {checked && !criterionIsWhole(it) && (
            <p role="alert" className="col-span-2 text-xs text-bad">
              {t('simulations.needed')}
            </p>
          )}
        </div>
      ))}
      {checked && criteria.length === 0 && (
        <p role="alert" className="text-xs text-bad">
          {t('simulations.needed')}
        </p>
      )}
      {criteria.length < most && (
        <Button size="small" className="justify-self-start" onClick={() => onChange([...criteria, { kind: 'never_refuses' }])}>
          <Plus aria-hidden />
          {t('simulations.add_criterion')}
        </Button>
      )}
    </fieldset>
  )
}

function Needs({ it, set, config }: { it: Criterion; set: (it: Criterion) => void; config: AgentConfig }) {
  const { t } = useTranslation()
  const goals = [...config.standardGoals, ...standardGoalNames.filter((name) => !config.standardGoals.includes(name)), ...config.goals.map((own) => own.name)]
  const goal = (value: string, onGoal: (goal: string) => void) => (
    <Select small aria-label={t('simulations.goal')} value={value} onChange={(event) => onGoal(event.target.value)}>
      {[...new Set([...goals, value])].map((name) => (
        <option key={name} value={name}>
          {goalTitle(t, name, config)}
        </option>
      ))}
    </Select>
  )
  switch (it.kind) {
    case 'says':
    case 'never_says':
    case 'has_source':
    case 'refuses':
      return (
        <SmallInput
          aria-label={t('simulations.text')}
          placeholder={it.kind === 'refuses' ? t('act.optional') : t('simulations.text')}
          value={it.text ?? ''}
          maxLength={500}
          onChange={({ target }) => set(it.kind === 'refuses' ? { kind: it.kind, ...(target.value && { text: target.value }) } : { ...it, text: target.value })}
        />
      )
    case 'judged':
      return (
        <SmallInput
          aria-label={t('simulations.question')}
          placeholder={t('simulations.question')}
          value={it.question}
          maxLength={500}
          onChange={(event) => set({ ...it, question: event.target.value })}
        />
      )
    case 'language':
      return (
        <Select small aria-label={t('simulations.language')} value={it.language} onChange={(event) => set({ ...it, language: event.target.value as Spoken })}>
          {languages.map((language) => (
            <option key={language} value={language}>
              {t(`spoken.${language}`)}
            </option>
          ))}
        </Select>
      )
    case 'reaches':
      return goal(it.goal, (value) => set({ ...it, goal: value }))
    case 'slot':
      return (
        <div className="grid gap-2">
          {goal(it.goal, (value) => set({ ...it, goal: value }))}
          <div className="grid grid-cols-2 gap-2">
            <SmallInput
              aria-label={t('simulations.slot')}
              placeholder={t('simulations.slot')}
              value={it.slot}
              maxLength={60}
              onChange={(event) => set({ ...it, slot: event.target.value })}
              className="font-mono"
            />
            <SmallInput
              aria-label={t('simulations.value')}
              placeholder={t('simulations.value')}
              value={it.value}
              maxLength={200}
              onChange={(event) => set({ ...it, value: event.target.value })}
            />
          </div>
        </div>
      )
    case 'within_turns':
      return (
        <SmallInput
          type="number"
          min={1}
          max={50}
          aria-label={t('simulations.turns_at_most')}
          value={it.count}
          onChange={(event) => set({ ...it, count: Math.max(1, Math.min(50, Math.round(Number(event.target.value)) || 1)) })}
          className="max-w-24"
        />
      )
    case 'never_refuses':
    case 'never_acts':
    case 'hands_over':
      return null
  }
}
