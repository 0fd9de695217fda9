import clsx from 'clsx'
import { useTranslation } from 'react-i18next'
import type { CallTurn } from '#api/shapes.ts'
import { wait } from '#words/figures.ts'

const parts = [
  { name: 'end', field: 'endOfSpeechMs', colour: 'bg-line-strong' },
  { name: 'answer', field: 'answerMs', colour: 'bg-brand' },
  { name: 'audio', field: 'firstAudioMs', colour: 'bg-warn' },
  { name: 'heard', field: 'heardMs', colour: 'bg-ok' },
] as const

type Latency = NonNullable<CallTurn['latency']>

/** Milliseconds from the caller's last sound to the answer in their ear, as far as it is known. */
export const waitedMs = (latency: Latency): number => parts.reduce((sum, { field }) => sum + (latency[field] ?? 0), 0)

/** Where the time of an answer went, as a bar; `longestMs` is the slowest answer of the call, whose bar is as wide as can be. */
export function LatencyBar({ latency, longestMs }: { latency: CallTurn['latency']; longestMs: number }) {
  const { t } = useTranslation()
  const total = latency ? waitedMs(latency) : 0
  if (!latency || total === 0) return null
  const known = parts.flatMap(({ name, field, colour }) => (latency[field] ? [{ name, colour, ms: latency[field] }] : []))
  const words = `${t('talk.answered_in', { time: wait(total) })}. ${known.map((it) => `${t(`phone.latency.${it.name}`)}: ${wait(it.ms)}`).join(', ')}`
  return (
    <span className="flex min-w-0 items-center gap-2" title={words}>
      <span role="img" aria-label={words} className="flex h-2 w-28 shrink-0 gap-px">
        {known.map((it) => (
          <span
            key={it.name}
            className={clsx('min-w-0.5 first:rounded-l-xs last:rounded-r-xs', it.colour)}
            style={{ width: `${(it.ms / longestMs) * 100}%` }}
          />
        ))}
      </span>
      <span aria-hidden className="tabular-nums">
        {wait(total)}
      </span>
    </span>
  )
}

/** What the colours of the bars mean. */
export function LatencyLegend() {
  const { t } = useTranslation()
  return (
    <section aria-label={t('phone.latency_title')}>
      <h2 className="text-xs text-ink-3">{t('phone.latency_title')}</h2>
      <ul className="mt-1 grid gap-1 text-xs text-ink-2">
        {parts.map((it) => (
          <li key={it.name} className="flex items-center gap-1.5">
            <span aria-hidden className={clsx('h-2 w-4 shrink-0 rounded-xs', it.colour)} />
            {t(`phone.latency.${it.name}`)}
          </li>
        ))}
      </ul>
    </section>
  )
}
