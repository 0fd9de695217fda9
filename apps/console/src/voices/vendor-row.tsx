import { useMutation } from '@tanstack/react-query'
import clsx from 'clsx'
import { ArrowDown, ArrowUp, Ear, Ellipsis, GripVertical, Pencil, Plug, Speech, Trash2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { languageNames } from '#agents/spoken-languages.ts'
import { api } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import type { SpeechProvider } from '#api/shapes.ts'
import type { useOrder } from '#providers/use-order.ts'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Confirm } from '#ui/dialog.tsx'
import { Menu, MenuItem, MenuLine } from '#ui/menu.tsx'
import { PlainSwitch } from '#ui/switch.tsx'
import { tell, tellTrouble } from '#ui/toast.tsx'
import { moment, wait } from '#words/figures.ts'
import { vendorOf } from './vendors.ts'
import { speechVendorsChanged } from './voice-queries.ts'

type Props = {
  provider: SpeechProvider
  place: number
  count: number
  ordering: ReturnType<typeof useOrder>
  mayConfigure: boolean
  /** It has just been connected and is tried at once. */
  fresh: boolean
  onEdit: () => void
}

/** One vendor of speech: what it does in which languages, how it fares, and what can be done about it. */
export function VendorRow({ provider, place, count, ordering, mayConfigure, fresh, onEdit }: Props) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const [removing, setRemoving] = useState(false)
  const { id, name, kind } = provider
  const vendor = vendorOf(kind)
  const failed = (fault: unknown) => tellTrouble(words(fault))
  const test = useMutation({ mutationFn: () => api.voice.testSpeechProvider({ providerId: id }), onSettled: speechVendorsChanged, onError: failed })
  const toggle = useMutation({
    mutationFn: (enabled: boolean) => api.voice.updateSpeechProvider({ providerId: id, enabled }),
    onSettled: speechVendorsChanged,
    onError: failed,
  })
  const remove = useMutation({
    mutationFn: () => api.voice.removeSpeechProvider({ providerId: id }),
    onSuccess: async () => {
      await speechVendorsChanged()
      tell(t('speechVendors.removed', { name }))
    },
    onError: failed,
    onSettled: () => setRemoving(false),
  })
  const tried = useRef(false)
  useEffect(() => {
    if (!fresh || tried.current) return
    tried.current = true
    test.mutate()
  }, [fresh])
  const facts = [
    ...(name === t(`speechVendors.kind.${kind}`) ? [] : [t(`speechVendors.kind.${kind}`)]),
    ...(provider.model ? [provider.model] : []),
    ...(provider.baseUrl ? [provider.baseUrl] : []),
    t(provider.hasKey ? 'speechVendors.key_set' : 'speechVendors.key_none'),
  ]
  return (
    <li
      data-row={id}
      className={clsx('grid gap-2 border-t px-3 py-3 sm:px-5', ordering.dragging === id && 'relative z-10 bg-selected')}
      style={{ order: ordering.order.indexOf(id) }}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        {mayConfigure && count > 1 && (
          <button
            type="button"
            data-handle
            aria-label={t('speechVendors.drag', { name })}
            {...ordering.handle(id)}
            className="-mr-1 flex h-8 w-6 shrink-0 cursor-grab touch-none items-center justify-center rounded-xs text-ink-3 hover:bg-hover hover:text-ink active:cursor-grabbing coarse:h-11 coarse:w-8"
          >
            <GripVertical aria-hidden className="size-4" />
          </button>
        )}
        <span aria-hidden className="w-4 shrink-0 text-right text-sm text-ink-3 tabular-nums">
          {place}
        </span>
        <div className="min-w-40 flex-1">
          <div className="flex flex-wrap items-center gap-2">
            <h3 className="min-w-0 text-sm font-medium [overflow-wrap:anywhere]">{name}</h3>
            {!provider.enabled && <Badge>{t('speechVendors.disabled')}</Badge>}
          </div>
          <p className="text-xs [overflow-wrap:anywhere] text-ink-3">{facts.join(' · ')}</p>
        </div>
        {mayConfigure && (
          <div className="ml-auto flex items-center gap-2">
            <PlainSwitch
              label={t('speechVendors.enabled', { name })}
              checked={toggle.isPending ? toggle.variables : provider.enabled}
              onChange={(enabled) => toggle.mutate(enabled)}
            />
            <Button busy={test.isPending} onClick={() => test.mutate()} aria-label={`${t('speechVendors.test')}: ${name}`}>
              {!test.isPending && <Plug aria-hidden />}
              {t('speechVendors.test')}
            </Button>
            <Menu
              trigger={
                <Button look="ghost" size="icon" aria-label={t('speechVendors.acts', { name })}>
                  <Ellipsis aria-hidden />
                </Button>
              }
            >
              <MenuItem onSelect={onEdit}>
                <Pencil aria-hidden />
                {t('act.edit')}
              </MenuItem>
              <MenuItem disabled={place === 1} onSelect={() => ordering.move(id, place - 2)}>
                <ArrowUp aria-hidden />
                {t('speechVendors.move_up')}
              </MenuItem>
              <MenuItem disabled={place === count} onSelect={() => ordering.move(id, place)}>
                <ArrowDown aria-hidden />
                {t('speechVendors.move_down')}
              </MenuItem>
              <MenuLine />
              <MenuItem danger onSelect={() => setRemoving(true)}>
                <Trash2 aria-hidden />
                {t('speechVendors.remove')}
              </MenuItem>
            </Menu>
          </div>
        )}
      </div>
      <div className={clsx('grid gap-1.5', mayConfigure && count > 1 ? 'sm:pl-15' : 'sm:pl-7')}>
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-2 [&_svg]:size-3.5 [&_svg]:text-ink-3">
          {provider.speaks && (
            <li className="flex items-center gap-1.5">
              <Speech aria-hidden />
              {t('speechVendors.speaks_in', { languages: vendor.speaks.length > 0 ? languageNames(t, vendor.speaks) : t('speechVendors.their_voices') })}
            </li>
          )}
          {provider.listens && vendor.listens.length > 0 && (
            <li className="flex items-center gap-1.5">
              <Ear aria-hidden />
              {t('speechVendors.listens_in', { languages: languageNames(t, vendor.listens) })}
            </li>
          )}
        </ul>
        <div role="status" className="text-sm empty:hidden">
          {test.data ? (
            <p className={clsx('[overflow-wrap:anywhere]', test.data.works ? 'text-ok' : 'text-bad')}>
              {test.data.sentence} ({wait(test.data.tookMs)})
            </p>
          ) : (
            provider.lastError && (
              <p className="[overflow-wrap:anywhere] text-bad">
                {provider.lastError}
                {provider.lastErrorAt && <span className="text-ink-3"> · {moment(provider.lastErrorAt)}</span>}
              </p>
            )
          )}
        </div>
      </div>
      <Confirm
        open={removing}
        onOpenChange={setRemoving}
        title={t('speechVendors.remove_title', { name })}
        description={t('speechVendors.remove_body')}
        action={t('speechVendors.remove')}
        busy={remove.isPending}
        onConfirm={() => remove.mutate()}
      />
    </li>
  )
}
