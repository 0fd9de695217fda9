import clsx from 'clsx'
import { useBrandLook } from './brand-look.ts'

/** The mark of whose console it is. */
export function BrandMark({ className }: { className?: string }) {
  const { logo } = useBrandLook()
  return <img src={logo ?? '/favicon.svg'} alt="" className={clsx('object-contain', className)} />
}
