import clsx from 'clsx'
import { ArrowDown } from 'lucide-react'
import { useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#ui/button.tsx'
import { AnswerSources } from './answer-sources.tsx'
import type { ShownTurn, TalkView } from './talk-view.ts'
import { TurnMove } from './turn-move.tsx'
import { TurnTime } from './turn-time.tsx'

const htmlLanguage = { en: 'en', hi: 'hi', hinglish: 'hi-Latn', bn: 'bn' } as const

/** What both said, as it is said; it stays at the bottom until the person scrolls up. */
export function TalkTranscript({ view, agentId, agentName }: { view: TalkView; agentId: string; agentName: string }) {
  const { t } = useTranslation()
  const box = useRef<HTMLDivElement>(null)
  const [following, setFollowing] = useState(true)
  const follow = () => box.current?.scrollTo({ top: box.current.scrollHeight })
  // A reply cut before a word of it was heard was never said.
  const shown = view.turns.filter((it) => it.text.trim() || !it.interrupted)
  useLayoutEffect(() => {
    if (following) follow()
  }, [view.turns, view.partial, following])
  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={box}
        role="log"
        aria-label={t('talk.transcript')}
        aria-live="polite"
        aria-relevant="additions"
        tabIndex={0}
        onScroll={({ currentTarget: it }) => setFollowing(it.scrollHeight - it.scrollTop - it.clientHeight < 40)}
        className="relative h-full overflow-y-auto px-4 py-4 focus-visible:-outline-offset-2"
      >
        <div className="grid gap-4">
          {shown.map((turn) => (
            <Turn key={turn.id} turn={turn} agentId={turn.by?.id ?? agentId} agentName={turn.by?.name ?? agentName} />
          ))}
          {view.partial && (
            <div aria-hidden className="grid gap-0.5">
              <div className="text-xs font-medium text-ink-3">{t('talk.you')}</div>
              <p className="text-base text-ink-3">{view.partial}</p>
            </div>
          )}
        </div>
      </div>
      {!following && (
        <Button className="absolute bottom-3 left-1/2 -translate-x-1/2 shadow-float" size="small" onClick={() => (setFollowing(true), follow())}>
          <ArrowDown aria-hidden />
          {t('talk.newest')}
        </Button>
      )}
    </div>
  )
}

function Turn({ turn, agentId, agentName }: { turn: ShownTurn; agentId: string; agentName: string }) {
  const { t } = useTranslation()
  const byAgent = turn.speaker === 'agent'
  return (
    <div data-speaker={turn.speaker} className="grid gap-0.5">
      <div className={clsx('text-xs font-medium', byAgent ? 'text-agent' : 'text-ink-2')}>{byAgent ? agentName : t('talk.you')}</div>
      <p lang={turn.language ? htmlLanguage[turn.language] : undefined} className="text-base whitespace-pre-line [overflow-wrap:anywhere]">
        {turn.text}
      </p>
      {turn.whole && byAgent && (
        <>
          <AnswerSources sources={turn.sources} />
          <TurnMove move={turn.move} agentId={agentId} />
          <div className="flex flex-wrap items-center gap-x-3 text-xs text-ink-3">
            {turn.refused && <span>{t('talk.refused')}</span>}
            {turn.interrupted && <span>{t('talk.interrupted')}</span>}
            <TurnTime latency={turn.latency} waitedMs={turn.waitedMs} />
          </div>
        </>
      )}
    </div>
  )
}
