import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { number } from '#words/figures.ts'
import { Button } from './button.tsx'

/** Floats over the foot of a list while rows are selected: how many, what can be done with them, and the way out. */
export function SelectionBar({ count, onClear, children }: { count: number; onClear: () => void; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <div
      role="toolbar"
      aria-label={t('lists.selection')}
      className="absolute bottom-4 left-1/2 z-20 flex max-w-[calc(100%-2rem)] -translate-x-1/2 items-center gap-1 rounded-md border bg-raised py-1 pr-1 pl-3 text-sm shadow-float"
    >
      <span aria-live="polite" className="pr-2 whitespace-nowrap tabular-nums">
        {t('lists.selected', { count, shown: number(count) })}
      </span>
      {children}
      <Button look="ghost" size="icon" aria-label={t('lists.clear')} onClick={onClear}>
        <X aria-hidden />
      </Button>
    </div>
  )
}
