import { Switch as Base } from '@base-ui/react/switch'
import { type ReactNode, useId } from 'react'

/** On or off, at once. */
export function Switch({
  label,
  help,
  checked,
  onChange,
  disabled,
}: {
  label: ReactNode
  help?: ReactNode
  checked: boolean
  onChange: (checked: boolean) => void
  disabled?: boolean
}) {
  const id = useId()
  return (
    <div className="flex items-start gap-4">
      <div className="min-w-0 flex-1">
        <div id={`${id}-label`} className="text-sm font-medium">
          {label}
        </div>
        {help && (
          <p id={`${id}-help`} className="text-xs text-ink-3">
            {help}
          </p>
        )}
      </div>
      <Base.Root
        aria-labelledby={`${id}-label`}
        aria-describedby={help ? `${id}-help` : undefined}
        checked={checked}
        onCheckedChange={onChange}
        disabled={disabled ?? false}
        className="relative mt-0.5 flex h-5 w-9 shrink-0 cursor-pointer rounded-full border border-line-strong bg-sunken p-0.5 transition-colors duration-100 data-checked:border-brand data-checked:bg-brand data-disabled:cursor-not-allowed data-disabled:opacity-55"
      >
        <Base.Thumb className="size-3.5 rounded-full bg-line-strong transition-[translate,background-color] duration-100 data-checked:translate-x-4 data-checked:bg-brand-ink" />
      </Base.Root>
    </div>
  )
}

/** On or off without words beside it; its name says what it is to screen readers, its place to everybody else. */
export function PlainSwitch({ label, checked, onChange }: { label: string; checked: boolean; onChange: (checked: boolean) => void }) {
  return (
    <Base.Root
      aria-label={label}
      checked={checked}
      onCheckedChange={onChange}
      className="relative flex h-5 w-9 shrink-0 cursor-pointer rounded-full border border-line-strong bg-sunken p-0.5 transition-colors duration-100 data-checked:border-brand data-checked:bg-brand"
    >
      <Base.Thumb className="size-3.5 rounded-full bg-line-strong transition-[translate,background-color] duration-100 data-checked:translate-x-4 data-checked:bg-brand-ink" />
    </Base.Root>
  )
}
