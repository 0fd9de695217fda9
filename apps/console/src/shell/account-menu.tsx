import { useNavigate } from '@tanstack/react-router'
import { LogOut, UserRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api, queryClient } from '#api/client.ts'
import { session } from '#api/session.ts'
import type { Me } from '#api/shapes.ts'
import { Menu, MenuChoice, MenuItem, MenuLine } from '#ui/menu.tsx'
import { currentLanguage, languages, speakLanguage } from '#words/language.ts'
import { AccountLook, menuButton } from './menu-looks.tsx'
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
  return (
    <Menu
      align="start"
      side="top"
      trigger={
        <button type="button" className={menuButton}>
          <AccountLook me={me} narrow={narrow} />
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
