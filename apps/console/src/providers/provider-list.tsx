import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, queryClient } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import type { Provider } from '#api/shapes.ts'
import { CardHead } from '#ui/page.tsx'
import { tellTrouble } from '#ui/toast.tsx'
import { providersChanged, providersQuery, usageQuery } from './provider-queries.ts'
import { ProviderRow } from './provider-row.tsx'
import { useOrder } from './use-order.ts'
import { shownDay } from './usage-sums.ts'

type Props = { providers: readonly Provider[]; mayConfigure: boolean; added: string | undefined; onEdit: (provider: Provider) => void }

/** Models from the one asked first to the one asked last; their order is changed by dragging, by arrows and by menu. */
export function ProviderList({ providers, mayConfigure, added, onEdit }: Props) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const [said, setSaid] = useState('')
  const { data: usage } = useQuery(usageQuery)
  const reorder = useMutation({
    mutationFn: (providerIds: string[]) => api.brain.orderProviders({ providerIds }),
    onMutate: async (providerIds) => {
      await queryClient.cancelQueries({ queryKey: providersQuery.queryKey })
      queryClient.setQueryData(providersQuery.queryKey, (before) => before?.toSorted((a, b) => providerIds.indexOf(a.id) - providerIds.indexOf(b.id)))
    },
    onError: (fault) => tellTrouble(words(fault)),
    onSettled: providersChanged,
  })
  const ordering = useOrder(
    providers.map((it) => it.id),
    (ids, id) => {
      reorder.mutate(ids)
      setSaid(t('providers.moved', { name: providers.find((it) => it.id === id)?.name, place: ids.indexOf(id) + 1, count: ids.length }))
    },
  )
  const failedOn = (id: string) => {
    const day = usage?.findLast((it) => it.providerId === id && it.failures > 0)?.day
    return day && shownDay(day)
  }
  return (
    <>
      <CardHead title={t('providers.list')} help={t('providers.list_help')} />
      <p role="status" className="sr-only">
        {said}
      </p>
      <ul ref={ordering.list} className="flex flex-col">
        {providers.map((it) => (
          <ProviderRow
            key={it.id}
            provider={it}
            place={ordering.order.indexOf(it.id) + 1}
            count={providers.length}
            ordering={ordering}
            mayConfigure={mayConfigure}
            failedOn={failedOn(it.id)}
            fresh={it.id === added}
            onEdit={() => onEdit(it)}
          />
        ))}
      </ul>
    </>
  )
}
