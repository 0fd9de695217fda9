import { useTranslation } from 'react-i18next'
import type { Correction } from '#api/shapes.ts'
import { Badge } from '#ui/badge.tsx'

/** What was said before a lesson and what is said now, side by side, and whether that is another answer. */
export function BeforeAfter({ correction: { before, after, changed } }: { correction: Correction }) {
  const { t } = useTranslation()
  return (
    <div className="grid gap-2">
      <div className="grid gap-2 sm:grid-cols-2">
        <Said label={t('training.before')} said={before} faded={changed} />
        <Said label={t('training.after')} said={after} faded={false} />
      </div>
      <div className="flex flex-wrap items-center gap-2 text-xs text-ink-3">
        <Badge tone={changed ? 'ok' : 'warn'}>{t(changed ? 'training.changed' : 'training.unchanged')}</Badge>
        {!changed && <span>{t('training.unchanged_help')}</span>}
      </div>
    </div>
  )
}

function Said({ label, said, faded }: { label: string; said: Correction['before']; faded: boolean }) {
  const { t } = useTranslation()
  return (
    <section className="min-w-0 rounded-sm border bg-sunken px-3 py-2">
      <h4 className="flex flex-wrap items-center gap-x-2 text-xs font-medium text-ink-3">
        {label}
        {said.refused && <Badge tone="warn">{t('training.refused')}</Badge>}
      </h4>
      <p dir="auto" className={`mt-1 text-base whitespace-pre-line [overflow-wrap:anywhere] ${faded ? 'text-ink-2' : ''}`}>
        {said.text}
      </p>
      <p className="mt-1 text-xs text-ink-3 [overflow-wrap:anywhere]">{said.engine === 'built-in' ? t('usage.built_in') : said.engine}</p>
    </section>
  )
}
