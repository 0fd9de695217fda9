import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { AgentConfig } from '#api/shapes.ts'
import { languageNames } from '#agents/spoken-languages.ts'
import { number, weekdays } from '#words/figures.ts'
import { wordDiff } from './word-diff.ts'

const fields = ['businessName', 'greeting', 'instructions', 'languages', 'voices', 'speed', 'timeZone', 'country', 'hours'] as const

/** The fields in which two configurations differ. */
export function changedFields(before: AgentConfig | undefined, after: AgentConfig): (typeof fields)[number][] {
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
          <dt className="text-xs font-medium text-ink-2">{t(`versions.field.${field}`)}</dt>
          <dd className="text-sm whitespace-pre-line [overflow-wrap:anywhere]">
            {wordDiff(before ? asText(t, field, before) : '', asText(t, field, after)).map((part, i) =>
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

function asText(t: TFunction, field: (typeof fields)[number], config: AgentConfig): string {
  if (field === 'languages') return languageNames(t, config.languages)
  if (field === 'speed') return `${number(config.speed)}×`
  if (field === 'voices')
    return Object.entries(config.voices)
      .map(([language, voice]) => `${t(`spoken.${language as 'en'}`)}: ${voice}`)
      .join('\n')
  if (field === 'hours') {
    const names = weekdays()
    return config.hours.map((it) => `${names[it.day]} ${it.from}–${it.to}`).join('\n')
  }
  return config[field]
}
