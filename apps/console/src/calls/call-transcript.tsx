import clsx from 'clsx'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallTurn } from '#api/shapes.ts'
import { AnswerSources } from '#talk/answer-sources.tsx'
import { TurnTime } from '#talk/turn-time.tsx'
import { length } from '#words/figures.ts'

type Props = { turns: readonly CallTurn[]; agentName: string; playingAtMs: number | undefined; onSeek: ((ms: number) => void) | undefined }

/** What was said, line by line; a line plays the recording from there. */
export function CallTranscript({ turns, agentName, playingAtMs, onSeek }: Props) {
  const { t } = useTranslation()
  const current = playingAtMs === undefined ? undefined : turns.findLast((it) => it.atMs <= playingAtMs)
  const line = useRef<HTMLLIElement>(null)
  useEffect(() => {
    line.current?.scrollIntoView({ block: 'nearest' })
  }, [current?.id])
  if (turns.length === 0) return <p className="text-sm text-ink-2">{t('calls.no_turns')}</p>
  return (
    <ol aria-label={t('calls.transcript')} className="grid content-start gap-1">
      {turns.map((turn) => {
        const byAgent = turn.speaker === 'agent'
        return (
          <li
            key={turn.id}
            ref={turn === current ? line : undefined}
            aria-current={turn === current || undefined}
            className={clsx(
              '-mx-3 grid grid-cols-[2.75rem_minmax(0,1fr)] gap-x-3 rounded-md px-3 py-2 sm:grid-cols-[2.75rem_5.5rem_minmax(0,1fr)]',
              turn === current && 'bg-selected',
            )}
          >
            {onSeek ? (
              <button
                type="button"
                aria-label={t('calls.go_to', { time: length(turn.atMs) })}
                onClick={() => onSeek(turn.atMs)}
                className="h-6 rounded-xs text-left text-xs text-brand-text tabular-nums hover:underline"
              >
                {length(turn.atMs)}
              </button>
            ) : (
              <span className="pt-0.5 text-xs text-ink-3 tabular-nums">{length(turn.atMs)}</span>
            )}
            <span className={clsx('truncate pt-0.5 text-xs font-medium', byAgent ? 'text-agent' : 'text-ink-2')}>
              {byAgent ? agentName : t('calls.caller')}
            </span>
            <div className="min-w-0 max-sm:col-span-2">
              <p
                lang={turn.language === 'hinglish' ? 'hi-Latn' : (turn.language ?? undefined)}
                className="text-base whitespace-pre-line [overflow-wrap:anywhere]"
              >
                {turn.text}
              </p>
              <AnswerSources sources={turn.sources} />
              {byAgent && (
                <div className="mt-0.5 flex flex-wrap items-center gap-x-3 text-xs text-ink-3">
                  {turn.refused && <span>{t('calls.refused')}</span>}
                  {turn.interrupted && <span>{t('calls.interrupted')}</span>}
                  <TurnTime latency={turn.latency} />
                </div>
              )}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
