import { type ReactNode, useId } from 'react'

type Option<T extends string> = { value: T; label: ReactNode; help?: ReactNode }

/** One of a few, each with a line about what it means. */
export function Radios<T extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: ReactNode
  value: T
  options: readonly Option<T>[]
  onChange: (value: T) => void
}) {
  const name = useId()
  return (
    <fieldset className="grid min-w-0 content-start gap-2.5">
      <legend className="mb-2 text-sm font-medium">{label}</legend>
      {options.map((it) => (
        <label key={it.value} className="flex items-start gap-2.5 text-sm">
          <input
            type="radio"
            name={name}
            value={it.value}
            className="mt-0.5 size-4 shrink-0 accent-brand coarse:size-5"
            checked={it.value === value}
            onChange={() => onChange(it.value)}
          />
          <span>
            {it.label}
            {it.help && <span className="block text-xs text-ink-3">{it.help}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
