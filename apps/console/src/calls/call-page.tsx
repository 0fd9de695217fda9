import { useMutation } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Radio, Trash2, Unplug } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, queryClient } from '#api/client.ts'
import { isFault, useFaultWords } from '#api/fault-words.ts'
import { useMay } from '#api/me.ts'
import type { Call } from '#api/shapes.ts'
import { NotFound } from '#shell/not-found.tsx'
import { Button } from '#ui/button.tsx'
import { Confirm } from '#ui/dialog.tsx'
import { Page } from '#ui/page.tsx'
import { SkeletonRows, Strip, Trouble } from '#ui/states.tsx'
import { tell, tellTrouble } from '#ui/toast.tsx'
import { moment } from '#words/figures.ts'
import { CallFacts } from './call-facts.tsx'
import { CallOutcome } from './call-report.tsx'
import { CallStatus, goesOn } from './call-status.tsx'
import { CallTranscript } from './call-transcript.tsx'
import { LiveControls } from './live-controls.tsx'
import { otherNumber } from './other-party.tsx'
import type { Playback } from './playback.ts'
import { RecordingBar } from './recording-bar.tsx'
import { mayChange, useCall } from './use-call.ts'

/** One call: what was said, where it came from, and how it sounded. */
export function CallPage() {
  const { t } = useTranslation()
  const { callId } = useParams({ from: '/shell/calls/$callId' })
  const mayDelete = useMay('calls:delete')
  const [deleting, setDeleting] = useState(false)
  const [playback, setPlayback] = useState<Playback>()
  const mayTalk = useMay('calls:write')
  const { query, broken } = useCall(callId)
  const playingAtMs = usePosition(playback)
  const crumb = { label: t('calls.title'), to: '/calls' } as const

  if (isFault(query.error, 'calls.not_found', 'request.invalid')) return <NotFound />
  if (query.error && !query.data)
    return (
      <Page title={t('calls.title')} crumb={crumb}>
        <Trouble fault={query.error} onRetry={() => void query.refetch()} />
      </Page>
    )
  if (!query.data)
    return (
      <Page flush title="…" crumb={crumb}>
        <SkeletonRows />
      </Page>
    )
  const { call, turns, report } = query.data
  const going = goesOn(call)
  return (
    <Page
      flush
      title={t('calls.call_of', { agent: call.agentName })}
      crumb={crumb}
      badge={<CallStatus call={call} />}
      actions={
        <>
          {going && mayTalk && <LiveControls call={call} />}
          {mayDelete && !going && (
            <Button look="ghost" size="icon" aria-label={t('calls.delete')} onClick={() => setDeleting(true)}>
              <Trash2 aria-hidden />
            </Button>
          )}
        </>
      }
    >
      <div className="flex h-full min-h-0 flex-col">
        {going && (
          <Strip tone={broken ? 'warn' : 'info'} role="status">
            {broken ? <Unplug aria-hidden /> : <Radio aria-hidden />}
            {broken ? t('phone.broken') : call.status === 'live' ? t('calls.live_note') : t('phone.ringing', { number: otherNumber(call) })}
          </Strip>
        )}
        <div className="@container relative min-h-0 flex-1 overflow-y-auto">
          <div className="mx-auto grid max-w-270 gap-6 px-4 py-5 lg:px-6 @4xl:grid-cols-[minmax(0,720px)_minmax(0,1fr)]">
            <div className="grid content-start gap-5">
              {report ? <CallOutcome report={report} /> : mayChange(query.data) && !going && <p className="text-sm text-ink-3">{t('phone.report_coming')}</p>}
              <Log going={going} count={turns.length}>
                <CallTranscript call={call} turns={turns} playingAtMs={playingAtMs} onSeek={playback && ((ms) => (playback.seek(ms), playback.play()))} />
              </Log>
            </div>
            <CallFacts call={call} turns={turns} />
          </div>
        </div>
        {!going && (
          <section aria-label={t('calls.recording')} className="shrink-0 border-t bg-surface px-4 py-3 lg:px-6">
            <div className="mx-auto max-w-270">
              {call.hasRecording ? <RecordingBar call={call} onPlayback={setPlayback} /> : <p className="text-sm text-ink-2">{t('calls.no_recording')}</p>}
            </div>
          </section>
        )}
      </div>
      {deleting && <DeleteCall call={call} onClose={() => setDeleting(false)} />}
    </Page>
  )
}

/** A reader this close to the newest line follows it. */
const nearEndPx = 240

/** The transcript; while the call goes on it is a live region that follows the newest line until somebody scrolls away from it. */
function Log({ going, count, children }: { going: boolean; count: number; children: ReactNode }) {
  const { t } = useTranslation()
  const end = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const scroller = end.current?.closest('.overflow-y-auto')
    if (!going || !scroller || !end.current) return
    const below = end.current.getBoundingClientRect().bottom - scroller.getBoundingClientRect().bottom
    if (below < nearEndPx) end.current.scrollIntoView({ block: 'nearest' })
  }, [going, count])
  return (
    <div {...(going && { role: 'log', 'aria-live': 'polite', 'aria-label': t('calls.transcript') })}>
      {children}
      <div ref={end} />
    </div>
  )
}

/** The position of a playback while it plays, undefined while it rests at the start. */
function usePosition(playback: Playback | undefined): number | undefined {
  const [at, setAt] = useState<number>()
  useEffect(() => {
    if (!playback) return
    const timer = setInterval(() => setAt(playback.playing ? playback.positionMs : undefined), 200)
    return () => clearInterval(timer)
  }, [playback])
  return at
}

function DeleteCall({ call, onClose }: { call: Call; onClose: () => void }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const navigate = useNavigate()
  const remove = useMutation({
    mutationFn: () => api.calls.deleteCall({ callId: call.id }),
    onSuccess: async () => {
      await navigate({ to: '/calls' })
      tell(t('calls.deleted'))
      queryClient.removeQueries({ queryKey: ['call', call.id] })
      await queryClient.invalidateQueries({ queryKey: ['calls'] })
    },
    onError: (fault) => tellTrouble(words(fault)),
  })
  return (
    <Confirm
      open
      onOpenChange={onClose}
      title={t('calls.delete_title', { time: moment(call.startedAt) })}
      description={t('calls.delete_body')}
      action={t('calls.delete')}
      busy={remove.isPending}
      onConfirm={() => remove.mutate()}
    />
  )
}
