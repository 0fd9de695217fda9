import { type KeyboardEvent, useRef } from 'react'

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#']
const letters: Record<string, string> = { 2: 'ABC', 3: 'DEF', 4: 'GHI', 5: 'JKL', 6: 'MNO', 7: 'PQRS', 8: 'TUV', 9: 'WXYZ', 0: '+' }
const perRow = 3

/** The keypad of a telephone; keys of the keyboard press it, too, while it has the focus, and arrows move on it. */
export function Keypad({ label, onKey, disabled }: { label: string; onKey: (key: string) => void; disabled?: boolean }) {
  const box = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey) return
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -perRow, ArrowDown: perRow }[event.key]
    if (step !== undefined) {
      const all = [...(box.current?.querySelectorAll('button') ?? [])]
      all[all.indexOf(document.activeElement as HTMLButtonElement) + step]?.focus()
      event.preventDefault()
    } else if (keys.includes(event.key) && !disabled) {
      event.preventDefault()
      onKey(event.key)
    }
  }
  return (
    <div ref={box} role="group" aria-label={label} onKeyDown={onKeyDown} className="grid grid-cols-3 gap-2">
      {keys.map((key) => (
        <button
          key={key}
          type="button"
          disabled={disabled}
          onClick={() => onKey(key)}
          className="flex h-12 flex-col items-center justify-center rounded-sm border bg-surface text-lg leading-none font-medium transition-colors duration-100 hover:bg-hover active:bg-selected disabled:opacity-55"
        >
          {key}
          <span aria-hidden className="h-3 pt-0.5 text-2xs leading-none font-normal text-ink-3">
            {letters[key]}
          </span>
        </button>
      ))}
    </div>
  )
}
