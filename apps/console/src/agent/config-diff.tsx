import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { AgentConfig } from '#api/shapes.ts'
import { languageNames } from '#agents/spoken-languages.ts'
import { number, weekdays } from '#words/figures.ts'
import { goalTitle, slotTitle } from './goal-title.ts'
import { policyLines } from './policy-lines.ts'
import { wordDiff } from './word-diff.ts'

const own = ['businessName', 'greeting', 'instructions', 'languages', 'voices', 'speed', 'timeZone', 'country', 'hours'] as const
const doing = ['standardGoals', 'goals', 'handOffs', 'tools', 'remember', 'mustPass'] as const
const onCalls = 'call'
type Field = (typeof own)[number] | (typeof doing)[number] | typeof onCalls
const fields: readonly Field[] = [...own.slice(0, 6), ...doing, onCalls, ...own.slice(6)]

/** The fields in which two configurations differ. */
export function changedFields(before: AgentConfig | undefined, after: AgentConfig): Field[] {
  return fields.filter((it) => !before || canonical(before[it]) !== canonical(after[it]))
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, it: unknown) =>
    it && typeof it === 'object' && !Array.isArray(it) ? Object.fromEntries(Object.entries(it).toSorted(([a], [b]) => (a < b ? -1 : 1))) : it,
  )
}

/** What changes between two configurations, field by field and word by word. Without `before`, all of it is new. */
export function ConfigDiff({ before, after }: { before: AgentConfig | undefined; after: AgentConfig }) {
  const { t } = useTranslation()
  const changed = changedFields(before, after).filter((it) => before || asText(t, it, after))
  if (changed.length === 0) return <p className="py-4 text-sm text-ink-2">{t('versions.same')}</p>
  return (
    <dl className="divide-y rounded-sm border">
      {changed.map((field) => (
        <div key={field} className="grid gap-1 px-3 py-2.5 sm:grid-cols-[8.5rem_minmax(0,1fr)] sm:gap-4">
          <dt className="text-xs font-medium text-ink-2">{label(t, field)}</dt>
          <dd className="text-sm whitespace-pre-line [overflow-wrap:anywhere]">
            {wordDiff(before ? asText(t, field, before, after) : '', asText(t, field, after, before)).map((part, i) =>
              part.kind === 'same' ? (
                <span key={i}>{part.text}</span>
              ) : part.kind === 'gone' ? (
                <del key={i} className="rounded-xs bg-bad-bg text-bad">
                  {part.text}
                </del>
              ) : (
                <ins key={i} className="rounded-xs bg-ok-bg text-ok no-underline">
                  {part.text}
                </ins>
              ),
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function label(t: TFunction, field: Field): string {
  if (field === onCalls) return t('callPolicy.field')
  const mine = doing.find((it) => it === field)
  return mine ? t(`mayDo.field.${mine}`) : t(`versions.field.${field as (typeof own)[number]}`)
}

function asText(t: TFunction, field: Field, config: AgentConfig, other?: AgentConfig): string {
  switch (field) {
    case onCalls:
      return policyLines(t, config.call, other?.call).join('\n')
    case 'languages':
      return languageNames(t, config.languages)
    case 'speed':
      return `${number(config.speed)}×`
    case 'voices':
      return Object.entries(config.voices)
        .map(([language, voice]) => `${t(`spoken.${language as 'en'}`)}: ${voice}`)
        .join('\n')
    case 'hours': {
      const names = weekdays()
      return config.hours.map((it) => `${names[it.day]} ${it.from}–${it.to}`).join('\n')
    }
    case 'standardGoals':
      return config.standardGoals.map((it) => goalTitle(t, it)).join('\n')
    case 'goals':
      return config.goals.map((it) => goalText(t, it)).join('\n\n')
    case 'handOffs':
      return config.handOffs.map((it) => `${it.name}\n${t('mayDo.diff.started_by', { phrases: it.phrases.join(' / ') })}`).join('\n\n')
    case 'tools':
      return config.tools.join('\n')
    case 'remember':
      return t(`mayDo.remember.${config.remember}`)
    case 'mustPass':
      return t(config.mustPass ? 'mayDo.diff.yes' : 'mayDo.diff.no')
    case 'businessName':
    case 'greeting':
    case 'instructions':
    case 'timeZone':
    case 'country':
      return config[field]
  }
}

/** A goal as a few lines that can be compared: title, what starts it, what it asks, what does it, what it says. */
function goalText(t: TFunction, it: AgentConfig['goals'][number]): string {
  const asks = it.slots.map((slot) => `${slotTitle(t, slot.name)} (${t(`mayDo.slot_types.${slot.type}`)}): ${Object.values(slot.prompt).join(' / ')}`)
  return [
    it.title,
    it.phrases.length > 0 && t('mayDo.diff.started_by', { phrases: it.phrases.join(' / ') }),
    asks.length > 0 && t('mayDo.diff.asks', { slots: asks.map((ask) => `\n· ${ask}`).join('') }),
    it.tool && t('mayDo.diff.uses', { tool: it.tool }),
    it.confirm && t('mayDo.diff.with_yes'),
    t('mayDo.diff.says', { text: Object.values(it.done).join(' / ') }),
  ]
    .filter(Boolean)
    .join('\n')
}
