import { Link, type LinkProps } from '@tanstack/react-router'
import clsx from 'clsx'
import { LoaderCircle } from 'lucide-react'
import type { ComponentProps } from 'react'

const looks = {
  primary: 'bg-brand text-brand-ink hover:brightness-110 active:brightness-95',
  secondary: 'border bg-surface text-ink hover:bg-hover',
  ghost: 'text-ink-2 hover:bg-hover hover:text-ink',
  danger: 'border border-bad/40 bg-surface text-bad hover:bg-bad-bg',
}
const sizes = {
  small: 'h-7 px-2 text-xs coarse:h-9',
  medium: 'h-8 px-3 text-sm coarse:h-11',
  large: 'h-9 px-4 text-base coarse:h-11',
  icon: 'size-8 text-sm coarse:size-11',
}
const frame =
  'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-sm font-medium whitespace-nowrap select-none transition-[background-color,color,filter] duration-100 disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0'

type Look = { look?: keyof typeof looks; size?: keyof typeof sizes }

/** The classes of a button, for elements that are not one. */
export function buttonClass({ look = 'secondary', size = 'medium' }: Look, more?: string): string {
  return clsx(frame, looks[look], sizes[size], more)
}

/** A button. `busy` shows that its work runs and makes it deaf to a second press without losing focus. */
export function Button({
  look,
  size,
  busy,
  className,
  type = 'button',
  onClick,
  children,
  ...rest
}: ComponentProps<'button'> & Look & { busy?: boolean | undefined }) {
  return (
    <button
      type={type}
      className={buttonClass({ ...(look && { look }), ...(size && { size }) }, className)}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault()
        else onClick?.(event)
      }}
      {...rest}
    >
      {busy && <LoaderCircle aria-hidden className="animate-spin" />}
      {children}
    </button>
  )
}

/** A link that looks like a button. */
export function ButtonLink({ look, size, className, ...rest }: LinkProps & Look & { className?: string; 'aria-label'?: string; autoFocus?: boolean }) {
  return <Link className={buttonClass({ ...(look && { look }), ...(size && { size }) }, className)} {...rest} />
}
