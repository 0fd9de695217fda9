import { useVirtualizer } from '@tanstack/react-virtual'
import clsx from 'clsx'
import { type ReactNode, useRef, useState } from 'react'
import { useShortcuts } from '#shell/shortcuts.ts'

/** One column: its share of the width and what it shows; `lean` hides it on phones. */
export type Column<T> = { name: string; head: ReactNode; width: string; cell: (row: T) => ReactNode; right?: boolean; lean?: boolean }

type Props<T> = {
  label: string
  rows: readonly T[]
  columns: readonly Column<T>[]
  keyOf: (row: T) => string
  onOpen?: (row: T) => void
  rowHeight?: number
  onEnd?: (() => void) | undefined
  foot?: ReactNode
}

/** A table of any length: sticky head, only what is seen is drawn, `j` `k` `Enter` move and open. */
export function RowTable<T>({ label, rows, columns, keyOf, onOpen, rowHeight = 52, onEnd, foot }: Props<T>) {
  const scroller = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(-1)
  const drawn = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    getItemKey: (i) => keyOf(rows[i]!),
    onChange: (it) => {
      const last = it.getVirtualItems().at(-1)
      if (last && last.index >= rows.length - 5) onEnd?.()
    },
  })
  const move = (step: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, at + step))
    setAt(next)
    drawn.scrollToIndex(next)
  }
  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    Enter: () => {
      const row = rows[at]
      if (row) onOpen?.(row)
    },
    Escape: () => setAt(-1),
  })
  const wide = columns.map((it) => it.width).join(' ')
  const lean = columns
    .filter((it) => !it.lean)
    .map((it) => it.width)
    .join(' ')
  // Widths come from the columns, so they go through a style of the element, which the page's policy allows.
  const grid = { '--wide': wide, '--lean': lean } as React.CSSProperties
  const line = 'grid grid-cols-(--lean) gap-x-4 px-4 md:grid-cols-(--wide) lg:px-6'
  return (
    <div ref={scroller} tabIndex={0} className="h-full overflow-auto focus-visible:-outline-offset-2" style={grid}>
      <div role="table" aria-label={label} aria-rowcount={rows.length + 1}>
        <div role="rowgroup" className="sticky top-0 z-10">
          <div role="row" aria-rowindex={1} className={clsx(line, 'h-9 items-center border-b bg-sunken text-xs font-medium text-ink-2')}>
            {columns.map((it) => (
              <div key={it.name} role="columnheader" className={clsx('min-w-0 truncate', it.right && 'text-right', it.lean && 'max-md:hidden')}>
                {it.head}
              </div>
            ))}
          </div>
        </div>
        <div role="rowgroup" className="relative" style={{ height: drawn.getTotalSize() }}>
          {drawn.getVirtualItems().map((it) => {
            const row = rows[it.index]!
            return (
              <div
                key={it.key}
                role="row"
                aria-rowindex={it.index + 2}
                aria-selected={at === it.index || undefined}
                onClick={(event) => {
                  // Links, buttons and selected text inside a row keep their own meaning.
                  if (!onOpen || (event.target as HTMLElement).closest('a, button, input, [role=menu]') || getSelection()?.toString()) return
                  onOpen(row)
                }}
                className={clsx(
                  line,
                  'absolute inset-x-0 items-center border-b text-sm transition-colors duration-100 hover:bg-hover',
                  onOpen && 'cursor-pointer',
                  at === it.index && 'bg-selected shadow-[inset_2px_0_0_var(--brand)]',
                )}
                style={{ height: it.size, transform: `translateY(${it.start}px)` }}
              >
                {columns.map((column) => (
                  <div key={column.name} role="cell" className={clsx('min-w-0', column.right && 'text-right tabular-nums', column.lean && 'max-md:hidden')}>
                    {column.cell(row)}
                  </div>
                ))}
              </div>
            )
          })}
        </div>
      </div>
      {foot}
    </div>
  )
}
