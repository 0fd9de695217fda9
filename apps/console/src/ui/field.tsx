import clsx from 'clsx'
import { type ComponentProps, type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { number } from '#words/figures.ts'
import { type LeftOut, useLeftOut } from './left-out.ts'

const box =
  'w-full rounded-sm border border-line-strong bg-surface text-ink placeholder:text-ink-3 hover:border-ink-3 focus-visible:outline-offset-0 disabled:bg-sunken disabled:text-ink-2 aria-invalid:border-bad coarse:text-lg'

/** What a control must carry to belong to its label, its help and its error. */
export type Named = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined }

/** A label, its control, help and, in its place, what is wrong; below it, what of a pasted text could not be taken. */
export function Field({
  label,
  help,
  error,
  optional,
  children,
  className,
}: {
  label: ReactNode
  help?: ReactNode
  error?: string | undefined
  optional?: string
  children: (named: Named) => ReactNode
  className?: string
}) {
  const id = useId()
  const [heed, left] = useLeftOut()
  const described = error || help ? `${id}-about` : undefined
  const about = [described, left && `${id}-left`].filter(Boolean).join(' ') || undefined
  return (
    <div ref={heed} className={clsx('grid content-start gap-1.5', className)}>
      <label htmlFor={id} className="flex items-baseline gap-2 text-sm font-medium">
        {label}
        {optional && <span className="text-xs font-normal text-ink-3">{optional}</span>}
      </label>
      {children({ id, 'aria-describedby': about, 'aria-invalid': error ? true : undefined })}
      {described && (
        <p id={described} role={error ? 'alert' : undefined} className={clsx('text-xs', error ? 'text-bad' : 'text-ink-3')}>
          {error ?? help}
        </p>
      )}
      <LeftOutNote id={`${id}-left`} left={left} />
    </div>
  )
}

/** Says what of a text was left out. */
export function LeftOutNote({ id, left }: { id: string; left: LeftOut }) {
  const { t } = useTranslation()
  if (!left) return null
  return (
    <p id={id} role="status" className="text-xs text-warn">
      {left === 'odd' ? t('state.left_out_odd') : t('state.left_out_long', { shown: number(left.most) })}
    </p>
  )
}

/** Choices that belong together under a name; `name`: the field of the form that their error is noted at. */
export function Choices({
  name,
  legend,
  help,
  error,
  children,
  className,
}: {
  name: string
  legend: ReactNode
  help?: ReactNode
  error?: string | undefined
  children: ReactNode
  className?: string
}) {
  const id = useId()
  const described = error || help ? `${id}-about` : undefined
  return (
    <fieldset name={name} aria-describedby={described} className={clsx('grid gap-2', className)}>
      <legend className="mb-1.5 text-sm font-medium">{legend}</legend>
      {described && (
        <p id={described} role={error ? 'alert' : undefined} className={clsx('text-xs', error ? 'text-bad' : 'text-ink-3')}>
          {error ?? help}
        </p>
      )}
      {children}
    </fieldset>
  )
}

/** One line of text. */
export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input className={clsx(box, 'h-9 px-2.5 text-base coarse:h-11', className)} {...rest} />
}

/** A low input for bars and rows. */
export function SmallInput({ className, ...rest }: ComponentProps<'input'>) {
  return <input className={clsx(box, 'h-8 px-2.5 text-sm coarse:h-11', className)} {...rest} />
}

/** Several lines of text, growing with them. */
export function TextArea({ className, ...rest }: ComponentProps<'textarea'>) {
  return <textarea className={clsx(box, 'field-sizing-content min-h-20 resize-y px-2.5 py-2 text-base', className)} {...rest} />
}

/** One of a few. The browser's own control: it speaks to every screen reader and opens the wheel on phones. */
export function Select({ className, small, ...rest }: ComponentProps<'select'> & { small?: boolean }) {
  return <select className={clsx(box, 'cursor-pointer pr-1 pl-2', small ? 'h-8 text-sm coarse:h-11' : 'h-9 text-base coarse:h-11', className)} {...rest} />
}

/** A box to tick, with its words beside it. */
export function Tick({ label, help, className, ...rest }: Omit<ComponentProps<'input'>, 'type'> & { label: ReactNode; help?: ReactNode }) {
  const id = useId()
  return (
    <div className={clsx('flex items-start gap-2.5', className)}>
      <input
        id={id}
        type="checkbox"
        className="mt-0.5 size-4 shrink-0 accent-brand coarse:size-5"
        aria-describedby={help ? `${id}-help` : undefined}
        {...rest}
      />
      <div className="min-w-0">
        <label htmlFor={id} className="text-sm">
          {label}
        </label>
        {help && (
          <p id={`${id}-help`} className="text-xs text-ink-3">
            {help}
          </p>
        )}
      </div>
    </div>
  )
}
