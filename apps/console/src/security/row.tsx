import type { ReactNode } from 'react'

/** One thing in a card: its name, a line about it, what can be done. */
export function Row({ title, badge, line, act, icon }: { title: ReactNode; badge?: ReactNode; line?: ReactNode; act?: ReactNode; icon?: ReactNode }) {
  return (
    <li className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-2 px-5 py-2 [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-ink-3">
      {icon}
      <div className="min-w-40 flex-1">
        <div className="flex flex-wrap items-center gap-2 text-sm font-medium">
          <span className="min-w-0 [overflow-wrap:anywhere]">{title}</span>
          {badge}
        </div>
        {line && <div className="text-xs text-ink-3 [overflow-wrap:anywhere]">{line}</div>}
      </div>
      {act && <div className="flex flex-wrap items-center gap-2">{act}</div>}
    </li>
  )
}
