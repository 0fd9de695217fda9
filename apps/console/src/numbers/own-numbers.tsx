import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import type { Carrier } from '#api/shapes.ts'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { SkeletonRows, Trouble } from '#ui/states.tsx'
import { tell } from '#ui/toast.tsx'
import { CarrierTrouble } from './address-not-public.tsx'
import { numbersChanged } from './number-queries.ts'

/** Numbers an account has already; each can be taken over. */
export function OwnNumbers({ carrier, onClose }: { carrier: Carrier; onClose: () => void }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const owned = useQuery({
    queryKey: ['carrier-numbers', carrier.id],
    queryFn: async () => (await api.calls.listCarrierNumbers({ carrierId: carrier.id })).items,
    staleTime: 0,
  })
  const take = useMutation({
    mutationFn: (number: string) => api.calls.addNumber({ carrierId: carrier.id, number, buy: false }),
    onSuccess: (_, number) => tell(t('numbers.taken_over', { number })),
    onSettled: numbersChanged,
  })
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('numbers.own')}
      description={t('numbers.own_help', { carrier: carrier.name })}
      footer={<Button onClick={onClose}>{t('act.close')}</Button>}
    >
      <div className="grid gap-3 pb-1">
        {take.error && <CarrierTrouble form={{ fault: take.error, general: words(take.error) }} />}
        {owned.error && !owned.data ? (
          <Trouble fault={owned.error} onRetry={() => void owned.refetch()} className="!py-6" />
        ) : !owned.data ? (
          <SkeletonRows rows={3} className="h-12 !px-0" />
        ) : owned.data.length === 0 ? (
          <p className="py-4 text-sm text-ink-2">{t('numbers.own_none')}</p>
        ) : (
          <ul className="divide-y rounded-sm border">
            {owned.data.map((it) => (
              <li key={it.number} className="flex min-h-12 items-center gap-3 py-1.5 pr-2 pl-3 text-sm">
                <span className="min-w-0 flex-1 font-medium tabular-nums">{it.number}</span>
                {it.used ? (
                  <Badge>{t('numbers.in_use')}</Badge>
                ) : (
                  <Button
                    aria-label={`${t('numbers.take_over')}: ${it.number}`}
                    busy={take.isPending && take.variables === it.number}
                    onClick={() => !take.isPending && take.mutate(it.number)}
                  >
                    {t('numbers.take_over')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  )
}
