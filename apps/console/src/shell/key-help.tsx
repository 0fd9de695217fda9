import { useTranslation } from 'react-i18next'
import { Kbd } from '#ui/badge.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { commandKey } from './command-key.ts'
import { places } from './places.ts'

/** The map of the keyboard. */
export function KeyHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const groups = [
    {
      title: t('keys.everywhere'),
      rows: [
        [`${commandKey} K`, t('shell.search')],
        [`${commandKey} B`, t('keys.sidebar')],
        ['?', t('shell.keys')],
        ['/', t('keys.filter')],
        ['c', t('keys.create')],
        ['Esc', t('keys.close')],
      ],
    },
    { title: t('keys.go'), rows: places.flatMap((group) => group.places.map((it) => [`g ${it.key}`, t(`shell.place.${it.name}`)])) },
    {
      title: t('keys.lists'),
      rows: [
        ['j', t('keys.down')],
        ['k', t('keys.up')],
        ['Enter', t('keys.open')],
        ['x', t('keys.select')],
      ],
    },
    {
      title: t('keys.agent'),
      rows: [
        ['t', t('keys.talk')],
        ['p', t('keys.publish')],
      ],
    },
    {
      title: t('keys.recording'),
      rows: [
        ['Space', t('keys.play')],
        ['← →', t('keys.seek')],
      ],
    },
  ]
  return (
    <Dialog wide open onOpenChange={onClose} title={t('shell.keys')} description={t('keys.help')}>
      <div tabIndex={0} className="-mx-2 grid rounded-sm px-2 gap-x-10 gap-y-5 pb-5 sm:grid-cols-2">
        {groups.map((group) => (
          <section key={group.title}>
            <h3 className="pb-1 text-xs font-medium text-ink-3">{group.title}</h3>
            <dl>
              {group.rows.map(([keys, what]) => (
                <div key={keys} className="flex items-center gap-3 py-1 text-sm">
                  <dt className="order-2 flex gap-1">
                    {keys!.split(' ').map((it) => (
                      <Kbd key={it}>{it}</Kbd>
                    ))}
                  </dt>
                  <dd className="min-w-0 flex-1">{what}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
