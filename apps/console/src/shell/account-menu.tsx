import { useNavigate } from '@tanstack/react-router'
import clsx from 'clsx'
import { LogOut, UserRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api, queryClient } from '#api/client.ts'
import { session } from '#api/session.ts'
import type { Me } from '#api/shapes.ts'
import { Menu, MenuChoice, MenuItem, MenuLine } from '#ui/menu.tsx'
import { currentLanguage, languages, speakLanguage } from '#words/language.ts'
import { setTheme, themes, useTheme } from './theme.ts'

/** Signs out here and forgets everything the console remembers. */
export async function signOut(): Promise<void> {
  session.end()
  await api.identity.signOut({}).catch(() => undefined)
  queryClient.clear()
}

/** The person: profile, theme, language, sign out. */
export function AccountMenu({ me, narrow }: { me: Me; narrow: boolean }) {
  const { t } = useTranslation()
  const theme = useTheme()
  const navigate = useNavigate()
  const name = me.user?.name ?? t('shell.somebody')
  return (
    <Menu
      align="start"
      side="top"
      trigger={
        <button type="button" className="flex h-9 w-full items-center gap-2.5 rounded-sm px-1.5 text-left hover:bg-hover coarse:h-11">
          <Initials name={name} />
          <span className="sr-only">{t('shell.account')}:</span>
          <span className={clsx('min-w-0 flex-1 truncate text-sm', narrow && 'lg:sr-only')}>{name}</span>
        </button>
      }
    >
      <div className="truncate px-2 pt-1 pb-1.5 text-xs text-ink-3">{me.user?.email}</div>
      <MenuItem onSelect={() => void navigate({ to: '/settings', search: { section: 'profile' } })}>
        <UserRound aria-hidden />
        {t('shell.profile')}
      </MenuItem>
      <MenuLine />
      <MenuChoice label={t('shell.theme')} value={theme} options={themes.map((value) => ({ value, label: t(`shell.theme_${value}`) }))} onChange={setTheme} />
      <MenuLine />
      <MenuChoice label={t('shell.language')} value={currentLanguage()} options={languages} onChange={(it) => void speakLanguage(it)} />
      <MenuLine />
      <MenuItem
        onSelect={async () => {
          await signOut()
          await navigate({ to: '/sign-in' })
        }}
      >
        <LogOut aria-hidden />
        {t('shell.sign_out')}
      </MenuItem>
    </Menu>
  )
}

/** Up to two initials in a circle. */
export function Initials({ name }: { name: string }) {
  const letters = name
    .split(/\s+/)
    .filter(Boolean)
    .map((it) => [...it][0] ?? '')
  return (
    <span aria-hidden className="flex size-6 shrink-0 items-center justify-center rounded-full bg-selected text-2xs font-semibold text-brand-text">
      {(letters.length > 1 ? [letters[0], letters.at(-1)] : letters).join('').toUpperCase()}
    </span>
  )
}
