import { useNavigate } from '@tanstack/react-router'
import { Globe, Keyboard, Languages, LogOut, type LucideIcon, Moon, PhoneOutgoing, Plus, Sun, SunMoon, UserPlus } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { mayOf, useMe } from '#api/me.ts'
import { languages, speakLanguage } from '#words/language.ts'
import { signOut } from './account-menu.tsx'
import { places } from './places.ts'
import { setTheme } from './theme.ts'

/** A line of the palette. */
export type Command = { id: string; group: string; label: string; note?: string; icon: LucideIcon; keys?: string; lang?: string; run: () => unknown }
/** Acts of the palette that open something of the shell. */
export type PaletteActs = { onKeys: () => void; onCall: () => void; onInvite: () => void }

/** Where the person may go and what they may do. */
export function useCommands({ onKeys, onCall, onInvite }: PaletteActs): Command[] {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { scopes } = useMe()
  return useMemo(() => {
    const may = mayOf(scopes)
    const go = t('keys.go')
    const act = t('shell.acts')
    return [
      ...places.flatMap((group) =>
        group.places
          .filter((it) => !it.scope || may(it.scope))
          .map((it) => ({
            id: `go-${it.name}`,
            group: go,
            label: t(`shell.place.${it.name}`),
            icon: it.icon,
            keys: `g ${it.key}`,
            run: () => navigate({ to: it.to }),
          })),
      ),
      ...(may('agents:write')
        ? [
            { id: 'website', group: act, label: t('agents.create_from_website'), icon: Globe, keys: 'c', run: () => navigate({ to: '/agents/new' }) },
            { id: 'by-hand', group: act, label: t('agents.create_by_hand'), icon: Plus, run: () => navigate({ to: '/agents/new', search: { from: 'hand' } }) },
          ]
        : []),
      ...(may('calls:write') ? [{ id: 'call', group: act, label: t('search.place_call'), icon: PhoneOutgoing, run: onCall }] : []),
      ...(may('members:write') ? [{ id: 'invite', group: act, label: t('team.invite'), icon: UserPlus, run: onInvite }] : []),
      { id: 'keys', group: act, label: t('shell.keys'), icon: Keyboard, keys: '?', run: onKeys },
      { id: 'light', group: act, label: `${t('shell.theme')}: ${t('shell.theme_light')}`, icon: Sun, run: () => setTheme('light') },
      { id: 'dark', group: act, label: `${t('shell.theme')}: ${t('shell.theme_dark')}`, icon: Moon, run: () => setTheme('dark') },
      { id: 'system', group: act, label: `${t('shell.theme')}: ${t('shell.theme_system')}`, icon: SunMoon, run: () => setTheme('system') },
      ...languages.map((it) => ({
        id: `language-${it.value}`,
        group: act,
        label: it.label,
        lang: it.lang,
        icon: Languages,
        run: () => speakLanguage(it.value),
      })),
      { id: 'sign-out', group: act, label: t('shell.sign_out'), icon: LogOut, run: () => signOut().then(() => navigate({ to: '/sign-in' })) },
    ]
  }, [t, scopes, navigate, onKeys, onCall, onInvite])
}
