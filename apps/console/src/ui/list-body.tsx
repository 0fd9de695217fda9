import { SearchX } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import { Empty, SkeletonRows, Trouble } from './states.tsx'

type Props<T> = {
  rows: readonly T[] | undefined
  error: unknown
  onRetry: () => void
  /** Nothing fits the filters: what to say, and how to take them off. undefined: there are none. */
  noMatch?: { title: string; body: string; onClear: () => void } | undefined
  /** There is nothing at all. */
  empty: ReactNode
  children: (rows: readonly T[]) => ReactNode
}

/** The states of a list: it comes, it failed, nothing fits, nothing is there, or its rows. */
export function ListBody<T>({ rows, error, onRetry, noMatch, empty, children }: Props<T>) {
  const { t } = useTranslation()
  if (!rows) return error ? <Trouble fault={error} onRetry={onRetry} /> : <SkeletonRows head className="h-13" rows={8} />
  if (rows.length > 0) return children(rows)
  if (!noMatch) return empty
  return (
    <Empty icon={SearchX} title={noMatch.title} body={noMatch.body}>
      <Button onClick={noMatch.onClear}>{t('act.clear_filter')}</Button>
    </Empty>
  )
}
