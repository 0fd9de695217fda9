import clsx, { type ClassValue } from 'clsx'
import { memo, type ReactNode, useEffect, useRef, useSyncExternalStore } from 'react'
import type { RowMarks } from './row-marks.ts'

/** One column: its share of the width and what it shows; `lean` hides it on phones, `sorts` lets people order the rows by it. */
export type Column<T> = { name: string; head: ReactNode; width: string; cell: (row: T) => ReactNode; right?: boolean; lean?: boolean; sorts?: boolean }

/** The line of a table, which its head shares. */
export const lineClass = 'grid grid-cols-(--lean) items-center gap-x-4 px-4 text-left md:grid-cols-(--wide) lg:px-6'

/** The classes of a cell of a column. */
export function cellClass({ right, lean }: Pick<Column<never>, 'right' | 'lean'>, ...more: ClassValue[]): string {
  return clsx('min-w-0', right && 'text-right tabular-nums', lean && 'max-md:hidden', more)
}

type Props<T> = {
  row: T
  rowKey: string
  index: number
  /** Where it stands when it is away from the rows that are drawn, from the first of those. */
  away: number | undefined
  columns: readonly Column<T>[]
  marks: RowMarks
  /** Its details stand beside the list. */
  isOpen: boolean
  /** What its box is called; undefined: nothing can be selected. */
  boxName: ((row: T) => string) | undefined
  onOpen: ((row: T, key: string) => void) | undefined
  onToggle: (key: string, through: boolean) => void
}

/** One line of a table. It is drawn again only when something of it changed, so that a list of any length answers at once. */
export const TableRow = memo(Row) as typeof Row

const [standsOn, isTicked] = [1, 2]

function Row<T>({ row, rowKey, index, away, columns, marks, isOpen, boxName, onOpen, onToggle }: Props<T>) {
  const line = useRef<HTMLTableRowElement>(null)
  const marked = useSyncExternalStore(marks.watch, () => (marks.at() === rowKey ? standsOn : 0) | (marks.ticked().has(rowKey) ? isTicked : 0))
  const [at, ticked] = [(marked & standsOn) > 0 || isOpen, (marked & isTicked) > 0]
  useEffect(() => {
    if (marked & standsOn && marks.takesFocus(rowKey) && !line.current!.contains(document.activeElement)) line.current!.focus({ preventScroll: true })
  }, [marked, marks, rowKey])
  return (
    <tr
      ref={line}
      aria-rowindex={index + 2}
      data-row={rowKey}
      tabIndex={-1}
      onClick={(event) => {
        // Links, buttons and selected text inside a row keep their own meaning, and so do menus that hang from it.
        const target = event.target as HTMLElement
        if (!onOpen || target.closest('a, button, input, select, label, [role=menu]') || !event.currentTarget.contains(target) || getSelection()?.toString())
          return
        onOpen(row, rowKey)
      }}
      className={clsx(
        lineClass,
        'relative h-(--row) border-b text-sm outline-none contain-strict hover:transition-[background-color] hover:duration-100',
        onOpen && 'cursor-pointer',
        at || ticked ? 'bg-selected' : 'hover:bg-hover',
        at && 'shadow-[inset_2px_0_0_var(--brand)]',
      )}
      // Rows that differ in no style are styled as one; a style of their own would cost each of them and all it holds.
      style={away === undefined ? undefined : { position: 'absolute', insetInline: 0, top: away }}
    >
      {boxName && (
        <td className="flex max-md:hidden">
          <input
            type="checkbox"
            aria-label={boxName(row)}
            className="size-4 accent-brand"
            checked={ticked}
            // A click knows the shift key, a change does not.
            onClick={(event) => onToggle(rowKey, event.shiftKey)}
            onChange={() => undefined}
          />
        </td>
      )}
      {columns.map((it) => (
        <td key={it.name} className={cellClass(it)}>
          {it.cell(row)}
        </td>
      ))}
    </tr>
  )
}
