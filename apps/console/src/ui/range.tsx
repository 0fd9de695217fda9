import type { ReactNode } from 'react'
import { Field } from './field.tsx'

type Props = {
  label: ReactNode
  help?: ReactNode
  value: number
  min: number
  max: number
  step: number
  /** The value as people write it. */
  shown: (value: number) => string
  onChange: (value: number) => void
  className?: string
}

/** One of a span of values, on a slider, with the value beside it. */
export function Range({ label, help, value, min, max, step, shown, onChange, className }: Props) {
  return (
    <Field label={label} help={help} {...(className && { className })}>
      {(named) => (
        <div className="flex items-center gap-3">
          <input
            {...named}
            type="range"
            min={min}
            max={max}
            step={step}
            value={value}
            aria-valuetext={shown(value)}
            onChange={(event) => onChange(Number(event.target.value))}
            className="h-6 min-w-0 flex-1 accent-brand"
          />
          <output className="min-w-14 text-right text-sm tabular-nums">{shown(value)}</output>
        </div>
      )}
    </Field>
  )
}
