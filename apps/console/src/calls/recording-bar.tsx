import { useQuery } from '@tanstack/react-query'
import { Download, Pause, Play } from 'lucide-react'
import { useEffect, useMemo, useReducer, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import type { Call } from '#api/shapes.ts'
import { saveFile } from '#api/save-file.ts'
import { useShortcuts } from '#shell/shortcuts.ts'
import { Button } from '#ui/button.tsx'
import { Skeleton, Trouble } from '#ui/states.tsx'
import { length } from '#words/figures.ts'
import { Playback } from './playback.ts'
import { readRecording, type Recording } from './recording.ts'
import { Waveform } from './waveform.tsx'

async function fetchRecording(callId: string, signal: AbortSignal): Promise<Recording> {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  for await (const chunk of api.calls.getRecording({ callId }, { signal })) chunks.push(chunk as Uint8Array<ArrayBuffer>)
  return readRecording(new Uint8Array(await new Blob(chunks).arrayBuffer()))
}

type Props = { call: Call; onPlayback: (playback: Playback | undefined) => void }

/** The recording of a call: waveform, play, seek, download. */
export function RecordingBar({ call, onPlayback }: Props) {
  const { t } = useTranslation()
  const recording = useQuery({
    queryKey: ['call', call.id, 'recording'],
    queryFn: ({ signal }) => fetchRecording(call.id, signal),
    staleTime: Infinity,
    gcTime: 60_000,
    retry: false,
  })
  const [, redraw] = useReducer((it: number) => it + 1, 0)
  const playback = useMemo(() => (recording.data ? new Playback(recording.data, redraw) : undefined), [recording.data])
  useEffect(() => {
    onPlayback(playback)
    return () => {
      playback?.close()
      onPlayback(undefined)
    }
  }, [playback, onPlayback])
  const toggle = () => (playback?.playing ? playback.pause() : playback?.play())
  useShortcuts({ ' ': toggle, ArrowLeft: () => playback?.seek(playback.positionMs - 5000), ArrowRight: () => playback?.seek(playback.positionMs + 5000) })

  if (recording.error) return <Trouble fault={recording.error} onRetry={() => void recording.refetch()} className="!py-4" />
  if (!recording.data || !playback) return <Skeleton className="h-14" />
  return (
    <div className="grid gap-2">
      <div className="flex items-center gap-3">
        <Button look="primary" size="icon" aria-label={playback.playing ? t('calls.pause') : t('calls.play')} onClick={toggle}>
          {playback.playing ? <Pause aria-hidden /> : <Play aria-hidden />}
        </Button>
        <Waveform recording={recording.data} playback={playback} />
        <Button
          look="ghost"
          size="icon"
          aria-label={t('calls.download')}
          onClick={() => saveFile(`call-${call.startedAt.slice(0, 16).replace(':', '')}.wav`, 'audio/wav', recording.data.file)}
        >
          <Download aria-hidden />
        </Button>
      </div>
      <div className="flex items-center gap-4 pl-11 text-xs text-ink-3 coarse:pl-14">
        <Position playback={playback} />
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
