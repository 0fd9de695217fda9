import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgentConfig, Tool } from '#api/shapes.ts'
import { humanName } from '#tools/human-fields.ts'
import { nameOfTitle } from '#tools/name-of-title.ts'
import { toolTitle } from '#tools/tool-title.ts'
import { toolsQuery } from '#tools/tool-queries.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Field, Input, Select, TextArea, Tick } from '#ui/field.tsx'
import { focusWrong } from '#ui/focus-wrong.ts'
import { standardGoalNames } from './goal-title.ts'
import { LocalisedFields } from './localised-fields.tsx'
import { mostPhrases, phrasesIn } from './phrases.ts'
import { type Slot, SlotEditor, slotsAreRight } from './slot-editor.tsx'

export type Goal = AgentConfig['goals'][number]

type Props = { goal: Goal | undefined; config: AgentConfig; onClose: () => void; onSave: (goal: Goal) => void }

/** A goal of an agent's own: what starts it, what it asks, the tool that does it, and what is said afterwards. */
export function GoalDialog({ goal, config, onClose, onSave }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const tools = useQuery(toolsQuery())
  const [it, setIt] = useState<Goal>(goal ?? { name: '', title: '', intents: [], phrases: [], slots: [], tool: null, confirm: true, done: { en: '' } })
  const [phrases, setPhrases] = useState(goal?.phrases.join('\n') ?? '')
  const [checked, setChecked] = useState(false)
  const set = (change: Partial<Goal>) => setIt((before) => ({ ...before, ...change }))
  const tool = tools.data?.find((one) => one.name === it.tool)
  const mustConfirm = !!tool && tool.changes !== 'nothing'
  const { lines, fits } = phrasesIn(phrases)
  const name = it.name || nameOfTitle(it.title, 60) || freeName(config)
  const taken = name !== goal?.name && [...standardGoalNames, ...config.goals.map((one) => one.name)].some((one) => one === name)
  const wrong = {
    title: !it.title.trim() ? t('tools.needed') : undefined,
    name: taken ? t('mayDo.name_taken') : !/^[a-z][a-z0-9_]{0,59}$/.test(name) ? t('tools.name_wrong') : undefined,
    phrases: !fits ? t('mayDo.phrases_long') : lines.length === 0 && it.intents.length === 0 ? t('mayDo.phrases_needed') : undefined,
    done: !it.done.en.trim() ? t('mayDo.english_needed') : undefined,
  }
  const right = !Object.values(wrong).some(Boolean) && slotsAreRight(it.slots)

  function choose(named: string): void {
    const chosen = tools.data?.find((one) => one.name === named)
    set({ tool: named || null, ...(chosen && it.slots.length === 0 && { slots: slotsOf(chosen) }) })
  }

  return (
    <Dialog
      wide
      modalOnly
      open
      onOpenChange={onClose}
      title={goal ? t('mayDo.edit', { title: goal.title }) : t('mayDo.add')}
      footer={
        <>
          <Button onClick={onClose}>{t('act.cancel')}</Button>
          <Button form="goal" type="submit" look="primary">
            {t(goal ? 'act.save' : 'mayDo.add')}
          </Button>
        </>
      }
    >
      <form
        id="goal"
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          setChecked(true)
          if (!right) return focusWrong(event.currentTarget)
          const slots = it.slots.map((slot) => ({ ...slot, choices: slot.choices.map((one) => one.trim()).filter(Boolean) }))
          onSave({ ...it, name, title: it.title.trim(), phrases: lines, slots, confirm: mustConfirm || it.confirm })
        }}
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('mayDo.title_field')} error={checked ? wrong.title : undefined}>
            {(named) => <Input {...named} value={it.title} maxLength={80} onChange={(event) => set({ title: event.target.value })} />}
          </Field>
          <Field label={t('mayDo.name')} error={checked ? wrong.name : undefined} help={t('tools.name_help')}>
            {(named) => (
              <Input
                {...named}
                value={it.name}
                placeholder={name}
                maxLength={60}
                spellCheck={false}
                autoCapitalize="none"
                onChange={(event) => set({ name: event.target.value })}
                className="font-mono"
              />
            )}
          </Field>
        </div>
        <Field label={t('mayDo.phrases')} help={t('mayDo.phrases_help')} error={checked ? wrong.phrases : undefined}>
          {(named) => <TextArea {...named} rows={3} value={phrases} maxLength={mostPhrases} onChange={(event) => setPhrases(event.target.value)} />}
        </Field>
        <Field label={t('mayDo.tool')}>
          {(named) => (
            <Select {...named} value={it.tool ?? ''} onChange={(event) => choose(event.target.value)}>
              <option value="">{t('mayDo.no_tool')}</option>
              {tools.data?.map((one) => (
                <option key={one.id} value={one.name}>
                  {toolTitle(t, one)} ({t(`tools.changes.${one.changes}`)})
                </option>
              ))}
              {it.tool && tools.data && !tool && (
                <option value={it.tool}>
                  {it.tool} ({t('mayDo.not_here')})
                </option>
              )}
            </Select>
          )}
        </Field>
        <SlotEditor slots={it.slots} languages={config.languages} wrong={checked} onChange={(slots) => set({ slots })} />
        <Tick
          label={t('mayDo.confirm')}
          help={t('mayDo.confirm_help')}
          checked={mustConfirm || it.confirm}
          disabled={mustConfirm}
          onChange={(event) => set({ confirm: event.target.checked })}
        />
        <fieldset className="grid gap-2">
          <legend className="text-sm font-medium">{t('mayDo.done')}</legend>
          <p className="text-xs text-ink-3">{t('mayDo.done_help')}</p>
          <LocalisedFields
            value={it.done}
            languages={config.languages}
            label={(language) => t('mayDo.said_in', { language })}
            wrong={checked}
            about={checked && wrong.done ? `${id}-done` : undefined}
            onChange={(done) => set({ done })}
          />
          {checked && wrong.done && (
            <p id={`${id}-done`} role="alert" className="text-xs text-bad">
              {wrong.done}
            </p>
          )}
        </fieldset>
      </form>
    </Dialog>
  )
}

/** Questions for the parameters of a tool, to begin with. */
function slotsOf(tool: Tool): Slot[] {
  const required = new Set(tool.parameters.required)
  return Object.entries(tool.parameters.properties ?? {})
    .filter(([name]) => /^[a-z][a-z0-9_]{0,59}$/.test(name))
    .slice(0, 12)
    .map(([name, schema]) => {
      const { type } = (schema ?? {}) as { type?: unknown }
      const known = (['phone', 'email', 'time', 'company'] as const).find((it) => it === name)
      return {
        name,
        type: known ?? (name === 'name' ? 'person' : type === 'number' || type === 'integer' ? 'number' : type === 'boolean' ? 'yes_no' : 'text'),
        prompt: { en: `What is the ${humanName(name).toLowerCase()}?` },
        required: required.has(name),
        choices: [],
        future: false,
      }
    })
}

function freeName({ goals }: AgentConfig): string {
  let number = goals.length + 1
  while (goals.some((it) => it.name === `goal_${number}`)) number++
  return `goal_${number}`
}
