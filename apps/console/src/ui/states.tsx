import { useQueryClient } from '@tanstack/react-query'
import clsx from 'clsx'
import { CircleAlert, Lock, type LucideIcon } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isUnreachable, useFaultWords } from '#api/fault-words.ts'
import { Button } from './button.tsx'
import { CopyButton } from './copy-button.tsx'

/** A grey block where content will stand; it appears only when the wait is felt. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={clsx('animate-appear rounded-sm bg-hover', className)} />
}

/** Rows of skeleton in the geometry of a list; `head`: with the line its head will take. */
export function SkeletonRows({ rows = 6, head, className = 'h-12' }: { rows?: number; head?: boolean; className?: string }) {
  const { t } = useTranslation()
  return (
    <div role="status" aria-label={t('state.loading')} className="divide-y">
      {head && <div className="h-9 bg-sunken" />}
      {Array.from({ length: rows }, (_, i) => (
        <div key={i} className={clsx('flex items-center gap-4 px-4 lg:px-6', className)}>
          <Skeleton className="h-3.5 w-2/5" />
          <Skeleton className="h-3.5 w-1/6" />
          <Skeleton className="ml-auto h-3.5 w-16" />
        </div>
      ))}
    </div>
  )
}

/** Nothing here yet, or nothing that fits: what it is, and the one act. `first`: its title is the page's. */
export function Empty({
  icon: Icon,
  title,
  body,
  children,
  sample,
  first,
}: {
  icon: LucideIcon
  title: string
  body: ReactNode
  children?: ReactNode
  sample?: ReactNode
  first?: boolean
}) {
  const Heading = first ? 'h1' : 'h2'
  return (
    <div className="relative">
      {sample && (
        <div aria-hidden inert className="pointer-events-none max-h-80 overflow-hidden opacity-40 [mask-image:linear-gradient(black,transparent)]">
          {sample}
        </div>
      )}
      <div className={clsx('flex flex-col items-center gap-3 px-6 text-center', sample ? '-mt-32 pb-16' : 'py-16')}>
        <div className="relative flex size-11 items-center justify-center rounded-lg border bg-surface text-ink-2">
          <Icon className="size-5" aria-hidden />
        </div>
        <div className="relative max-w-sm">
          <Heading className="text-base font-semibold">{title}</Heading>
          <p className="mt-1 text-sm text-balance text-ink-2">{body}</p>
        </div>
        {children && <div className="relative flex flex-wrap justify-center gap-2 pt-1">{children}</div>}
      </div>
    </div>
  )
}

/** What failed, what still works, a second try for all that failed with it, and the request id to quote. `first`: its title is the page's. */
export function Trouble({
  fault,
  onRetry,
  children,
  className,
  first,
}: {
  fault: unknown
  onRetry?: (() => void) | undefined
  children?: ReactNode
  className?: string
  first?: boolean
}) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const queries = useQueryClient()
  const { sentence, traceId, code } = words(fault)
  const denied = code === 'request.forbidden'
  const Heading = first ? 'h1' : 'h2'
  const gone = code.endsWith('not_found')
  // Asking again brings neither a right nor what is gone; what is denied says itself who can grant it.
  const hopeless = denied || gone
  const advice = denied ? undefined : gone ? t('state.not_found_body') : isUnreachable(fault) ? t('state.server_away') : t('state.rest_works')
  const retry = () => {
    onRetry?.()
    void queries.refetchQueries({ type: 'active', predicate: (it) => it.state.status === 'error' })
  }
  const Icon = denied ? Lock : CircleAlert
  return (
    <div role="alert" data-trouble className={clsx('flex flex-col items-center gap-3 px-6 py-16 text-center', className)}>
      <div className={clsx('flex size-11 items-center justify-center rounded-lg', denied ? 'bg-sunken text-ink-2' : 'bg-bad-bg text-bad')}>
        <Icon className="size-5" aria-hidden />
      </div>
      <div className="max-w-md">
        <Heading className="text-base font-semibold">{sentence}</Heading>
        <p className="mt-1 text-sm text-ink-2">
          {children ?? advice}
          {traceId && !hopeless && ` ${t('state.quote_request_id')}`}
        </p>
      </div>
      <div className="flex flex-wrap items-center justify-center gap-2">
        {onRetry && !hopeless && (
          <Button onClick={retry} look="primary">
            {t('act.retry')}
          </Button>
        )}
        {traceId && <CopyButton text={traceId} label={t('state.copy_request_id')} />}
      </div>
    </div>
  )
}

/** A strip across the page that says what is not as usual. */
export function Strip({ tone, children, ...rest }: { tone: 'warn' | 'bad' | 'info'; children: ReactNode } & ComponentProps<'div'>) {
  const tones = { warn: 'bg-warn-bg text-warn', bad: 'bg-bad-bg text-bad', info: 'bg-info-bg text-info' }
  return (
    <div
      className={clsx('flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-1.5 text-sm lg:px-6 [&_svg]:size-4 [&_svg]:shrink-0', tones[tone])}
      {...rest}
    >
      {children}
    </div>
  )
}
