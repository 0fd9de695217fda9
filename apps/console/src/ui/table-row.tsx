import clsx, { type ClassValue } from 'clsx'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

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
  start: number
  height: number
  columns: readonly Column<T>[]
  /** Whether the keyboard stands on it, or its details are open. */
  at: boolean
  /** undefined: nothing can be selected. */
  selected: boolean | undefined
  name: string | undefined
  onOpen: ((row: T, key: string) => void) | undefined
  onToggle: (key: string, through: boolean) => void
}

/** One line of a table. It is drawn again only when something of it changed, so that a list of any length answers at once. */
export const TableRow = memo(Row) as typeof Row

function Row<T>({ row, rowKey, index, start, height, columns, at, selected, name, onOpen, onToggle }: Props<T>) {
  const { t } = useTranslation()
  return (
    <tr
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
        'absolute inset-x-0 border-b text-sm outline-none transition-colors duration-100',
        onOpen && 'cursor-pointer',
        at || selected ? 'bg-selected' : 'hover:bg-hover',
        at && 'shadow-[inset_2px_0_0_var(--brand)]',
      )}
      style={{ height, transform: `translateY(${start}px)` }}
    >
      {selected !== undefined && (
        <td className="flex max-md:hidden">
          <input
            type="checkbox"
            aria-label={t('lists.select', { name })}
            className="size-4 accent-brand"
            checked={selected}
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
