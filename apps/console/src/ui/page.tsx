import { Link, type LinkProps, useLinkProps } from '@tanstack/react-router'
import clsx from 'clsx'
import { ChevronRight } from 'lucide-react'
import { type ComponentProps, type ReactNode, useEffect } from 'react'
import { LearnHow } from '#guide/learn-how.tsx'
import { useBrandLook } from './brand-look.ts'
import { useTogether } from './use-together.ts'

type Crumb = { label: string } & Pick<LinkProps, 'to' | 'params' | 'search'>

/** A page: its bar with title and acts, and its body. `flush`: the body goes to the edges. */
export function Page({
  title,
  crumb,
  badge,
  actions,
  below,
  flush,
  children,
}: {
  title: string
  crumb?: Crumb
  badge?: ReactNode
  actions?: ReactNode
  below?: ReactNode
  flush?: boolean
  children: ReactNode
}) {
  const { name } = useBrandLook()
  const shown = useTogether()
  useEffect(() => {
    document.title = `${title} · ${name}`
  }, [title, name])
  return (
    <div className={clsx('flex h-full min-h-0 flex-col', !shown && 'opacity-0')}>
      <header className="shrink-0 border-b bg-surface">
        <div className="flex min-h-12 items-center gap-2 px-4 py-1.5 lg:px-6 coarse:min-h-14">
          <div className="flex min-w-0 flex-1 items-center gap-1.5">
            {crumb && (
              <>
                <Link
                  to={crumb.to ?? '/'}
                  {...(crumb.params && { params: crumb.params })}
                  {...(crumb.search && { search: crumb.search })}
                  className="shrink-0 text-sm text-ink-2 hover:text-ink max-sm:sr-only"
                >
                  {crumb.label}
                </Link>
                <ChevronRight aria-hidden className="size-3.5 shrink-0 text-ink-3 max-sm:hidden" />
              </>
            )}
            <h1 className="min-w-0 truncate text-lg font-semibold">{title}</h1>
            {badge && <div className="ml-1.5 shrink-0">{badge}</div>}
          </div>
          {actions}
          <LearnHow />
        </div>
        {below}
      </header>
      <div className={clsx('relative min-h-0 flex-1 overflow-y-auto', !flush && 'px-4 py-5 lg:px-6')}>{children}</div>
    </div>
  )
}

/** Links that look like tabs: the page they lead to is in the address. */
export function Tabs({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label} className="flex gap-1 overflow-x-auto px-2.5 lg:px-4.5">
      {children}
    </nav>
  )
}

/** One tab. The address alone cannot tell which one is open, since a missing word in it means the first; so the page says it. */
export function Tab({ current, children, ...link }: LinkProps & { current: boolean; children: ReactNode }) {
  const props = useLinkProps(link)
  return (
    <a
      {...props}
      aria-current={current ? 'page' : undefined}
      className="flex h-9 shrink-0 items-center gap-1.5 border-b-2 border-transparent px-1.5 text-sm whitespace-nowrap text-ink-2 hover:text-ink focus-visible:-outline-offset-2 aria-[current=page]:border-brand aria-[current=page]:font-medium aria-[current=page]:text-ink coarse:h-11"
    >
      {children}
    </a>
  )
}

/** A white box with a hairline. */
export function Card({ className, ...rest }: ComponentProps<'section'>) {
  return <section className={clsx('rounded-lg border bg-surface', className)} {...rest} />
}

/** The head of a card: what it holds, a line about it, an act. */
export function CardHead({ title, help, action }: { title: string; help?: ReactNode; action?: ReactNode }) {
  return (
    <div className="flex flex-wrap items-start gap-3 px-5 pt-4 pb-3">
      <div className="min-w-60 flex-1">
        <h2 className="text-base font-semibold">{title}</h2>
        {help && <p className="mt-0.5 text-sm text-ink-2">{help}</p>}
      </div>
      {action}
    </div>
  )
}
