import { Frown, Meh, Smile, SquareCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CallReport } from '#api/shapes.ts'
import { Badge, type Tone } from '#ui/badge.tsx'
import { Card } from '#ui/page.tsx'
import { slotTitle } from '#agent/goal-title.ts'

const tones: Partial<Record<CallReport['disposition'], Tone>> = {
  done: 'ok',
  'message-taken': 'ok',
  answered: 'ok',
  transferred: 'info',
  'unanswered-question': 'warn',
  'not-interested': 'neutral',
  abandoned: 'warn',
  'not-connected': 'bad',
}
const faces = { positive: Smile, neutral: Meh, negative: Frown }
const moods: Record<CallReport['sentiment'], Tone> = { positive: 'ok', neutral: 'neutral', negative: 'bad' }

/** How a call came out, for people who did not hear it. */
export function CallOutcome({ report }: { report: CallReport }) {
  const { t } = useTranslation()
  const Face = faces[report.sentiment]
  const quality = t('phone.quality_of', { quality: report.quality })
  return (
    <Card aria-labelledby="call-report" className="grid gap-4 px-5 py-4">
      <div className="flex flex-wrap items-center gap-2">
        <h2 id="call-report" className="mr-1 text-base font-semibold">
          {t('phone.report')}
        </h2>
        <Badge tone={tones[report.disposition] ?? 'neutral'}>{t(`phone.disposition.${report.disposition}`)}</Badge>
        <Badge tone={moods[report.sentiment]}>
          <Face aria-hidden />
          {t('phone.sentiment_label')}: {t(`phone.sentiment.${report.sentiment}`)}
        </Badge>
        <div className="ml-auto flex items-center gap-2 text-xs text-ink-2" title={t('phone.quality_help')}>
          {t('phone.quality')}
          <div
            role="meter"
            aria-label={`${t('phone.quality')}: ${quality}`}
            aria-valuenow={report.quality}
            aria-valuemin={0}
            aria-valuemax={100}
            className="h-1.5 w-20 overflow-hidden rounded-full bg-hover"
          >
            <div
              className={
                report.quality >= 70 ? 'h-full rounded-full bg-ok' : report.quality >= 40 ? 'h-full rounded-full bg-warn' : 'h-full rounded-full bg-bad'
              }
              style={{ width: `${report.quality}%` }}
            />
          </div>
          <span className="tabular-nums">{report.quality}</span>
        </div>
      </div>
      {report.summary && (
        <p className="text-base whitespace-pre-line [overflow-wrap:anywhere]" dir="auto">
          {report.summary}
        </p>
      )}
      {report.actionItems.length > 0 && (
        <section aria-label={t('phone.action_items')} className="grid gap-1.5">
          <h3 className="text-xs font-medium text-ink-2">{t('phone.action_items')}</h3>
          <ul className="grid gap-1">
            {report.actionItems.map((it, i) => (
              <li key={i} className="flex items-start gap-2 text-sm [overflow-wrap:anywhere]" dir="auto">
                <SquareCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-3" />
                {it}
              </li>
            ))}
          </ul>
        </section>
      )}
      {report.fields.length > 0 && (
        <section aria-label={t('phone.fields')} className="grid gap-1.5">
          <h3 className="text-xs font-medium text-ink-2">{t('phone.fields')}</h3>
          <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
            {report.fields.map((it, i) => (
              <div key={i} className="contents">
                <dt className="text-ink-3">{slotTitle(t, it.name)}</dt>
                <dd className="[overflow-wrap:anywhere]" dir="auto">
                  {it.value}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <p className="text-xs text-ink-3">{t('phone.written_by', { who: report.writtenBy === 'engine' ? t('phone.written_by_engine') : report.writtenBy })}</p>
    </Card>
  )
}
