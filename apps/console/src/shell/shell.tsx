import { useQuery } from '@tanstack/react-query'
import { Navigate, Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { Menu as MenuIcon } from 'lucide-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isFault } from '#api/fault-words.ts'
import { meQuery } from '#api/me.ts'
import { useExpired } from '#api/session.ts'
import { BrandMark } from '#ui/brand-mark.tsx'
import { Bell } from '#notifications/bell.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { Skeleton, Trouble } from '#ui/states.tsx'
import { bringLaterWords, keep, kept } from '#words/language.ts'
import { places } from './places.ts'
import { useShortcuts } from './shortcuts.ts'
import { Sidebar } from './sidebar.tsx'
import { SlowStrip } from './slow-strip.tsx'
import { Strips } from './strips.tsx'
import { useNews } from './use-news.ts'

const NoTenant = lazy(() => import('./no-tenant.tsx').then((it) => ({ default: it.NoTenant })))
const Required = lazy(() => Promise.all([import('#security/required.tsx'), bringLaterWords()]).then(([it]) => ({ default: it.Required })))
const SignInAgain = lazy(() => import('./sign-in-again.tsx').then((it) => ({ default: it.SignInAgain })))
const Palette = lazy(async () => ({ default: (await Promise.all([import('./palette.tsx'), bringLaterWords()]))[0].Palette }))
// Its words come later than those of the first page.
const PlaceCall = lazy(async () => ({ default: (await Promise.all([import('#calls/place-call.tsx'), bringLaterWords()]))[0].PlaceCall }))
const Invite = lazy(async () => ({ default: (await Promise.all([import('#team/invite-dialog.tsx'), bringLaterWords()]))[0].InviteDialog }))
const Notifications = lazy(() => import('#notifications/notifications.tsx').then((it) => ({ default: it.Notifications })))
const KeyHelp = lazy(() => import('./key-help.tsx').then((it) => ({ default: it.KeyHelp })))

/** What stands around every page: sidebar, strips, palette, keys. It lets in only people who are signed in. */
export function Shell() {
  const { t } = useTranslation()
  const me = useQuery(meQuery)
  const path = useRouterState({ select: (state) => state.location.pathname })
  const href = useRouterState({ select: (state) => state.location.href })
  const [narrow, setNarrow] = useState(() => kept('myna.sidebar') === 'narrow')
  const [drawer, setDrawer] = useState(false)
  const expired = useExpired()
  const [open, setOpen] = useState<'palette' | 'keys' | 'call' | 'invite' | 'told' | undefined>()

  const close = () => setOpen(undefined)
  useEffect(() => setDrawer(false), [path])
  useNews(me.data?.tenant?.id)
  useGlobalKeys({
    palette: () => setOpen((it) => (it === 'palette' ? undefined : 'palette')),
    sidebar: () =>
      setNarrow((it) => {
        keep('myna.sidebar', it ? 'wide' : 'narrow')
        return !it
      }),
    keys: () => setOpen('keys'),
  })

  if (isFault(me.error, 'request.unauthenticated'))
    // Until the page to sign in is here, this one stands at its address; where one was going was said already.
    return path === '/sign-in' ? <ShellSkeleton /> : <Navigate to="/sign-in" search={href === '/' ? {} : { next: href }} replace />
  if (me.error && !me.data)
    return (
      <main className="grid h-dvh place-content-center">
        <Trouble first fault={me.error} onRetry={() => void me.refetch()}>
          {t('state.server_away')}
        </Trouble>
      </main>
    )
  if (!me.data) return <ShellSkeleton />
  if (!me.data.tenant)
    return (
      <Suspense fallback={<ShellSkeleton />}>{me.data.requires ? <Required me={me.data} requires={me.data.requires} /> : <NoTenant me={me.data} />}</Suspense>
    )

  return (
    <div className="relative flex h-dvh overflow-clip">
      <a href="#main" className="fixed top-2 left-2 z-100 -translate-y-20 rounded-sm bg-ink px-3 py-2 text-sm text-surface focus:translate-y-0">
        {t('shell.skip')}
      </a>
      {drawer && <button type="button" aria-label={t('shell.close_menu')} className="fixed inset-0 z-30 bg-scrim lg:hidden" onClick={() => setDrawer(false)} />}
      <Sidebar me={me.data} narrow={narrow} drawer={drawer} onSearch={() => setOpen('palette')} onKeys={() => setOpen('keys')} onTold={() => setOpen('told')} />
      <div className="flex min-w-0 flex-1 flex-col bg-surface" inert={drawer}>
        <header>
          <div className="flex h-12 shrink-0 items-center gap-2 border-b bg-canvas px-2 lg:hidden">
            <Button look="ghost" size="icon" aria-label={t('shell.open_menu')} aria-expanded={drawer} onClick={() => setDrawer(true)}>
              <MenuIcon aria-hidden />
            </Button>
            <BrandMark className="size-6" />
            <span className="min-w-0 flex-1 truncate text-sm font-semibold">{me.data.tenant.name}</span>
            <Bell bare className={buttonClass({ look: 'ghost', size: 'icon' })} onClick={() => setOpen('told')} />
          </div>
          <Strips me={me.data} />
        </header>
        <main id="main" tabIndex={-1} className="min-h-0 flex-1 outline-none">
          <Outlet />
        </main>
      </div>
      <Suspense>
        {open === 'palette' && <Palette onClose={close} onKeys={() => setOpen('keys')} onCall={() => setOpen('call')} onInvite={() => setOpen('invite')} />}
        {open === 'call' && <PlaceCall onClose={close} />}
        {open === 'invite' && <Invite onClose={close} />}
        {open === 'told' && <Notifications onClose={close} />}
        {open === 'keys' && <KeyHelp onClose={close} />}
        {expired && <SignInAgain me={me.data} />}
      </Suspense>
    </div>
  )
}

/** ⌘K and ⌘B always, `?` and `g …` when single keys are on. */
function useGlobalKeys(act: { palette: () => void; sidebar: () => void; keys: () => void }): void {
  const navigate = useNavigate()
  const [goAt, setGoAt] = useState(0)
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (!(event.metaKey || event.ctrlKey) || event.shiftKey || event.altKey) return
      const key = event.key.toLowerCase()
      if (key !== 'k' && key !== 'b') return
      event.preventDefault()
      if (key === 'k') act.palette()
      else act.sidebar()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  })
  const going = Date.now() - goAt < 1500
  useShortcuts(
    {
      '?': act.keys,
      g: () => setGoAt(Date.now()),
      ...(going && Object.fromEntries(places.flatMap((group) => group.places.map((it) => [it.key, () => (setGoAt(0), void navigate({ to: it.to }))])))),
    },
    true,
  )
}

function ShellSkeleton() {
  const { t } = useTranslation()
  return (
    <div role="status" aria-label={t('state.loading')} className="relative flex h-dvh">
      <div className="absolute inset-x-0 top-0">
        <SlowStrip />
      </div>
      <div className="hidden w-58 space-y-2 border-r p-3 lg:block">
        <Skeleton className="mb-4 h-7 w-36" />
        {[24, 20, 16, 28, 20].map((_, i) => (
          <Skeleton key={i} className="h-6 w-40" />
        ))}
      </div>
      <div className="flex-1 bg-surface">
        <div className="flex h-12 items-center border-b px-6">
          <Skeleton className="h-5 w-40" />
        </div>
      </div>
    </div>
  )
}
