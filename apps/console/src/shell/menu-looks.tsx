import clsx from 'clsx'
import { ChevronsUpDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { BrandMark } from '#ui/brand-mark.tsx'
import type { Me } from '#api/shapes.ts'

type Look = { me: Me; narrow: boolean }

/** The classes of the buttons at the top and the foot of the sidebar. */
export const menuButton = 'flex h-9 w-full min-w-0 items-center rounded-sm text-left hover:bg-hover coarse:h-11'

/** What the organisation's button shows. */
export function TenantLook({ me, narrow }: Look) {
  const { t } = useTranslation()
  return (
    <span className="flex w-full min-w-0 items-center gap-2.5 px-1.5">
      <BrandMark className="size-6 shrink-0" />
      <span className="sr-only">{t('account.organisation')}:</span>
      <span className={clsx('min-w-0 flex-1 truncate text-sm font-semibold', narrow && 'lg:sr-only')}>{me.tenant?.name}</span>
      <ChevronsUpDown aria-hidden className={clsx('size-3.5 shrink-0 text-ink-3', narrow && 'lg:hidden')} />
    </span>
  )
}

/** What the person's button shows. */
export function AccountLook({ me, narrow }: Look) {
  const { t } = useTranslation()
  const name = me.user?.name ?? t('shell.somebody')
  return (
    <span className="flex h-9 w-full min-w-0 items-center gap-2.5 px-1.5 coarse:h-11">
      <Initials name={name} />
      <span className="sr-only">{t('shell.account')}:</span>
      <span className={clsx('min-w-0 flex-1 truncate text-sm', narrow && 'lg:sr-only')}>{name}</span>
    </span>
  )
}

/** Up to two initials in a circle. */
export function Initials({ name }: { name: string }) {
  const letters = name
    .split(/\s+/)
    .filter(Boolean)
    .map((it) => String.fromCodePoint(it.codePointAt(0)!))
  return (
    <span aria-hidden className="flex size-6 shrink-0 items-center justify-center rounded-full bg-selected text-2xs font-semibold text-brand-text">
      {(letters.length > 1 ? [letters[0], letters.at(-1)] : letters).join('').toUpperCase()}
    </span>
  )
}
