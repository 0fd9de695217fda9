import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Radio, Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { textLink } from '#account/account-card.tsx'
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
import { fullMoment, length, moment, number } from '#words/figures.ts'
import { CallStatus } from './call-status.tsx'
import { CallTranscript } from './call-transcript.tsx'
import type { Playback } from './playback.ts'
import { RecordingBar } from './recording-bar.tsx'

/** One call: what was said, where it came from, and how it sounded. */
export function CallPage() {
  const { t } = useTranslation()
  const { callId } = useParams({ from: '/shell/calls/$callId' })
  const mayDelete = useMay('calls:delete')
  const [deleting, setDeleting] = useState(false)
  const [playback, setPlayback] = useState<Playback>()
  const query = useQuery({
    queryKey: ['call', callId],
    queryFn: () => api.calls.getCall({ callId }),
    refetchInterval: (it) => (it.state.data?.call.status === 'live' ? 3000 : false),
  })
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
  const { call, turns } = query.data
  return (
    <Page
      flush
      title={t('calls.call_of', { agent: call.agentName })}
      crumb={crumb}
      badge={<CallStatus call={call} />}
      actions={
        mayDelete && (
          <Button look="ghost" size="icon" aria-label={t('calls.delete')} onClick={() => setDeleting(true)}>
            <Trash2 aria-hidden />
          </Button>
        )
      }
    >
      <div className="flex h-full min-h-0 flex-col">
        {call.status === 'live' && (
          <Strip tone="info">
            <Radio aria-hidden />
            {t('calls.live_note')}
          </Strip>
        )}
        <div className="@container relative min-h-0 flex-1 overflow-y-auto">
          <div className="mx-auto grid max-w-270 gap-6 px-4 py-5 lg:px-6 @4xl:grid-cols-[minmax(0,720px)_minmax(0,1fr)]">
            <CallTranscript call={call} turns={turns} playingAtMs={playingAtMs} onSeek={playback && ((ms) => (playback.seek(ms), playback.play()))} />
            <CallFacts call={call} />
          </div>
        </div>
        <section aria-label={t('calls.recording')} className="shrink-0 border-t bg-surface px-4 py-3 lg:px-6">
          <div className="mx-auto max-w-270">
            {call.hasRecording && call.status !== 'live' ? (
              <RecordingBar call={call} onPlayback={setPlayback} />
            ) : (
              <p className="text-sm text-ink-2">{call.status === 'live' ? t('calls.live_note') : t('calls.no_recording')}</p>
            )}
          </div>
        </section>
      </div>
      {deleting && <DeleteCall call={call} onClose={() => setDeleting(false)} />}
    </Page>
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

function CallFacts({ call }: { call: Call }) {
  const { t } = useTranslation()
  const facts = [
    [
      t('calls.started'),
      <time key="at" dateTime={call.startedAt}>
        {fullMoment(call.startedAt)}
      </time>,
    ],
    [t('calls.duration'), call.durationMs === null ? '–' : length(call.durationMs)],
    [t('calls.turns'), number(call.turnCount)],
    [t('calls.started_by'), call.startedBy],
    [
      t('calls.agent'),
      <Link key="agent" to="/agents/$agentId" params={{ agentId: call.agentId }} className={textLink}>
        {call.agentName} {call.version === null ? `(${t('calls.draft')})` : t('calls.version', { version: call.version })}
      </Link>,
    ],
  ] as const
  return (
    <dl className="grid content-start gap-4 text-sm max-@4xl:row-start-1 max-@4xl:grid-cols-2 @4xl:border-l @4xl:pl-6">
      {facts.map(([label, value]) => (
        <div key={label} className="min-w-0">
          <dt className="text-xs text-ink-3">{label}</dt>
          <dd className="mt-0.5 [overflow-wrap:anywhere]">{value}</dd>
        </div>
      ))}
    </dl>
  )
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
    onError: (fault) => tellTrouble(words(fault).sentence),
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
