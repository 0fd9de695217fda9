import { useTranslation } from 'react-i18next'
import type { CallTurn } from '#api/shapes.ts'
import { Tip } from '#ui/tip.tsx'
import { wait } from '#words/figures.ts'

/** How long an answer took, and where the time went. */
export function TurnTime({ latency, waitedMs }: { latency: CallTurn['latency']; waitedMs?: number | undefined }) {
  const { t } = useTranslation()
  const parts = latency
    ? (
        [
          ['end', latency.endOfSpeechMs],
          ['answer', latency.answerMs],
          ['audio', latency.firstAudioMs],
        ] as const
      ).filter((it): it is [(typeof it)[0], number] => it[1] !== null)
    : []
  const total = waitedMs ?? parts.reduce((sum, [, ms]) => sum + ms, 0)
  if (total === 0 && parts.length === 0) return null
  const words = t('talk.answered_in', { time: wait(total) })
  if (parts.length === 0) return <span className="tabular-nums">{words}</span>
  return (
    <Tip
      label={
        <span className="grid gap-0.5">
          {parts.map(([name, ms]) => (
            <span key={name} className="flex justify-between gap-4 tabular-nums">
              <span>{t(`talk.time_${name}`)}</span>
              <span>{wait(ms)}</span>
            </span>
          ))}
        </span>
      }
    >
      <button type="button" className="min-h-6 rounded-xs tabular-nums underline decoration-dotted underline-offset-3">
        {words}
      </button>
    </Tip>
  )
}
