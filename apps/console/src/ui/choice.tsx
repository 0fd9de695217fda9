import clsx from 'clsx'

/** A row of buttons of which one is pressed. */
export function Choice<T extends string>({
  label,
  value,
  options,
  onChange,
  className,
}: {
  label: string
  value: T
  options: readonly { value: T; label: string; lang?: string }[]
  onChange: (value: T) => void
  className?: string
}) {
  return (
    <div role="group" aria-label={label} className={clsx('inline-flex max-w-full overflow-x-auto rounded-sm border bg-sunken p-0.5', className)}>
      {options.map((it) => (
        <button
          key={it.value}
          type="button"
          lang={it.lang}
          aria-pressed={it.value === value}
          onClick={() => onChange(it.value)}
          className="h-7 rounded-xs px-2.5 text-sm whitespace-nowrap text-ink-2 transition-colors duration-100 hover:text-ink aria-pressed:bg-raised aria-pressed:font-medium aria-pressed:text-ink aria-pressed:outline aria-pressed:outline-line coarse:h-10"
        >
          {it.label}
        </button>
      ))}
    </div>
  )
}
