import { useMutation, useQuery } from '@tanstack/react-query'
import { AudioWaveform, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, queryClient } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import { useMay } from '#api/me.ts'
import type { SpeechProvider } from '#api/shapes.ts'
import { useOrder } from '#providers/use-order.ts'
import { SpeechCard } from '#settings/speech-card.tsx'
import { useShortcuts } from '#shell/shortcuts.ts'
import { Button } from '#ui/button.tsx'
import { Card, CardHead } from '#ui/page.tsx'
import { Empty, SkeletonRows, Trouble } from '#ui/states.tsx'
import { tellTrouble } from '#ui/toast.tsx'
import { VendorDialog } from './vendor-dialog.tsx'
import { VendorRow } from './vendor-row.tsx'
import { speechVendorsChanged, speechVendorsQuery } from './voice-queries.ts'

/** Vendors of speech in the order they are tried, and the engines of this machine that come after them. */
export function SpeechVendors() {
  const { t } = useTranslation()
  const mayConfigure = useMay('voice:configure')
  const list = useQuery(speechVendorsQuery)
  const [editing, setEditing] = useState<SpeechProvider | 'new'>()
  const [added, setAdded] = useState<string>()
  useShortcuts(mayConfigure ? { c: () => setEditing('new') } : {})
  const add = mayConfigure && (
    <Button look="primary" onClick={() => setEditing('new')}>
      <Plus aria-hidden />
      {t('speechVendors.add')}
    </Button>
  )
  return (
    <div className="mx-auto grid max-w-225 gap-4">
      <Card>
        {list.error && !list.data ? (
          <Trouble fault={list.error} onRetry={() => void list.refetch()} />
        ) : !list.data ? (
          <SkeletonRows rows={3} className="h-16" />
        ) : list.data.length === 0 ? (
          <Empty icon={AudioWaveform} title={t('speechVendors.empty')} body={t('speechVendors.empty_body')}>
            {add}
          </Empty>
        ) : (
          <>
            <CardHead title={t('speechVendors.list')} help={t('speechVendors.list_help')} action={add} />
            <VendorList vendors={list.data} mayConfigure={mayConfigure} added={added} onEdit={setEditing} />
          </>
        )}
      </Card>
      <SpeechCard title={t('speechVendors.local')} help={t('speechVendors.local_help')} without={list.data?.map((it) => it.name) ?? []} />
      {editing && <VendorDialog provider={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} onAdded={setAdded} />}
    </div>
  )
}

type ListProps = { vendors: readonly SpeechProvider[]; mayConfigure: boolean; added: string | undefined; onEdit: (it: SpeechProvider) => void }

function VendorList({ vendors, mayConfigure, added, onEdit }: ListProps) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const [said, setSaid] = useState('')
  const reorder = useMutation({
    mutationFn: (providerIds: string[]) => api.voice.orderSpeechProviders({ providerIds }),
    onMutate: async (providerIds) => {
      await queryClient.cancelQueries({ queryKey: speechVendorsQuery.queryKey })
      queryClient.setQueryData(speechVendorsQuery.queryKey, (before) => before?.toSorted((a, b) => providerIds.indexOf(a.id) - providerIds.indexOf(b.id)))
    },
    onError: (fault) => tellTrouble(words(fault)),
    onSettled: speechVendorsChanged,
  })
  const ordering = useOrder(
    vendors.map((it) => it.id),
    (ids, id) => {
      reorder.mutate(ids)
      setSaid(t('speechVendors.moved', { name: vendors.find((it) => it.id === id)?.name, place: ids.indexOf(id) + 1, count: ids.length }))
    },
  )
  return (
    <>
      <p role="status" className="sr-only">
        {said}
      </p>
      <ul ref={ordering.list} className="flex flex-col">
        {vendors.map((it) => (
          <VendorRow
            key={it.id}
            provider={it}
            place={ordering.order.indexOf(it.id) + 1}
            count={vendors.length}
            ordering={ordering}
            mayConfigure={mayConfigure}
            fresh={it.id === added}
            onEdit={() => onEdit(it)}
          />
        ))}
      </ul>
    </>
  )
}
