import { useElementScrollRestoration, useLocation } from '@tanstack/react-router'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import clsx from 'clsx'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '#shell/shortcuts.ts'
import { SelectionBar } from './selection-bar.tsx'
import { type Column, lineClass, cellClass, TableRow } from './table-row.tsx'
import type { Sorting } from './sorting.ts'
import { type Selection, useSelected } from './use-selected.ts'

export type { Column } from './table-row.tsx'

type Props<T> = {
  label: string
  rows: readonly T[]
  columns: readonly Column<T>[]
  keyOf: (row: T) => string
  /** What the rows are an answer to, such as filters and order: when it changes, the list begins at its top. */
  answerTo?: string
  onOpen?: (row: T) => void
  /** The row whose details stand beside the list. */
  openKey?: string | undefined
  rowHeight?: number
  onEnd?: (() => void) | undefined
  sorting?: Sorting
  selection?: Selection<T> | undefined
  foot?: ReactNode
}

const drawnBeyond = 8
const nearEnd = 80

/** A table of any length: sticky head, only what is seen is drawn; `j` `k` move, `Enter` opens, `x` selects, `Esc` lets go. */
export function RowTable<T>({ label, rows, columns, keyOf, answerTo, onOpen, openKey, rowHeight = 52, onEnd, sorting, selection, foot }: Props<T>) {
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const pathname = useLocation({ select: (it) => it.pathname })
  const id = `rows ${pathname} ${label}`
  const before = useElementScrollRestoration({ id })
  const [key, setKey] = useState<string>()
  const at = useMemo(() => (key === undefined ? -1 : rows.findIndex((it) => keyOf(it) === key)), [key, rows])
  // Another function would have every row of the list measured again.
  const getItemKey = useCallback((i: number) => keyOf(rows[i]!), [rows])
  const drawn = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: drawnBeyond,
    initialOffset: before?.scrollY ?? 0,
    getItemKey,
    // The row with the focus stays drawn however far one scrolls.
    rangeExtractor: (range) => {
      const seen = defaultRangeExtractor(range)
      return at < 0 || seen.includes(at) ? seen : [...seen, at].sort((a, b) => a - b)
    },
  })
  useEffect(() => {
    const line = key === undefined ? undefined : [...scroller.current!.querySelectorAll<HTMLElement>('[data-row]')].find((it) => it.dataset['row'] === key)
    if (line && !line.contains(document.activeElement)) line.focus({ preventScroll: true })
  }, [key])
  const shown = useRef(answerTo)
  useEffect(() => {
    if (shown.current !== answerTo) drawn.scrollToOffset(0)
    shown.current = answerTo
  }, [answerTo, drawn])
  const move = (step: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, at + step))
    const row = rows[next]
    if (row === undefined) return
    drawn.scrollToIndex(next)
    setKey(keyOf(row))
  }
  const selected = useSelected(rows, keyOf, selection !== undefined)
  const last = drawn.range?.endIndex ?? -1
  useEffect(() => {
    if (last >= rows.length - nearEnd) onEnd?.()
  }, [last, rows.length, onEnd])

  // A row redraws only when it changes itself, so what it calls must stay the same function.
  const latest = useRef({ onOpen, selected })
  latest.current = { onOpen, selected }
  const open = useCallback((row: T, key: string) => {
    setKey(key)
    latest.current.onOpen?.(row)
  }, [])
  const toggle = useCallback((key: string, through: boolean) => {
    setKey(key)
    latest.current.selected.toggle(key, through)
  }, [])

  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    ...(onOpen && { Enter: () => rows[at] && onOpen(rows[at]) }),
    ...(selection && { x: () => key !== undefined && selected.toggle(key, false), X: () => key !== undefined && selected.toggle(key, true) }),
    Escape: () => (selected.keys.size > 0 ? selected.clear() : setKey(undefined)),
  })

  const box = selection ? '1.25rem ' : ''
  const tracks = (all: readonly Column<T>[]) => all.map((it) => it.width).join(' ')
  // Widths come from the columns, so they go through a style of the element, which the page's policy allows.
  const grid = { '--wide': box + tracks(columns), '--lean': tracks(columns.filter((it) => !it.lean)) } as React.CSSProperties
  const items = drawn.getVirtualItems()
  return (
    <div className="relative h-full min-h-0">
      <div
        ref={scroller}
        tabIndex={0}
        role="region"
        aria-label={label}
        data-scroll-restoration-id={id}
        className="h-full overflow-auto [overflow-anchor:none] focus-visible:-outline-offset-2"
        style={grid}
      >
        <table className="block w-full" aria-rowcount={onEnd ? -1 : rows.length + 1}>
          <caption className="sr-only">{label}</caption>
          <thead className="sticky top-0 z-10 block">
            <tr aria-rowindex={1} className={clsx(lineClass, 'h-9 border-b bg-sunken text-xs font-medium text-ink-2')}>
              {selection && (
                <th scope="col" className="flex max-md:hidden">
                  <input
                    type="checkbox"
                    aria-label={t('lists.select_all')}
                    className="size-4 accent-brand"
                    checked={selected.all}
                    ref={(it) => {
                      if (it) it.indeterminate = selected.keys.size > 0 && !selected.all
                    }}
                    onChange={selected.toggleAll}
                  />
                </th>
              )}
              {columns.map((it) => (
                <Head key={it.name} column={it} sorting={sorting} />
              ))}
            </tr>
          </thead>
          <tbody className="relative block" style={{ height: drawn.getTotalSize() }}>
            {items.map((it) => {
              const row = rows[it.index]!
              const itsKey = String(it.key)
              return (
                <TableRow
                  key={itsKey}
                  row={row}
                  rowKey={itsKey}
                  index={it.index}
                  start={it.start}
                  height={it.size}
                  columns={columns}
                  at={key === itsKey || openKey === itsKey}
                  selected={selection ? selected.keys.has(itsKey) : undefined}
                  name={selection?.nameOf(row)}
                  onOpen={onOpen ? open : undefined}
                  onToggle={toggle}
                />
              )
            })}
          </tbody>
        </table>
        {foot}
        {selection && selected.keys.size > 0 && <div aria-hidden className="h-16" />}
      </div>
      {selection && selected.keys.size > 0 && (
        <SelectionBar count={selected.keys.size} onClear={selected.clear}>
          {selection.acts({ keys: selected.keys, rows: () => rows.filter((it) => selected.keys.has(keyOf(it))), clear: selected.clear })}
        </SelectionBar>
      )}
    </div>
  )
}

function Head<T>({ column, sorting }: { column: Column<T>; sorting: Sorting | undefined }) {
  const sorted = sorting?.by === column.name
  const Icon = sorting?.down ? ArrowDown : ArrowUp
  return (
    <th
      scope="col"
      aria-sort={sorted ? (sorting.down ? 'descending' : 'ascending') : undefined}
      className={cellClass(column, 'flex items-center font-medium', column.right && 'justify-end')}
    >
      {sorting && column.sorts ? (
        <button
          type="button"
          onClick={() => sorting.onSort(column.name)}
          className={clsx(
            '-mx-1.5 flex h-7 min-w-0 items-center gap-1 rounded-xs px-1.5 hover:bg-hover hover:text-ink',
            sorted && 'text-ink',
            column.right && 'flex-row-reverse',
          )}
        >
          <span className="truncate">{column.head}</span>
          <Icon aria-hidden className={clsx('size-3 shrink-0', !sorted && 'invisible')} />
        </button>
      ) : (
        <span className="truncate">{column.head}</span>
      )}
    </th>
  )
}
