import clsx from 'clsx'
import { Mic, PhoneOutgoing, X } from 'lucide-react'
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '#api/me.ts'
import type { Agent, Spoken } from '#api/shapes.ts'
import { PlaceCall } from '#calls/place-call.tsx'
import { Button } from '#ui/button.tsx'
import { Choice } from '#ui/choice.tsx'
import { length } from '#words/figures.ts'
import { currentLanguage } from '#words/language.ts'
import { TalkCall } from './talk-call.ts'
import { TalkComposer } from './talk-composer.tsx'
import { TalkNotice } from './talk-notice.tsx'
import { TalkTranscript } from './talk-transcript.tsx'
import type { TalkView } from './talk-view.ts'
import { VoiceBars } from './voice-bars.tsx'

/** The panel beside an agent in which one talks to it; the whole screen on phones. */
export function TalkPanel({ agent, onClose }: { agent: Agent; onClose: () => void }) {
  const { t } = useTranslation()
  const mayCall = useMay('calls:write')
  const [calling, setCalling] = useState(false)
  const [run, setRun] = useState(0)
  const mayTryLive = agent.publishedVersion !== null
  const [chosen, setChosen] = useState<'draft' | 'live'>()
  // The agent may change while one talks to it; the call goes on with what it began with.
  const [begun, setBegun] = useState<'draft' | 'live'>()
  const which = begun ?? chosen ?? (mayTryLive && !agent.hasUnpublishedChanges ? 'live' : 'draft')
  const [language] = useState(() => firstLanguage(agent))
  // A call lives exactly as long as its panel; `run` makes a new one after it is over.
  const call = useMemo(() => new TalkCall({ agentId: agent.id, draft: which === 'draft', language }), [agent.id, which, language, run])
  const view = useSyncExternalStore(call.watch, call.view)
  const idle = view.line === 'idle'
  if (!idle && !begun) setBegun(which)
  const restart = () => {
    setBegun(undefined)
    setRun(run + 1)
  }
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  useEffect(() => () => call.end(), [call])

  const listen = () => {
    call.start()
    void call.ears.open()
  }
  return (
    <aside aria-labelledby="talk-title" className="fixed inset-0 z-40 flex flex-col bg-surface lg:static lg:z-auto lg:w-100 lg:shrink-0 lg:border-l">
      <header className="flex h-12 shrink-0 items-center gap-2 border-b pr-2 pl-4">
        <h2 ref={heading} id="talk-title" tabIndex={-1} className="min-w-0 flex-1 truncate text-base font-semibold outline-none">
          {t('talk.title', { name: agent.name })}
        </h2>
        <Button look="ghost" size="icon" aria-label={t('talk.close')} onClick={onClose}>
          <X aria-hidden />
        </Button>
      </header>
      <StateLine call={call} view={view} which={which} agent={agent} />
      {idle ? (
        <div className="flex min-h-0 flex-1 flex-col items-center justify-center gap-4 overflow-y-auto px-6 py-8 text-center">
          {mayTryLive && (
            <Choice
              label={t('talk.which')}
              value={which}
              options={[
                { value: 'draft', label: t('talk.draft') },
                { value: 'live', label: t('talk.live', { version: agent.publishedVersion }) },
              ]}
              onChange={setChosen}
            />
          )}
          <div className="max-w-72">
            <p className="text-base font-medium">{t('talk.start_title')}</p>
            <p className="mt-1 text-sm text-ink-2">{t('talk.start_help')}</p>
          </div>
          <Button look="primary" size="large" onClick={listen}>
            <Mic aria-hidden />
            {t('talk.start_voice')}
          </Button>
          {mayCall && (
            <Button look="ghost" onClick={() => setCalling(true)}>
              <PhoneOutgoing aria-hidden />
              {t('phone.test')}
            </Button>
          )}
        </div>
      ) : (
        <TalkTranscript view={view} agentId={agent.id} agentName={agent.name} />
      )}
      <TalkNotice view={view} onListen={listen} onRestart={restart} />
      <TalkComposer call={call} view={view} languages={agent.draft.languages} onListen={listen} onAgain={restart} />
      {calling && <PlaceCall agent={agent} onClose={() => setCalling(false)} />}
    </aside>
  )
}

/** The language the person most likely speaks to this agent. */
function firstLanguage(agent: Agent): Spoken {
  const own = currentLanguage()
  return agent.draft.languages.includes(own) ? own : (agent.draft.languages[0] ?? 'en')
}

function StateLine({ call, view, which, agent }: { call: TalkCall; view: TalkView; which: 'draft' | 'live'; agent: Agent }) {
  const { t } = useTranslation()
  const words =
    view.line === 'idle'
      ? t('talk.state.idle')
      : view.line === 'broken'
        ? t('talk.state.broken')
        : view.state === 'listening' && view.listenBy === 'none'
          ? t('talk.state.waiting')
          : t(`talk.state.${view.state}`)
  const speaks = view.other && t('moves.now_speaks', { agent: view.other.name })
  return (
    <div className="flex h-12 shrink-0 items-center gap-3 border-b bg-sunken px-4">
      <VoiceBars call={call} state={view.line === 'idle' ? 'ended' : view.state} />
      <span role="status" className={clsx('min-w-0 flex-1 truncate text-sm font-medium', view.state === 'speaking' && 'text-agent')}>
        {words}
      </span>
      {speaks && <span className="max-w-32 truncate text-xs font-medium text-agent">{speaks}</span>}
      {view.line === 'open' && (
        <span className="flex items-center gap-1.5 text-xs text-ink-2 tabular-nums">
          <span aria-hidden className="size-2 rounded-full bg-live" />
          <Timer since={view.call?.startedAt} />
        </span>
      )}
      <span className="text-xs text-ink-3">{which === 'draft' ? t('talk.draft') : t('talk.live', { version: agent.publishedVersion })}</span>
    </div>
  )
}

function Timer({ since }: { since: string | undefined }) {
  const [, tick] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => tick((it) => it + 1), 1000)
    return () => clearInterval(timer)
  }, [])
  return <span>{since ? length(Math.max(0, Date.now() - Date.parse(since))) : null}</span>
}
