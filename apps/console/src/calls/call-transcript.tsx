import { useQuery } from '@tanstack/react-query'
import clsx from 'clsx'
import { PencilLine } from 'lucide-react'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { agentsQuery } from '#agents/agent-queries.ts'
import { useMay } from '#api/me.ts'
import type { Call, CallTurn } from '#api/shapes.ts'
import { AnswerSources } from '#talk/answer-sources.tsx'
import { TurnMove } from '#talk/turn-move.tsx'
import { length } from '#words/figures.ts'
import type { Wrong } from './correct-dialog.tsx'
import { LatencyBar, waitedMs } from './latency-bar.tsx'
import { htmlLanguage } from '#words/html-language.ts'

const CorrectDialog = lazy(() => import('./correct-dialog.tsx').then((it) => ({ default: it.CorrectDialog })))

type Props = { call: Call; turns: readonly CallTurn[]; playingAtMs: number | undefined; onSeek: ((ms: number) => void) | undefined }

/** What was said, line by line; a line plays the recording from there, and an answer can be put right. */
export function CallTranscript({ call, turns, playingAtMs, onSeek }: Props) {
  const { t } = useTranslation()
  const mayCorrect = useMay('knowledge:write')
  const handed = turns.some((it) => it.move?.handOffTo)
  const agents = useQuery({ ...agentsQuery(), enabled: handed })
  const nameOf = (agentId: string) =>
    agentId === call.agentId ? call.agentName : (agents.data?.find((it) => it.id === agentId)?.name ?? t('errands.deleted_agent'))
  const [wrong, setWrong] = useState<Wrong>()
  const current = playingAtMs === undefined ? undefined : turns.findLast((it) => it.atMs <= playingAtMs)
  const line = useRef<HTMLLIElement>(null)
  useEffect(() => {
    line.current?.scrollIntoView({ block: 'nearest' })
  }, [current?.id])
  const longestMs = Math.max(1, ...turns.map((it) => (it.latency ? waitedMs(it.latency) : 0)))
  if (turns.length === 0) return <p className="text-sm text-ink-2">{t('calls.no_turns')}</p>
  return (
    <>
      <ol aria-label={t('calls.transcript')} className="grid content-start gap-1">
        {turns.map((turn, i) => {
          const byAgent = turn.speaker === 'agent'
          // A call that was handed over goes on with the other agent from the next turn on.
          const speaker = turns.slice(0, i).findLast((it) => it.move?.handOffTo)?.move?.handOffTo ?? call.agentId
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
                {byAgent ? nameOf(speaker) : t('calls.caller')}
              </span>
              <div className="min-w-0 max-sm:col-span-2">
                <p lang={turn.language ? htmlLanguage[turn.language] : undefined} className="text-base whitespace-pre-line [overflow-wrap:anywhere]">
                  {turn.text}
                </p>
                <AnswerSources sources={turn.sources} />
                {byAgent && <TurnMove move={turn.move} agentId={speaker} />}
                {byAgent && (
                  <div className="mt-0.5 flex flex-wrap items-center gap-x-3 text-xs text-ink-3">
                    {turn.refused && <span>{t('calls.refused')}</span>}
                    {turn.interrupted && <span>{t('calls.interrupted')}</span>}
                    <LatencyBar latency={turn.latency} longestMs={longestMs} />
                    {mayCorrect && turn.brainTurnId && (
                      <button
                        type="button"
                        onClick={() =>
                          setWrong({
                            conversationId: call.conversationId,
                            turnId: turn.brainTurnId!,
                            question: turns.slice(0, i).findLast((it) => it.speaker === 'caller')?.text ?? '',
                            answer: turn.refused ? '' : turn.text,
                          })
                        }
                        className="flex min-h-6 items-center gap-1 rounded-xs text-brand-text hover:underline coarse:min-h-11"
                      >
                        <PencilLine aria-hidden className="size-3" />
                        {t('training.correct')}
                      </button>
                    )}
                  </div>
                )}
              </div>
            </li>
          )
        })}
      </ol>
      {wrong && (
        <Suspense>
          <CorrectDialog wrong={wrong} onClose={() => setWrong(undefined)} />
        </Suspense>
      )}
    </>
  )
}
