import { Grip, Mic, MicOff, PhoneOff, SendHorizontal, SlidersHorizontal, Square, Volume2, VolumeX } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Spoken } from '#api/shapes.ts'
import { Button } from '#ui/button.tsx'
import { Keypad } from '#ui/keypad.tsx'
import { Menu, MenuChoice, MenuLine } from '#ui/menu.tsx'
import { Tip } from '#ui/tip.tsx'
import { browserCanHear } from './browser-recogniser.ts'
import type { TalkCall } from './talk-call.ts'
import type { ListenBy, TalkView, Way } from './talk-view.ts'
import { MicrophoneMeter } from './voice-bars.tsx'

type Props = { call: TalkCall; view: TalkView; languages: readonly Spoken[]; onListen: () => void; onAgain: () => void }

/** Where one types, and the switches of the call. */
export function TalkComposer({ call, view, languages, onListen, onAgain }: Props) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [keypad, setKeypad] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const over = view.line === 'ended' || view.line === 'lost'

  function send() {
    if (!typed.trim() || over) return
    call.start()
    call.say(typed)
    setTyped('')
    field.current?.focus()
  }

  if (over)
    return (
      <div className="flex items-center gap-3 border-t px-4 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
        <p className="min-w-0 flex-1 text-sm text-ink-2">{t('talk.over')}</p>
        <Button look="primary" onClick={onAgain}>
          {t('talk.again')}
        </Button>
      </div>
    )
  return (
    <div className="border-t px-3 pt-2 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
      {keypad && view.line === 'open' && (
        <div className="mx-auto max-w-60 px-1 pt-1 pb-3">
          <Keypad label={t('callPolicy.keypad')} onKey={(key) => call.press(key)} />
        </div>
      )}
      {view.microphone === 'on' && (
        <div className="px-1 pb-2">
          <MicrophoneMeter call={call} label={t('talk.level')} />
        </div>
      )}
      <form
        className="flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <textarea
          ref={field}
          rows={1}
          aria-label={t('talk.message')}
          placeholder={t('talk.type')}
          value={typed}
          maxLength={10_000}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
            event.preventDefault()
            send()
          }}
          className="field-sizing-content max-h-32 min-h-9 w-full min-w-0 flex-1 resize-none rounded-sm border border-line-strong bg-surface px-2.5 py-1.5 text-base placeholder:text-ink-3 focus-visible:outline-offset-0 coarse:min-h-11 coarse:py-2.5 coarse:text-lg"
        />
        <Button type="submit" look="primary" size="icon" aria-label={t('talk.send')} disabled={!typed.trim()} className="!size-9 coarse:!size-11">
          <SendHorizontal aria-hidden />
        </Button>
      </form>
      {view.line !== 'idle' && (
        <div className="flex items-center gap-1 pt-2">
          <Button
            look={view.microphone === 'on' ? 'secondary' : 'ghost'}
            aria-pressed={view.microphone === 'on'}
            busy={view.microphone === 'asking'}
            onClick={() => (view.microphone === 'on' ? call.ears.hush() : onListen())}
          >
            {view.microphone === 'on' ? <Mic aria-hidden /> : <MicOff aria-hidden />}
            {t('talk.microphone')}
          </Button>
          <IconSwitch
            label={view.muted ? t('talk.unmute') : t('talk.mute')}
            pressed={view.muted}
            onClick={() => call.mute(!view.muted)}
            icon={view.muted ? <VolumeX aria-hidden /> : <Volume2 aria-hidden />}
          />
          {view.state === 'speaking' && <IconSwitch label={t('talk.stop')} onClick={() => void call.interrupt()} icon={<Square aria-hidden />} />}
          <IconSwitch label={t('callPolicy.keypad')} pressed={keypad} onClick={() => setKeypad(!keypad)} icon={<Grip aria-hidden />} />
          <Hearing call={call} view={view} languages={languages} />
          <Button look="danger" className="ml-auto" onClick={() => call.end()}>
            <PhoneOff aria-hidden />
            {t('talk.end')}
          </Button>
        </div>
      )}
    </div>
  )
}

function IconSwitch({ label, pressed, onClick, icon }: { label: string; pressed?: boolean; onClick: () => void; icon: React.ReactNode }) {
  return (
    <Tip label={label}>
      <Button look="ghost" size="icon" aria-label={label} aria-pressed={pressed} onClick={onClick}>
        {icon}
      </Button>
    </Tip>
  )
}

/** Who recognises speech, and in which language. */
function Hearing({ call, view, languages }: { call: TalkCall; view: TalkView; languages: readonly Spoken[] }) {
  const { t } = useTranslation()
  const listeners: { value: ListenBy; label: string }[] = [
    ...(view.canHear.length > 0
      ? [{ value: 'server' as const, label: t('talk.by_server', { languages: view.canHear.map((it) => t(`spoken.${it}`)).join(', ') }) }]
      : []),
    ...(browserCanHear() ? [{ value: 'browser' as const, label: t('talk.by_browser') }] : []),
  ]
  const ways: { value: Way; label: string }[] = [
    { value: 'socket', label: t('talk.way_socket') },
    { value: 'peer', label: t('talk.way_peer') },
  ]
  return (
    <Menu
      align="start"
      side="top"
      trigger={
        <Button look="ghost" size="icon" aria-label={t('talk.hearing')}>
          <SlidersHorizontal aria-hidden />
        </Button>
      }
    >
      <MenuChoice
        label={t('talk.you_speak')}
        value={view.language}
        options={languages.map((value) => ({ value, label: t(`spoken.${value}`) }))}
        onChange={(it) => call.ears.setLanguage(it)}
      />
      <MenuLine />
      {listeners.length > 0 ? (
        <MenuChoice
          label={t('talk.recognised_by')}
          value={view.listenBy}
          options={listeners}
          onChange={(it) => (view.microphone === 'on' ? call.ears.listenBy(it) : void call.ears.open(it))}
        />
      ) : (
        <p className="max-w-64 px-2 py-1.5 text-xs text-ink-2">{t('talk.deaf_help')}</p>
      )}
      {browserCanHear() && <p className="max-w-64 px-2 pt-1 pb-1.5 text-xs text-ink-3">{t('talk.browser_note')}</p>}
      <MenuLine />
      <MenuChoice label={t('talk.way')} value={view.way} options={ways} onChange={(it) => call.go(it)} />
      {view.way === 'peer' && <p className="max-w-64 px-2 pt-1 pb-1.5 text-xs text-ink-3">{t(`talk.peer.${view.peer}`)}</p>}
    </Menu>
  )
}
