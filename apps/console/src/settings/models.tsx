import { useMutation, useQuery } from '@tanstack/react-query'
import { BrainCircuit, Ellipsis, Pencil, Plug, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { allPages } from '#api/all-pages.ts'
import { api, queryClient } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import { useMay } from '#api/me.ts'
import type { Provider } from '#api/shapes.ts'
import { Badge, type Tone } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Confirm } from '#ui/dialog.tsx'
import { Menu, MenuItem, MenuLine } from '#ui/menu.tsx'
import { Card, CardHead } from '#ui/page.tsx'
import { SkeletonRows, Trouble } from '#ui/states.tsx'
import { Switch } from '#ui/switch.tsx'
import { tell, tellTrouble } from '#ui/toast.tsx'
import { wait } from '#words/figures.ts'
import { ModelDialog } from './model-dialog.tsx'

const tones: Record<Provider['health'], Tone> = { unknown: 'neutral', well: 'ok', failing: 'bad' }
const changed = () => queryClient.invalidateQueries({ queryKey: ['providers'] })

/** Language models the organisation has connected. */
export function Models() {
  const { t } = useTranslation()
  const mayConfigure = useMay('brain:configure')
  const [editing, setEditing] = useState<Provider | 'new'>()
  const list = useQuery({ queryKey: ['providers'], queryFn: () => allPages((page) => api.brain.listProviders(page)) })
  return (
    <Card>
      <CardHead
        title={t('settings.models')}
        help={t('settings.models_help')}
        action={
          mayConfigure && (
            <Button onClick={() => setEditing('new')}>
              <Plus aria-hidden />
              {t('settings.add_provider')}
            </Button>
          )
        }
      />
      {list.error && !list.data ? (
        <Trouble fault={list.error} onRetry={() => void list.refetch()} />
      ) : !list.data ? (
        <SkeletonRows rows={2} />
      ) : list.data.length === 0 ? (
        <div className="flex gap-3 border-t px-5 py-4 text-sm text-ink-2">
          <BrainCircuit aria-hidden className="mt-0.5 size-4 shrink-0" />
          <p>{t('settings.models_empty')}</p>
        </div>
      ) : (
        <ul className="divide-y border-t">
          {list.data.map((it) => (
            <ProviderRow key={it.id} provider={it} mayConfigure={mayConfigure} onEdit={() => setEditing(it)} />
          ))}
        </ul>
      )}
      {editing && <ModelDialog provider={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />}
    </Card>
  )
}

function ProviderRow({ provider, mayConfigure, onEdit }: { provider: Provider; mayConfigure: boolean; onEdit: () => void }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const [removing, setRemoving] = useState(false)
  const trouble = (fault: unknown) => tellTrouble(words(fault).sentence)
  const test = useMutation({ mutationFn: () => api.brain.testProvider({ providerId: provider.id }), onSettled: changed, onError: trouble })
  const toggle = useMutation({
    mutationFn: (enabled: boolean) => api.brain.updateProvider({ providerId: provider.id, enabled }),
    onSettled: changed,
    onError: trouble,
  })
  const remove = useMutation({
    mutationFn: () => api.brain.removeProvider({ providerId: provider.id }),
    onSuccess: async () => {
      setRemoving(false)
      tell(t('settings.provider_removed', { name: provider.name }))
      await changed()
    },
    onError: trouble,
  })
  return (
    <li className="grid gap-3 px-5 py-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <div className="min-w-48 flex-1">
          <div className="flex flex-wrap items-center gap-2">
            <h3 className="text-sm font-medium">{provider.name}</h3>
            <Badge tone={tones[provider.health]}>{t(`settings.health.${provider.health}`)}</Badge>
          </div>
          <p className="text-xs text-ink-3 [overflow-wrap:anywhere]">
            {provider.model} · {provider.baseUrl}
          </p>
        </div>
        {mayConfigure && (
          <>
            <Button busy={test.isPending} onClick={() => test.mutate()}>
              <Plug aria-hidden />
              {t('settings.provider_test')}
            </Button>
            <Menu
              trigger={
                <Button look="ghost" size="icon" aria-label={t('settings.provider_acts', { name: provider.name })}>
                  <Ellipsis aria-hidden />
                </Button>
              }
            >
              <MenuItem onSelect={onEdit}>
                <Pencil aria-hidden />
                {t('act.edit')}
              </MenuItem>
              <MenuLine />
              <MenuItem danger onSelect={() => setRemoving(true)}>
                <Trash2 aria-hidden />
                {t('settings.provider_remove')}
              </MenuItem>
            </Menu>
          </>
        )}
      </div>
      {test.data ? (
        <p role="status" className={test.data.works ? 'text-sm text-ok' : 'text-sm text-bad'}>
          {test.data.sentence} ({wait(test.data.tookMs)})
        </p>
      ) : (
        provider.lastError && <p className="text-sm text-bad">{provider.lastError}</p>
      )}
      <Switch
        label={t('settings.enabled')}
        checked={toggle.isPending ? toggle.variables : provider.enabled}
        onChange={(enabled) => toggle.mutate(enabled)}
        disabled={!mayConfigure}
      />
      {removing && (
        <Confirm
          open
          onOpenChange={setRemoving}
          title={t('settings.provider_remove_title', { name: provider.name })}
          description={t('settings.provider_remove_body')}
          action={t('settings.provider_remove')}
          busy={remove.isPending}
          onConfirm={() => remove.mutate()}
        />
      )}
    </li>
  )
}
