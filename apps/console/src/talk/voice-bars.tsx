import clsx from 'clsx'
import { useEffect, useRef } from 'react'
import type { TalkCall } from './talk-call.ts'
import type { TalkView } from './talk-view.ts'

const shapes = [0.55, 0.85, 1, 0.85, 0.55]

/** Five bars that move with the one who speaks; the words beside them say the same. */
export function VoiceBars({ call, state }: { call: TalkCall; state: TalkView['state'] }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const bars = [...(box.current?.children ?? [])] as HTMLElement[]
    if (state !== 'speaking' && state !== 'listening') {
      for (const bar of bars) bar.style.transform = ''
      return
    }
    let frame = 0
    const draw = (at: number) => {
      const { caller, agent } = call.loudness()
      const loud = Math.min(1, Math.sqrt(state === 'speaking' ? agent : caller) * 1.4)
      bars.forEach((bar, i) => {
        const height = Math.max(0.16, loud * shapes[i]! * (0.75 + 0.25 * Math.sin(at / 90 + i * 1.7)))
        bar.style.transform = `scaleY(${height.toFixed(3)})`
      })
      frame = requestAnimationFrame(draw)
    }
    frame = requestAnimationFrame(draw)
    return () => cancelAnimationFrame(frame)
  }, [call, state])
  return (
    <div ref={box} aria-hidden className={clsx('flex h-7 items-center gap-1', state === 'thinking' && 'animate-breathe')}>
      {shapes.map((_, i) => (
        <span
          key={i}
          className={clsx(
            'h-full w-1 rounded-full',
            state === 'speaking' ? 'bg-agent' : state === 'listening' ? 'bg-brand' : 'bg-line-strong',
            state === 'thinking' ? 'scale-y-50' : 'scale-y-16',
            state === 'connecting' && 'animate-breathe',
          )}
        />
      ))}
    </div>
  )
}

/** How loud the microphone is. */
export function MicrophoneMeter({ call, label }: { call: TalkCall; label: string }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const meter = box.current
    const fill = meter?.firstElementChild as HTMLElement | null
    let frame = 0
    let shown = 0
    const draw = () => {
      const now = Math.min(1, Math.sqrt(call.loudness().caller) * 1.6)
      shown = Math.max(now, shown * 0.92)
      if (fill) fill.style.transform = `scaleX(${shown.toFixed(3)})`
      meter?.setAttribute('aria-valuenow', String(Math.round(shown * 100)))
      frame = requestAnimationFrame(draw)
    }
    frame = requestAnimationFrame(draw)
    return () => cancelAnimationFrame(frame)
  }, [call])
  return (
    <div ref={box} role="meter" aria-label={label} aria-valuemin={0} aria-valuemax={100} className="h-1.5 w-full overflow-hidden rounded-full bg-hover">
      <div className="h-full w-full origin-left scale-x-0 rounded-full bg-brand" />
    </div>
  )
}
