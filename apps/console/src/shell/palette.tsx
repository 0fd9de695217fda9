import { Dialog } from '@base-ui/react/dialog'
import { Search } from 'lucide-react'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Kbd } from '#ui/badge.tsx'
import { type Command, type PaletteActs, useCommands } from './palette-commands.ts'
import { rankCommands } from './rank-commands.ts'
import { recentCommands, rememberCommand } from './recent-commands.ts'
import { useThings } from './use-things.ts'

/** Everything by name: pages, acts, and what the organisation has. */
export function Palette({ onClose, ...acts }: { onClose: () => void } & PaletteActs) {
  const { t } = useTranslation()
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const commands = useCommands(acts)
  const { things, searching } = useThings(typed)
  const found = useMemo(
    () => [...(typed.trim() ? rankCommands(commands, typed) : usedFirst(commands, t('search.recent'))), ...things],
    [commands, things, typed, t],
  )
  const chosen = found[Math.min(at, found.length - 1)]

  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [chosen])

  function run(command: Command | undefined) {
    if (!command) return
    if (commands.some((it) => it.id === command.id)) rememberCommand(command.id)
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
                  <span dir="auto" className="min-w-0 flex-1 truncate">
                    {it.label}
                  </span>
                  {it.note && <span className="max-w-1/3 shrink truncate text-xs text-ink-3">{it.note}</span>}
                  {it.keys?.split(' ').map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </div>
              </div>
            ))}
          </div>
          <div role="status" className="text-center text-sm text-ink-2">
            {searching ? (
              <p className="pb-3 text-xs text-ink-3">{t('search.searching')}</p>
            ) : (
              found.length === 0 && <p className="pb-8">{t('shell.nothing_found')}</p>
            )}
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/** Commands with those used last on top, in a group of their own. */
function usedFirst(commands: readonly Command[], group: string): Command[] {
  const used = recentCommands().flatMap((id) => commands.filter((it) => it.id === id))
  return [...used.map((it) => ({ ...it, group })), ...commands.filter((it) => !used.includes(it))]
}
