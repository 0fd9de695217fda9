import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import { useMay } from '#api/me.ts'
import type { Call } from '#api/shapes.ts'
import { Skeleton } from '#ui/states.tsx'
import { clock, number, percent, wait } from '#words/figures.ts'
import { callQuality, dayFigures } from './day-figures.ts'

const judged = 10
const questionsCounted = 200

/** How the day goes, in six figures, and as of when. `calls` are the newest; with `more` there are others. */
export function Figures({ calls, more, at, failed }: { calls: Call[] | undefined; more: boolean; at: number; failed: boolean }) {
  const { t } = useTranslation()
  const mayAsk = useMay('brain:read')
  const questions = useQuery({ queryKey: ['unanswered', 'count'], queryFn: () => api.brain.listUnanswered({ limit: questionsCounted }), enabled: mayAsk })
  const over = calls?.filter((it) => it.endedAt !== null && it.turnCount > 0).slice(0, judged)
  const ids = over?.map((it) => it.id)
  const of = ids?.length ?? 0
  const quality = useQuery({
    queryKey: ['call-quality', ids],
    enabled: !!ids,
    staleTime: 60_000,
    placeholderData: (before) => before,
    queryFn: async () => callQuality(await Promise.all(ids!.map((callId) => api.calls.getCall({ callId })))),
  })
  const midnight = new Date().setHours(0, 0, 0, 0)
  const day = calls && dayFigures(calls, midnight)
  const atLeast = more && calls && Date.parse(calls.at(-1)!.startedAt) >= midnight ? '+' : ''
  const share = (it: number | undefined) => (it === undefined ? '–' : percent(it))
  return (
    <section aria-labelledby="figures">
      <div className="flex items-baseline gap-3 pb-2">
        <h2 id="figures" className="flex-1 text-base font-semibold">
          {t('figures.title')}
        </h2>
        {at > 0 && <p className="text-xs text-ink-3">{t('attention.as_of', { time: clock(at) })}</p>}
      </div>
      <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border bg-line sm:grid-cols-3 xl:grid-cols-6">
        <Figure label={t('figures.calls')} value={day && number(day.calls) + atLeast} failed={failed} />
        <Figure label={t('figures.minutes')} value={day && number(day.minutes, { maximumFractionDigits: 1 }) + atLeast} failed={failed} />
        <Figure label={t('figures.answered')} value={day && share(day.answered)} note={t('figures.answered_note')} failed={failed} />
        <Figure
          label={t('figures.alone')}
          value={quality.data && share(quality.data.alone)}
          note={of > 0 ? t('figures.of_last', { count: of, shown: number(of) }) : undefined}
          failed={failed || !!quality.error}
        />
        <Figure
          label={t('figures.latency')}
          value={quality.data && (quality.data.latencyMs === undefined ? '–' : wait(quality.data.latencyMs))}
          note={of > 0 ? t('figures.latency_note', { count: of, shown: number(of) }) : undefined}
          failed={failed || !!quality.error}
        />
        <Figure
          label={
            <Link to="/training" className="hover:underline">
              {t('figures.unanswered')}
            </Link>
          }
          value={mayAsk ? questions.data && number(questions.data.items.length) + (questions.data.next ? '+' : '') : '–'}
          failed={!!questions.error}
        />
      </dl>
    </section>
  )
}

function Figure({ label, value, note, failed }: { label: ReactNode; value: string | undefined; note?: string | undefined; failed: boolean }) {
  return (
    <div className="bg-surface px-4 py-3.5">
      <dt className="text-xs text-ink-2">{label}</dt>
      <dd className="mt-1">
        <span className="flex h-8 items-center text-2xl font-semibold tabular-nums">{value ?? (failed ? '–' : <Skeleton className="h-7 w-12" />)}</span>
        {/* Two lines, so that nothing moves when its words come. */}
        <span className="block min-h-[3.2em] text-xs text-ink-3">{note}</span>
      </dd>
    </div>
  )
}
