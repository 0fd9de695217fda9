import clsx from 'clsx'
import { isHome, useBrandLook } from './brand-look.ts'

/** The mark of whose console it is. */
export function BrandMark({ className }: { className?: string }) {
  const { name, logo } = useBrandLook()
  // At its own domain the server has a mark for a brand without a logo.
  if (!logo && !isHome() && name !== 'Myna')
    return (
      <span aria-hidden className={clsx('grid place-content-center rounded-sm bg-brand text-sm font-semibold text-brand-ink', className)}>
        {[...new Intl.Segmenter().segment(name)][0]?.segment.toUpperCase()}
      </span>
    )
  return <img src={logo ?? '/favicon.svg'} alt="" className={clsx('object-contain', className)} />
}
