import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useTheme } from '#shell/theme.ts'
import { length } from '#words/figures.ts'
import type { Playback } from './playback.ts'
import { barsOf, type Peaks } from './waveform-bars.ts'

const laneHeight = 28
const stepMs = 5000

type Bars = { width: number; caller: Float32Array; agent: Float32Array }

/** The recording as two lanes, caller above agent; a slider to seek with. */
export function Waveform({ peaks, playback }: { peaks: Peaks; playback: Playback }) {
  const { t } = useTranslation()
  const theme = useTheme()
  const box = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)

  useEffect(() => {
    const slider = box.current
    const surface = canvas.current
    if (!slider || !surface) return
    let frame = 0
    let drawn = -1
    let bars: Bars = { width: 0, caller: new Float32Array(), agent: new Float32Array() }
    const draw = () => {
      frame = requestAnimationFrame(draw)
      const width = surface.clientWidth
      const at = playback.positionMs
      if (at === drawn && width === bars.width) return
      drawn = at
      if (width !== bars.width) {
        const count = Math.max(1, Math.floor(width / 3))
        bars = { width, caller: barsOf(peaks.caller, count), agent: barsOf(peaks.agent, count) }
        surface.width = width * devicePixelRatio
        surface.height = 2 * laneHeight * devicePixelRatio
      }
      paint(surface, bars, at / Math.max(1, playback.durationMs))
      slider.setAttribute('aria-valuenow', String(Math.round(at / 1000)))
      slider.setAttribute('aria-valuetext', length(at))
    }
    draw()
    return () => cancelAnimationFrame(frame)
  }, [peaks, playback, theme])

  const seekTo = (clientX: number) => {
    const edge = box.current?.getBoundingClientRect()
    if (edge) playback.seek(((clientX - edge.left) / edge.width) * playback.durationMs)
  }
  return (
    <div
      ref={box}
      role="slider"
      tabIndex={0}
      aria-label={t('calls.position')}
      aria-valuemin={0}
      aria-valuemax={Math.round(playback.durationMs / 1000)}
      aria-valuenow={0}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        seekTo(event.clientX)
      }}
      onPointerMove={(event) => event.buttons === 1 && seekTo(event.clientX)}
      onKeyDown={(event) => {
        const to = { ArrowLeft: playback.positionMs - stepMs, ArrowRight: playback.positionMs + stepMs, Home: 0, End: playback.durationMs }[event.key]
        if (to === undefined) return
        event.preventDefault()
        event.stopPropagation()
        playback.seek(to)
      }}
      className="h-14 min-w-0 flex-1 cursor-pointer touch-none rounded-xs"
    >
      <canvas ref={canvas} className="block h-14 w-full" />
    </div>
  )
}

function paint(surface: HTMLCanvasElement, { width, caller, agent }: Bars, at: number): void {
  const context = surface.getContext('2d')
  if (!context) return
  const style = getComputedStyle(document.documentElement)
  const colour = (name: string) => style.getPropertyValue(name).trim()
  context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0)
  context.clearRect(0, 0, width, 2 * laneHeight)
  const lanes = [
    { peaks: caller, played: colour('--ink-2'), ahead: colour('--line-strong') },
    { peaks: agent, played: colour('--agent'), ahead: colour('--agent') },
  ]
  lanes.forEach(({ peaks, played, ahead }, lane) => {
    const middle = laneHeight * (lane + 0.5)
    peaks.forEach((peak, i) => {
      const height = Math.max(1, Math.min(1, Math.sqrt(peak)) * (laneHeight - 4))
      const isPlayed = i / peaks.length < at
      context.globalAlpha = isPlayed ? 1 : 0.45
      context.fillStyle = isPlayed ? played : ahead
      context.fillRect(i * 3, middle - height / 2, 2, height)
    })
  })
  context.globalAlpha = 1
  context.fillStyle = colour('--brand')
  context.fillRect(Math.min(width - 2, at * width), 0, 2, 2 * laneHeight)
}
