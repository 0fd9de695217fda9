import clsx from 'clsx'

/** How far something long has come; without `of` only that it goes on. */
export function Progress({ label, done, of, className }: { label: string; done?: number; of?: number; className?: string }) {
  const known = of !== undefined && of > 0
  return (
    <progress
      aria-label={label}
      {...(known && { value: Math.min(done ?? 0, of), max: of })}
      className={clsx(
        'block h-1.5 w-full appearance-none overflow-hidden rounded-full bg-hover [&::-moz-progress-bar]:bg-brand [&::-webkit-progress-value]:bg-brand',
        known ? '[&::-webkit-progress-bar]:bg-hover' : 'animate-breathe [&::-moz-progress-bar]:w-full [&::-webkit-progress-bar]:bg-brand',
        className,
      )}
    />
  )
}
