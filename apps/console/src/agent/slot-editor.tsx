import { Plus, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { AgentConfig, Spoken } from '#api/shapes.ts'
import { Button } from '#ui/button.tsx'
import { Select, SmallInput, TextArea, Tick } from '#ui/field.tsx'
import { LocalisedFields } from './localised-fields.tsx'

export type Slot = AgentConfig['goals'][number]['slots'][number]

const types = [
  'text',
  'yes_no',
  'choice',
  'person',
  'company',
  'phone',
  'email',
  'money',
  'quantity',
  'number',
  'time',
  'duration',
  'priority',
  'status',
] as const satisfies readonly Slot['type'][]
const most = 12

/** Whether each question has a name of its own, an English wording and, where there is to choose, something to choose from. */
export function slotsAreRight(slots: readonly Slot[]): boolean {
  const names = new Set(slots.map((it) => it.name))
  return (
    names.size === slots.length &&
    slots.every((it) => /^[a-z][a-z0-9_]{0,59}$/.test(it.name) && it.prompt.en.trim() !== '' && (it.type !== 'choice' || it.choices.some((one) => one.trim())))
  )
}

type Props = { slots: readonly Slot[]; languages: readonly Spoken[]; wrong: boolean; onChange: (slots: Slot[]) => void }

/** What a goal has to know: for each thing its name, what it is, and the question in the agent's languages. */
export function SlotEditor({ slots, languages, wrong, onChange }: Props) {
  const { t } = useTranslation()
  const set = (at: number, change: Partial<Slot>) => onChange(slots.map((it, i) => (i === at ? { ...it, ...change } : it)))
  return (
    <fieldset className="grid gap-2">
      <legend className="text-sm font-medium">{t('mayDo.slots')}</legend>
      <p className="text-xs text-ink-3">{t('mayDo.slots_help')}</p>
      {slots.map((it, i) => (
        <div key={i} className="grid gap-2 rounded-sm border p-3">
          <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-center gap-2">
            <SmallInput
              aria-label={t('mayDo.slot_name', { number: i + 1 })}
              placeholder="order_number"
              value={it.name}
              maxLength={60}
              spellCheck={false}
              autoCapitalize="none"
              aria-invalid={(wrong && !/^[a-z][a-z0-9_]{0,59}$/.test(it.name)) || undefined}
              onChange={(event) => set(i, { name: event.target.value })}
              className="font-mono"
            />
            <Select small aria-label={t('mayDo.slot_type')} value={it.type} onChange={(event) => set(i, { type: event.target.value as Slot['type'] })}>
              {types.map((type) => (
                <option key={type} value={type}>
                  {t(`mayDo.slot_types.${type}`)}
                </option>
              ))}
            </Select>
            <Button
              look="ghost"
              size="icon"
              aria-label={t('mayDo.remove', { title: it.name || i + 1 })}
              onClick={() => onChange(slots.filter((_, at) => at !== i))}
            >
              <Trash2 aria-hidden />
            </Button>
          </div>
          <LocalisedFields
            value={it.prompt}
            languages={languages}
            label={(language) => t('mayDo.prompt_in', { language })}
            wrong={wrong}
            onChange={(prompt) => set(i, { prompt })}
          />
          {it.type === 'choice' && (
            <TextArea
              aria-label={t('mayDo.choices')}
              placeholder={t('mayDo.choices')}
              rows={2}
              value={it.choices.join('\n')}
              onChange={(event) =>
                set(i, {
                  choices: event.target.value
                    .split('\n')
                    .slice(0, 20)
                    .map((line) => line.slice(0, 80)),
                })
              }
            />
          )}
          <div className="flex flex-wrap gap-x-5 gap-y-2">
            <Tick label={t('mayDo.required')} checked={it.required} onChange={(event) => set(i, { required: event.target.checked })} />
            {it.type === 'time' && <Tick label={t('mayDo.future')} checked={it.future} onChange={(event) => set(i, { future: event.target.checked })} />}
          </div>
        </div>
      ))}
      {wrong && !slotsAreRight(slots) && (
        <p role="alert" className="text-xs text-bad">
          {t('mayDo.slots_wrong')}
        </p>
      )}
      {slots.length < most && (
        <Button
          size="small"
          className="justify-self-start"
          onClick={() => onChange([...slots, { name: '', type: 'text', prompt: { en: '' }, required: true, choices: [], future: false }])}
        >
          <Plus aria-hidden />
          {t('mayDo.add_slot')}
        </Button>
      )}
    </fieldset>
  )
}
