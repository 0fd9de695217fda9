import { useQuery } from '@tanstack/react-query'
import { BrainCircuit, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '#api/me.ts'
import type { Provider } from '#api/shapes.ts'
import { useShortcuts } from '#shell/shortcuts.ts'
import { Button } from '#ui/button.tsx'
import { Card, Page } from '#ui/page.tsx'
import { Empty, SkeletonRows, Trouble } from '#ui/states.tsx'
import { ProviderDialog } from './provider-dialog.tsx'
import { ProviderList } from './provider-list.tsx'
import { providersQuery } from './provider-queries.ts'
import { UsageCard } from './usage-card.tsx'

/** Language models of the organisation: their order, keys, budgets, and what they did. */
export function Providers() {
  const { t } = useTranslation()
  const mayConfigure = useMay('brain:configure')
  const list = useQuery(providersQuery)
  const [editing, setEditing] = useState<Provider | 'new'>()
  const [added, setAdded] = useState<string>()
  useShortcuts(mayConfigure ? { c: () => setEditing('new') } : {})
  const add = (
    <Button look="primary" onClick={() => setEditing('new')}>
      <Plus aria-hidden />
      {t('providers.add')}
    </Button>
  )
  return (
    <Page title={t('providers.title')} actions={mayConfigure && list.data && list.data.length > 0 && add}>
      <div className="mx-auto grid max-w-225 gap-4">
        <Card>
          {list.error && !list.data ? (
            <Trouble fault={list.error} onRetry={() => void list.refetch()} />
          ) : !list.data ? (
            <SkeletonRows rows={3} className="h-16" />
          ) : list.data.length === 0 ? (
            <Empty icon={BrainCircuit} title={t('providers.empty')} body={t('providers.empty_body')}>
              {mayConfigure && add}
            </Empty>
          ) : (
            <ProviderList providers={list.data} mayConfigure={mayConfigure} added={added} onEdit={setEditing} />
          )}
        </Card>
        <UsageCard providers={list.data ?? []} />
      </div>
      {editing && <ProviderDialog provider={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} onAdded={setAdded} />}
    </Page>
  )
}
