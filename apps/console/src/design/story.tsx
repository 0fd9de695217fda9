import clsx from 'clsx'
import type { ReactNode } from 'react'

/** One component in its states, under the name of its file. */
export function Story({ file, children, wide }: { file: string; children: ReactNode; wide?: boolean }) {
  return (
    <section id={file} aria-label={file} className={clsx('min-w-0 scroll-mt-16 rounded-lg border bg-surface', wide && 'lg:col-span-2')}>
      <h2 className="border-b px-4 py-2 font-mono text-xs text-ink-3">{file}</h2>
      <div className={clsx('flex flex-wrap items-start gap-3', wide ? '' : 'p-4')}>{children}</div>
    </section>
  )
}

/** A line of a story: what is shown, and how. */
export function Shown({ as, children }: { as: string; children: ReactNode }) {
  return (
    <div className="flex w-full flex-wrap items-center gap-3">
      <span className="w-20 shrink-0 text-2xs text-ink-3">{as}</span>
      {children}
    </div>
  )
}
