import { Link } from '@tanstack/react-router'
import clsx from 'clsx'
import { Keyboard, Search } from 'lucide-react'
import { lazy, type ReactElement, type ReactNode, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '#api/me.ts'
import type { Me } from '#api/shapes.ts'
import { Bell } from '#notifications/bell.tsx'
import { Kbd } from '#ui/badge.tsx'
import { commandKey } from './command-key.ts'
import { places } from './places.ts'
import { AccountLook, TenantLook } from './menu-looks.tsx'

// Menus and tooltips bring the code that places floating things; the page is shown before it has come.
const Tip = lazy(() => import('#ui/tip.tsx').then((it) => ({ default: it.Tip })))
const AccountMenu = lazy(() => import('./account-menu.tsx').then((it) => ({ default: it.AccountMenu })))
const TenantMenu = lazy(() => import('./tenant-menu.tsx').then((it) => ({ default: it.TenantMenu })))

type Props = { me: Me; narrow: boolean; drawer: boolean; onSearch: () => void; onKeys: () => void; onTold: () => void }

/** The way through the console: 232 px, a rail of 52 px when narrow, a drawer on small screens. */
export function Sidebar({ me, narrow, drawer, onSearch, onKeys, onTold }: Props) {
  const { t } = useTranslation()
  const labels = clsx('min-w-0 flex-1 truncate text-left', narrow && 'lg:sr-only')
  const row =
    'flex h-8 w-full items-center gap-2.5 rounded-sm px-2 text-sm text-ink-2 transition-colors duration-100 hover:bg-hover hover:text-ink coarse:h-11 [&_svg]:size-4 [&_svg]:shrink-0'
  return (
    <aside
      className={clsx(
        'fixed inset-y-0 left-0 z-40 flex w-66 shrink-0 flex-col border-r bg-canvas transition-[width,translate] duration-200 ease-out lg:visible lg:static lg:translate-x-0',
        narrow ? 'lg:w-13' : 'lg:w-58',
        drawer ? 'translate-x-0 shadow-float' : 'invisible -translate-x-full',
      )}
    >
      <div className="flex h-12 shrink-0 items-center px-2">
        <Suspense fallback={<TenantLook me={me} narrow={narrow} />}>
          <TenantMenu me={me} narrow={narrow} />
        </Suspense>
      </div>
      <div className="px-2 pb-1">
        <Maybe tip={narrow} label={t('shell.search')}>
          <button type="button" onClick={onSearch} className={clsx(row, !narrow && 'border bg-surface')} aria-keyshortcuts="Meta+K Control+K">
            <Search aria-hidden />
            <span className={labels}>{t('shell.search')}</span>
            {!narrow && (
              <span aria-hidden className="max-lg:hidden">
                <Kbd>{commandKey} K</Kbd>
              </span>
            )}
          </button>
        </Maybe>
      </div>
      <nav aria-label={t('shell.pages')} className="flex-1 overflow-y-auto px-2 pb-4">
        {places.map(({ group, places: inGroup }) => (
          <div key={group ?? 'top'} className="pt-2">
            {group && <div className={clsx('px-2 pt-1 pb-1 text-2xs font-medium text-ink-3', narrow && 'lg:hidden')}>{t(`shell.group.${group}`)}</div>}
            <ul className="space-y-0.5">
              {inGroup.map((it) => (
                <Allowed key={it.name} scope={it.scope}>
                  <li>
                    <Maybe tip={narrow} label={t(`shell.place.${it.name}`)}>
                      <Link
                        to={it.to}
                        activeOptions={{ exact: it.to === '/', includeSearch: false }}
                        className={clsx(row, 'aria-[current=page]:bg-selected aria-[current=page]:font-medium aria-[current=page]:text-ink')}
                      >
                        <it.icon aria-hidden />
                        <span className={labels}>{t(`shell.place.${it.name}`)}</span>
                      </Link>
                    </Maybe>
                  </li>
                </Allowed>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <div className="space-y-0.5 border-t p-2">
        <Maybe tip={narrow} label={t('told.title')}>
          <Bell bare={narrow} className={row} onClick={onTold} />
        </Maybe>
        <Maybe tip={narrow} label={t('shell.keys')}>
          <button type="button" onClick={onKeys} className={clsx(row, 'max-lg:hidden')}>
            <Keyboard aria-hidden />
            <span className={labels}>{t('shell.keys')}</span>
            {!narrow && (
              <span aria-hidden>
                <Kbd>?</Kbd>
              </span>
            )}
          </button>
        </Maybe>
        <Suspense fallback={<AccountLook me={me} narrow={narrow} />}>
          <AccountMenu me={me} narrow={narrow} />
        </Suspense>
      </div>
    </aside>
  )
}

function Maybe({ tip, label, children }: { tip: boolean; label: string; children: ReactElement }) {
  return tip ? (
    <Suspense fallback={children}>
      <Tip label={label} side="right">
        {children}
      </Tip>
    </Suspense>
  ) : (
    children
  )
}

function Allowed({ scope, children }: { scope: string | undefined; children: ReactNode }) {
  const may = useMay(scope ?? '')
  return !scope || may ? children : null
}
