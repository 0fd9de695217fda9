import { useMutation } from '@tanstack/react-query'
import clsx from 'clsx'
import { ArrowDown, ArrowUp, Ellipsis, GripVertical, Pencil, Plug, Trash2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import type { Provider } from '#api/shapes.ts'
import { Badge, type Tone } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Confirm } from '#ui/dialog.tsx'
import { Menu, MenuItem, MenuLine } from '#ui/menu.tsx'
import { tell, tellTrouble } from '#ui/toast.tsx'
import { wait } from '#words/figures.ts'
import { BudgetBar } from './budget-bar.tsx'
import { EnabledSwitch } from './enabled-switch.tsx'
import { providersChanged } from './provider-queries.ts'
import { readTold } from './told-trouble.ts'
import type { useOrder } from './use-order.ts'

const tones: Record<Provider['health'], Tone> = { unknown: 'neutral', well: 'ok', failing: 'bad', resting: 'warn' }

type Props = {
  provider: Provider
  place: number
  count: number
  ordering: ReturnType<typeof useOrder>
  mayConfigure: boolean
  /** The day it last failed, as people write it. */
  failedOn: string | undefined
  /** It has just been connected and is tried at once. */
  fresh: boolean
  onEdit: () => void
}

/** One language model: how it fares, what it cost, and what can be done about it. */
export function ProviderRow({ provider, place, count, ordering, mayConfigure, failedOn, fresh, onEdit }: Props) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const [removing, setRemoving] = useState(false)
  const { id, name } = provider
  const test = useMutation({
    mutationFn: () => api.brain.testProvider({ providerId: id }),
    onSettled: providersChanged,
    onError: (fault) => tellTrouble(words(fault)),
  })
  const tried = useRef(false)
  useEffect(() => {
    if (!fresh || tried.current) return
    tried.current = true
    test.mutate()
  }, [fresh])
  const told = (sentence: string) => {
    const known = readTold(sentence)
    return known ? (t as (key: string, names: object) => string)(`providers.told.${known.told}`, known.names) : sentence
  }
  const facts = [
    ...(name === t(`providers.kind.${provider.kind}`) ? [] : [t(`providers.kind.${provider.kind}`)]),
    provider.model,
    ...(provider.baseUrl ? [provider.baseUrl] : []),
    t(provider.hasKey ? 'providers.key_set' : 'providers.key_none'),
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
            aria-label={t('providers.drag', { name })}
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
            {provider.enabled ? (
              <Badge tone={tones[provider.health]} dot>
                {t(`providers.health.${provider.health}`)}
              </Badge>
            ) : (
              <Badge>{t('providers.disabled')}</Badge>
            )}
          </div>
          <p className="text-xs text-ink-3 [overflow-wrap:anywhere]">{facts.join(' · ')}</p>
        </div>
        {mayConfigure && (
          <div className="ml-auto flex items-center gap-2">
            <EnabledSwitch provider={provider} />
            <Button busy={test.isPending} onClick={() => test.mutate()} aria-label={`${t('providers.test')}: ${name}`}>
              {!test.isPending && <Plug aria-hidden />}
              {t('providers.test')}
            </Button>
            <Menu
              trigger={
                <Button look="ghost" size="icon" aria-label={t('providers.acts', { name })}>
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
                {t('providers.move_up')}
              </MenuItem>
              <MenuItem disabled={place === count} onSelect={() => ordering.move(id, place)}>
                <ArrowDown aria-hidden />
                {t('providers.move_down')}
              </MenuItem>
              <MenuLine />
              <MenuItem danger onSelect={() => setRemoving(true)}>
                <Trash2 aria-hidden />
                {t('providers.remove')}
              </MenuItem>
            </Menu>
          </div>
        )}
      </div>
      <div className={clsx('grid gap-2', mayConfigure && count > 1 ? 'sm:pl-15' : 'sm:pl-7')}>
        <div role="status" className="text-sm empty:hidden">
          {test.data ? (
            <p className={clsx('[overflow-wrap:anywhere]', test.data.works ? 'text-ok' : 'text-bad')}>
              {told(test.data.sentence)} ({wait(test.data.tookMs)})
            </p>
          ) : (
            provider.health !== 'well' &&
            provider.lastError && (
              <p className="text-bad [overflow-wrap:anywhere]">
                {told(provider.lastError)}
                {failedOn && <span className="text-ink-3"> · {t('providers.failed_on', { day: failedOn })}</span>}
              </p>
            )
          )}
        </div>
        {provider.health === 'resting' && provider.enabled && <p className="text-xs text-ink-3">{t('providers.resting_help')}</p>}
        <BudgetBar provider={provider} />
      </div>
      {removing && <RemoveProvider provider={provider} onClose={() => setRemoving(false)} />}
    </li>
  )
}

function RemoveProvider({ provider: { id, name }, onClose }: { provider: Provider; onClose: () => void }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const remove = useMutation({
    mutationFn: () => api.brain.removeProvider({ providerId: id }),
    onSuccess: async () => {
      await providersChanged()
      tell(t('providers.removed', { name }))
      onClose()
    },
    onError: (fault) => tellTrouble(words(fault)),
  })
  return (
    <Confirm
      open
      onOpenChange={onClose}
      title={t('providers.remove_title', { name })}
      description={t('providers.remove_body')}
      action={t('providers.remove')}
      busy={remove.isPending}
      onConfirm={() => remove.mutate()}
    />
  )
}
