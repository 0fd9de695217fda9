import { Dialog } from '@base-ui/react/dialog'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Bot, Globe, Keyboard, Languages, LogOut, type LucideIcon, MessageSquareText, Moon, Plus, Search, Sun, SunMoon, UserPlus } from 'lucide-react'
import { useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { agentsQuery } from '#agents/agent-queries.ts'
import { Kbd } from '#ui/badge.tsx'
import { languages, speakLanguage } from '#words/language.ts'
import { signOut } from './account-menu.tsx'
import { rankCommands } from './rank-commands.ts'
import { places } from './places.ts'
import { setTheme } from './theme.ts'

type Command = { id: string; group: string; label: string; icon: LucideIcon; keys?: string; lang?: string; run: () => unknown }

/** Everything by name: pages, acts and agents. */
export function Palette({ onClose, onKeys }: { onClose: () => void; onKeys: () => void }) {
  const { t } = useTranslation()
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const commands = useCommands(useDeferredValue(typed), onKeys)
  const found = useMemo(() => rankCommands(commands, typed), [commands, typed])
  const chosen = found[Math.min(at, found.length - 1)]

  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [chosen])

  function run(command: Command | undefined) {
    if (!command) return
    onClose()
    void command.run()
  }

  return (
    <Dialog.Root open onOpenChange={onClose}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-50 bg-scrim transition-opacity duration-100 data-starting-style:opacity-0" />
        <Dialog.Popup
          aria-label={t('shell.search')}
          className="fixed top-[12vh] left-1/2 z-50 w-[min(600px,calc(100vw-2rem))] -translate-x-1/2 overflow-hidden rounded-lg border bg-raised shadow-float outline-none transition-[opacity,scale] duration-150 ease-out data-starting-style:scale-98 data-starting-style:opacity-0"
        >
          <div className="flex items-center gap-3 border-b px-4">
            <Search aria-hidden className="size-4 text-ink-3" />
            <input
              role="combobox"
              aria-label={t('shell.search')}
              aria-expanded="true"
              aria-controls={`${id}-list`}
              aria-activedescendant={chosen && `${id}-${chosen.id}`}
              placeholder={t('shell.search_hint')}
              value={typed}
              onChange={(event) => {
                setTyped(event.target.value)
                setAt(0)
              }}
              onKeyDown={(event) => {
                const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
                if (step) {
                  event.preventDefault()
                  setAt((found.length + Math.min(at, found.length - 1) + step) % Math.max(1, found.length))
                } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
                  event.preventDefault()
                  run(chosen)
                }
              }}
              className="h-12 min-w-0 flex-1 bg-transparent text-base outline-none placeholder:text-ink-3 coarse:text-lg"
            />
            <Kbd>Esc</Kbd>
          </div>
          <div ref={list} id={`${id}-list`} role="listbox" aria-label={t('shell.search')} className="max-h-[min(24rem,60vh)] overflow-y-auto p-2">
            {found.map((it, i) => (
              <div key={it.id} role="presentation">
                {it.group !== found[i - 1]?.group && (
                  <div aria-hidden className="px-2 pt-2 pb-1 text-2xs font-medium text-ink-3">
                    {it.group}
                  </div>
                )}
                <div
                  id={`${id}-${it.id}`}
                  role="option"
                  aria-selected={it === chosen}
                  lang={it.lang}
                  onPointerMove={() => setAt(i)}
                  onClick={() => run(it)}
                  className="flex h-9 cursor-default items-center gap-2.5 rounded-sm px-2 text-sm aria-selected:bg-hover coarse:h-11 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-3"
                >
                  <it.icon aria-hidden />
                  <span className="min-w-0 flex-1 truncate">{it.label}</span>
                  {it.keys?.split(' ').map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </div>
              </div>
            ))}
          </div>
          <div role="status" className="text-center text-sm text-ink-2">
            {found.length === 0 && <p className="pb-8">{t('shell.nothing_found')}</p>}
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function useCommands(typed: string, onKeys: () => void): Command[] {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { data: agents } = useQuery({ ...agentsQuery(typed.trim() ? { q: typed.trim() } : {}), placeholderData: (before) => before })
  return useMemo(() => {
    const go = t('keys.go')
    const act = t('shell.acts')
    return [
      ...places.flatMap((group) =>
        group.places.map((it) => ({
          id: `go-${it.name}`,
          group: go,
          label: t(`shell.place.${it.name}`),
          icon: it.icon,
          keys: `g ${it.key}`,
          run: () => navigate({ to: it.to }),
        })),
      ),
      ...(agents ?? []).slice(0, 6).flatMap((it) => [
        {
          id: `agent-${it.id}`,
          group: t('shell.place.agents'),
          label: it.name,
          icon: Bot,
          run: () => navigate({ to: '/agents/$agentId', params: { agentId: it.id } }),
        },
        {
          id: `talk-${it.id}`,
          group: t('shell.place.agents'),
          label: t('shell.talk_to', { name: it.name }),
          icon: MessageSquareText,
          run: () => navigate({ to: '/agents/$agentId', params: { agentId: it.id }, search: { talk: 'yes' } }),
        },
      ]),
      { id: 'website', group: act, label: t('agents.create_from_website'), icon: Globe, keys: 'c', run: () => navigate({ to: '/agents/new' }) },
      { id: 'by-hand', group: act, label: t('agents.create_by_hand'), icon: Plus, run: () => navigate({ to: '/agents/new', search: { from: 'hand' } }) },
      { id: 'invite', group: act, label: t('team.invite'), icon: UserPlus, run: () => navigate({ to: '/team' }) },
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
  }, [t, agents, navigate, onKeys])
}
