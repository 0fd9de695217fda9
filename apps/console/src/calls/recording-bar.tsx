import { useMutation, useQuery } from '@tanstack/react-query'
import { Download, LoaderCircle, Pause, Play } from 'lucide-react'
import { useEffect, useMemo, useReducer, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, queryClient } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import type { Call } from '#api/shapes.ts'
import { saveFile } from '#api/save-file.ts'
import { useShortcuts } from '#shell/shortcuts.ts'
import { Button } from '#ui/button.tsx'
import { Skeleton, Trouble } from '#ui/states.tsx'
import { tellTrouble } from '#ui/toast.tsx'
import { length } from '#words/figures.ts'
import { Playback } from './playback.ts'
import { readRecording, type Recording } from './recording.ts'
import { lengthOf } from './waveform-bars.ts'
import { Waveform } from './waveform.tsx'

async function fetchRecording(callId: string, signal: AbortSignal): Promise<Recording> {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  for await (const chunk of api.calls.getRecording({ callId }, { signal })) chunks.push(chunk as Uint8Array<ArrayBuffer>)
  return readRecording(new Uint8Array(await new Blob(chunks).arrayBuffer()))
}

/** The sound of a call; fetched once, however often it is asked for. */
const loadRecording = (callId: string) =>
  queryClient.fetchQuery({
    queryKey: ['call', callId, 'recording'],
    queryFn: ({ signal }) => fetchRecording(callId, signal),
    staleTime: Infinity,
    gcTime: 60_000,
    retry: false,
  })

type Props = { call: Call; onPlayback: (playback: Playback | undefined) => void }

/** The recording of a call: its waveform at once, its sound when it is played or kept. */
export function RecordingBar({ call, onPlayback }: Props) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const peaks = useQuery({
    queryKey: ['call', call.id, 'waveform'],
    queryFn: () => api.calls.getWaveform({ callId: call.id }),
    staleTime: Infinity,
    retry: false,
  })
  const [, redraw] = useReducer((it: number) => it + 1, 0)
  const playback = useMemo(() => {
    if (!peaks.data) return undefined
    return new Playback(
      lengthOf(peaks.data),
      () => loadRecording(call.id).catch((fault: unknown) => (tellTrouble(words(fault)), Promise.reject(fault))),
      redraw,
    )
  }, [peaks.data, call.id])
  useEffect(() => {
    onPlayback(playback)
    return () => {
      playback?.close()
      onPlayback(undefined)
    }
  }, [playback, onPlayback])
  const save = useMutation({
    mutationFn: () => loadRecording(call.id),
    onSuccess: ({ file }) => saveFile(`call-${call.startedAt.slice(0, 16).replace(':', '')}.wav`, 'audio/wav', file),
    onError: (fault) => tellTrouble(words(fault)),
  })
  const toggle = () => (playback?.playing || playback?.loading ? playback.pause() : playback?.play())
  useShortcuts({ ' ': toggle, ArrowLeft: () => playback?.seek(playback.positionMs - 5000), ArrowRight: () => playback?.seek(playback.positionMs + 5000) })

  if (peaks.error) return <Trouble fault={peaks.error} onRetry={() => void peaks.refetch()} className="!py-4" />
  return (
    <div className="grid gap-2">
      <div className="flex items-center gap-3">
        <Button
          look="primary"
          size="icon"
          aria-label={playback?.playing ? t('calls.pause') : playback?.loading ? t('phone.loading_recording') : t('calls.play')}
          disabled={!playback}
          onClick={toggle}
        >
          {playback?.playing ? <Pause aria-hidden /> : playback?.loading ? <LoaderCircle aria-hidden className="animate-spin" /> : <Play aria-hidden />}
        </Button>
        {peaks.data && playback ? <Waveform peaks={peaks.data} playback={playback} /> : <Skeleton className="h-14 flex-1" />}
        <Button look="ghost" size="icon" aria-label={t('calls.download')} busy={save.isPending} onClick={() => save.mutate()}>
          {!save.isPending && <Download aria-hidden />}
        </Button>
      </div>
      <div className="flex items-center gap-4 pl-11 text-xs text-ink-3 coarse:pl-14">
        {playback ? <Position playback={playback} /> : <span className="tabular-nums">{length(0)}</span>}
        <span className="flex items-center gap-1.5">
          <span aria-hidden className="size-2 rounded-full bg-line-strong" />
          {t('calls.lane_caller')}
        </span>
        <span className="flex items-center gap-1.5">
          <span aria-hidden className="size-2 rounded-full bg-agent" />
          {t('calls.lane_agent')}
        </span>
      </div>
    </div>
  )
}

function Position({ playback }: { playback: Playback }) {
  const [at, setAt] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setAt(playback.positionMs), 200)
    return () => clearInterval(timer)
  }, [playback])
  return (
    <span className="tabular-nums">
      {length(at)} / {length(playback.durationMs)}
    </span>
  )
}
