import clsx from 'clsx'
import { useId } from 'react'

/** One line of a chart; null where nothing is known. */
export type Series = { name: string; colour: 'brand' | 'warn' | 'bad' | 'ok' | 'info'; values: readonly (number | null)[] }

type Props = {
  label: string
  /** Where each step begins, as people write it. */
  steps: readonly string[]
  series: readonly Series[]
  shown: (value: number) => string
  filled?: boolean
}

const [width, height] = [800, 140]
const strokes = { brand: 'stroke-brand', warn: 'stroke-warn', bad: 'stroke-bad', ok: 'stroke-ok', info: 'stroke-info' }
const fills = { brand: 'bg-brand', warn: 'bg-warn', bad: 'bg-bad', ok: 'bg-ok', info: 'bg-info' }

/** Lines over time. What they show stands in tables beside them too; a tooltip tells the values of a step. */
export function TimeChart({ label, steps, series, shown, filled }: Props) {
  const id = useId()
  const most = Math.max(0, ...series.flatMap((it) => it.values.map((value) => value ?? 0)))
  const step = width / Math.max(1, steps.length - 1)
  const y = (value: number) => height - (value / (most || 1)) * (height - 4)
  return (
    <figure className="grid gap-2">
      <div>
        <div className="flex h-4 items-center text-2xs text-ink-3 tabular-nums">{most > 0 ? shown(most) : ''}</div>
        <svg role="img" aria-labelledby={id} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" className="h-35 w-full border-y">
          <title id={id}>{label}</title>
          {[0.25, 0.5, 0.75].map((it) => (
            <line key={it} x1={0} x2={width} y1={height * it} y2={height * it} className="stroke-line" vectorEffect="non-scaling-stroke" />
          ))}
          {series.map((it, index) => (
            <g key={it.name}>
              {filled && index === 0 && <path d={`${pathOf(it.values, step, y)}L${width} ${height}L0 ${height}Z`} className="fill-selected" />}
              <path d={pathOf(it.values, step, y)} className={clsx('fill-none stroke-[1.5]', strokes[it.colour])} vectorEffect="non-scaling-stroke" />
            </g>
          ))}
          {steps.map((at, i) => (
            <rect key={at + String(i)} x={(i - 0.5) * step} width={step} y={0} height={height} className="fill-transparent hover:fill-hover hover:opacity-60">
              <title>{[at, ...series.map((it) => `${it.name}: ${valueAt(it, i, shown)}`)].join('\n')}</title>
            </rect>
          ))}
        </svg>
        <div className="flex justify-between pt-1 text-2xs text-ink-3">
          <span>{steps[0]}</span>
          <span>{steps.at(-1)}</span>
        </div>
      </div>
      <figcaption>
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-2">
          {series.map((it) => (
            <li key={it.name} className="flex items-center gap-1.5">
              <span aria-hidden className={clsx('size-2.5 rounded-xs', fills[it.colour])} />
              {it.name}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  )
}

function valueAt({ values }: Series, at: number, shown: (value: number) => string): string {
  const value = values[at]
  return value === null || value === undefined ? '–' : shown(value)
}

/** A line through the values; it is broken where there is none, and a lone value is a short stroke. */
function pathOf(values: readonly (number | null)[], step: number, y: (value: number) => number): string {
  let path = ''
  for (const [at, value] of values.entries()) {
    if (value === null) continue
    const isFirst = at === 0 || values[at - 1] === null
    const isLone = isFirst && (values[at + 1] ?? null) === null
    const half = Math.min(6, step / 2)
    path += `${isFirst ? 'M' : 'L'}${(at * step - (isLone ? half : 0)).toFixed(1)} ${y(value).toFixed(1)}`
    if (isLone) path += `h${(2 * half).toFixed(1)}`
  }
  return path || 'M0 0'
}
