import clsx from 'clsx'
import type { ReactNode } from 'react'

/** What is known of a thing, one fact under the other. */
export function Facts({ children, className }: { children: ReactNode; className?: string }) {
  return <dl className={clsx('grid gap-4 text-sm', className)}>{children}</dl>
}

/** One of them. */
export function Fact({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-ink-3">{label}</dt>
      <dd className="mt-0.5 [overflow-wrap:anywhere]">{children}</dd>
    </div>
  )
}
