import { useElementScrollRestoration, useLocation } from '@tanstack/react-router'
import clsx from 'clsx'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { type ReactNode, useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '#shell/shortcuts.ts'
import { newRowMarks, type RowMarks } from './row-marks.ts'
import { SelectionBar } from './selection-bar.tsx'
import { linesOf } from './lines-of.ts'
import type { Sorting } from './sorting.ts'
import { type Column, cellClass, lineClass, TableRow } from './table-row.tsx'
import { useWindow } from './use-window.ts'

export type { Column } from './table-row.tsx'

/** What the acts of a selection are about. `rows` are looked for only when an act needs them. */
type Chosen<T> = { keys: ReadonlySet<string>; rows: () => T[]; clear: () => void }
/** What can be done with several rows, and what one is called. */
type Selection<T> = { nameOf: (row: T) => string; acts: (chosen: Chosen<T>) => ReactNode }

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
  /** No cell keeps anything of its row, so that after a leap the lines that stand there show other rows. */
  plain?: boolean
  onEnd?: (() => void) | undefined
  sorting?: Sorting
  selection?: Selection<T> | undefined
  foot?: ReactNode
}

const headHeight = 36
const nearEnd = 80

/** A table of any length: sticky head, only what is seen is drawn; `j` `k` move, `Enter` opens, `x` selects, `Esc` lets go. */
export function RowTable<T>({ label, rows, columns, keyOf, answerTo, onOpen, openKey, rowHeight = 52, plain, onEnd, sorting, selection, foot }: Props<T>) {
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const pathname = useLocation({ select: (it) => it.pathname })
  const id = `rows ${pathname} ${label}`
  const before = useElementScrollRestoration({ id })
  const [marks] = useState(newRowMarks)
  const { from, to, show, toTop } = useWindow(scroller, rows.length, rowHeight, headHeight, before?.scrollY ?? 0)

  // A row is drawn again only when it changes itself, so what it calls must stay the same function.
  const latest = useRef({ rows, keyOf, onOpen, selection })
  latest.current = { rows, keyOf, onOpen, selection }
  const keys = useCallback(() => latest.current.rows.map((it) => latest.current.keyOf(it)), [])
  const found = useRef<{ key: string | undefined; rows: readonly T[]; index: number }>(undefined)
  const standing = useCallback(() => {
    const [key, now] = [marks.at(), latest.current.rows]
    if (!found.current || found.current.key !== key || found.current.rows !== now)
      found.current = { key, rows: now, index: key === undefined ? -1 : now.findIndex((it) => latest.current.keyOf(it) === key) }
    return found.current.index
  }, [marks])
  // The row with the focus stays drawn however far one scrolls.
  const far = useSyncExternalStore(marks.watch, () => {
    const at = standing()
    return at >= from && at < to ? -1 : at
  })
  useEffect(() => {
    if (marks.ticked().size > 0) marks.keepOnly(keys())
  }, [rows, marks, keys])
  const shown = useRef(answerTo)
  useEffect(() => {
    if (shown.current !== answerTo) toTop()
    shown.current = answerTo
  }, [answerTo, toTop])
  useEffect(() => {
    if (to >= rows.length - nearEnd) onEnd?.()
  }, [to, rows.length, onEnd])

  const move = (by: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, standing() + by))
    const row = rows[next]
    if (row === undefined) return
    show(next)
    marks.goTo(keyOf(row))
  }
  const open = useCallback(
    (row: T, key: string) => {
      marks.goTo(key)
      latest.current.onOpen?.(row)
    },
    [marks],
  )
  const toggle = useCallback(
    (key: string, through: boolean) => {
      marks.goTo(key)
      marks.toggle(key, through ? keys() : [])
    },
    [marks, keys],
  )
  const boxName = useCallback((row: T) => t('lists.select', { name: latest.current.selection?.nameOf(row) }), [t])
  const tickHere = (through: boolean) => {
    const key = marks.at()
    if (key !== undefined) toggle(key, through)
  }
  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    ...(onOpen && { Enter: () => rows[standing()] && onOpen(rows[standing()]!) }),
    ...(selection && { x: () => tickHere(false), X: () => tickHere(true) }),
    Escape: () => (marks.ticked().size > 0 ? marks.tick([]) : marks.goTo(undefined)),
  })

  const box = selection ? '1.25rem ' : ''
  const tracks = (all: readonly Column<T>[]) => all.map((it) => it.width).join(' ')
  // Widths come from the columns, so they go through a style of the element, which the page's policy allows.
  const grid = { '--wide': box + tracks(columns), '--lean': tracks(columns.filter((it) => !it.lean)), '--row': `${rowHeight}px` } as React.CSSProperties
  const drawn = Array.from({ length: to - from }, (_, i) => from + i)
  if (far >= 0) drawn[far < from ? 'unshift' : 'push'](far)
  const lines = useRef<ReadonlyMap<string, number>>(new Map())
  lines.current = linesOf(
    drawn.map((it) => keyOf(rows[it]!)),
    lines.current,
    plain ? marks.at() : false,
  )
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
        <table className="lines block w-full" aria-rowcount={onEnd ? -1 : rows.length + 1} style={{ height: headHeight + rows.length * rowHeight }}>
          <caption className="sr-only">{label}</caption>
          <thead className="sticky top-0 z-10 block">
            <tr aria-rowindex={1} className={clsx(lineClass, 'h-9 border-b bg-sunken text-xs font-medium text-ink-2')}>
              {selection && (
                <th scope="col" className="flex max-md:hidden">
                  <EveryBox marks={marks} count={rows.length} keys={keys} />
                </th>
              )}
              {columns.map((it) => (
                <Head key={it.name} column={it} sorting={sorting} />
              ))}
            </tr>
          </thead>
          <tbody className="block" style={{ transform: `translateY(${from * rowHeight}px)` }}>
            {drawn.map((index) => {
              const row = rows[index]!
              const key = keyOf(row)
              return (
                <TableRow
                  key={lines.current.get(key)}
                  row={row}
                  rowKey={key}
                  index={index}
                  away={index === far ? (far - from) * rowHeight : undefined}
                  columns={columns}
                  marks={marks}
                  isOpen={openKey === key}
                  boxName={selection && boxName}
                  onOpen={onOpen && open}
                  onToggle={toggle}
                />
              )
            })}
          </tbody>
        </table>
        {foot}
        {selection && <WhenTicked marks={marks}>{() => <div aria-hidden className="h-16" />}</WhenTicked>}
      </div>
      {selection && (
        <WhenTicked marks={marks}>
          {(ticked) => {
            const clear = () => marks.tick([])
            return (
              <SelectionBar count={ticked.size} onClear={clear}>
                {selection.acts({ keys: ticked, rows: () => rows.filter((it) => ticked.has(keyOf(it))), clear })}
              </SelectionBar>
            )
          }}
        </WhenTicked>
      )}
    </div>
  )
}

/** Ticks every row that is loaded, or none. */
function EveryBox({ marks, count, keys }: { marks: RowMarks; count: number; keys: () => readonly string[] }) {
  const { t } = useTranslation()
  const ticked = useSyncExternalStore(marks.watch, () => marks.ticked().size)
  const all = ticked > 0 && ticked === count
  return (
    <input
      type="checkbox"
      aria-label={t('lists.select_all')}
      className="size-4 accent-brand"
      checked={all}
      ref={(it) => {
        if (it) it.indeterminate = ticked > 0 && !all
      }}
      onChange={() => marks.tick(all ? [] : keys())}
    />
  )
}

/** What stands there only while rows are ticked. */
function WhenTicked({ marks, children }: { marks: RowMarks; children: (ticked: ReadonlySet<string>) => ReactNode }) {
  const ticked = useSyncExternalStore(marks.watch, marks.ticked)
  return ticked.size > 0 && children(ticked)
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
