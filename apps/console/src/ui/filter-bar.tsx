import clsx from 'clsx'
import { Search, X } from 'lucide-react'
import { type ReactNode, type Ref, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '#shell/shortcuts.ts'
import { Select, SmallInput } from './field.tsx'

type Choosing = { label: string; value: string; options: readonly { value: string; label: string }[]; onChange: (value: string | undefined) => void }

/** The row of 48 px that narrows a list; its state belongs in the address. */
export function FilterBar({
  ref,
  label,
  q,
  onQ,
  choices = [],
  views,
  count,
  children,
}: {
  ref?: Ref<HTMLInputElement>
  label?: string
  q?: string
  onQ?: (q: string | undefined) => void
  choices?: Choosing[]
  views?: ReactNode
  count?: ReactNode
  children?: ReactNode
}) {
  const bar = useRef<HTMLDivElement>(null)
  const focus = () => bar.current?.querySelector<HTMLElement>('input, select')?.focus()
  useShortcuts({ '/': focus, f: focus })
  return (
    <div ref={bar} role="search" className="flex min-h-12 flex-wrap items-center gap-2 border-t px-4 py-2 lg:px-6">
      {onQ && label && <Words {...(ref && { ref })} label={label} q={q ?? ''} onQ={onQ} />}
      {choices.map((it) => (
        <Chooser key={it.label} {...it} />
      ))}
      {children}
      {views}
      {count && (
        <span aria-live="polite" className="ml-auto text-xs text-ink-3 tabular-nums">
          {count}
        </span>
      )}
    </div>
  )
}

/** So many options take longer than all else of a page; they come when somebody reaches for them. */
const manyOptions = 100

function Chooser({ label, value, options, onChange }: Choosing) {
  const { t } = useTranslation()
  const [reached, setReached] = useState(false)
  const reach = () => setReached(true)
  const shown = reached || options.length <= manyOptions ? options : options.filter((it) => it.value === '' || it.value === value)
  return (
    <div className={clsx('flex min-w-0 items-center rounded-sm', value && 'bg-selected outline outline-brand')}>
      {value && (
        <span aria-hidden className="pl-2.5 text-xs whitespace-nowrap text-ink-2">
          {label}
        </span>
      )}
      <Select
        small
        aria-label={label}
        value={value}
        onPointerDown={reach}
        onFocus={reach}
        onBlur={() => setReached(false)}
        onChange={(event) => onChange(event.target.value || undefined)}
        className={clsx('max-w-52', value && '!border-transparent !bg-transparent font-medium')}
      >
        {shown.map((it) => (
          <option key={it.value} value={it.value}>
            {it.label}
          </option>
        ))}
      </Select>
      {value && (
        <button
          type="button"
          aria-label={`${t('act.clear')}: ${label}`}
          onClick={() => onChange(undefined)}
          className="flex h-8 w-7 shrink-0 items-center justify-center rounded-sm text-ink-2 hover:text-ink coarse:h-11 coarse:w-11"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      )}
    </div>
  )
}

const settleMs = 200

function Words({ ref, label, q, onQ }: { ref?: Ref<HTMLInputElement>; label: string; q: string; onQ: (q: string | undefined) => void }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(q)
  useEffect(() => setTyped((before) => (before.trim() === q ? before : q)), [q])
  useEffect(() => {
    if (typed.trim() === q) return
    const timer = setTimeout(() => onQ(typed.trim() || undefined), settleMs)
    return () => clearTimeout(timer)
  })
  return (
    <div className="relative w-full max-w-72 min-w-40 flex-1">
      <Search aria-hidden className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-ink-3" />
      <SmallInput
        ref={ref}
        type="text"
        inputMode="search"
        aria-label={label}
        placeholder={label}
        value={typed}
        maxLength={200}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && (typed ? (setTyped(''), onQ(undefined)) : event.currentTarget.blur())}
        className="pr-8 !pl-8"
      />
      {typed && (
        <button
          type="button"
          aria-label={t('act.clear')}
          onClick={() => (setTyped(''), onQ(undefined))}
          className="absolute inset-y-0 right-0 flex w-8 items-center justify-center text-ink-3 hover:text-ink"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      )}
    </div>
  )
}
