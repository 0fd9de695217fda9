import { useMutation } from '@tanstack/react-query'
import clsx from 'clsx'
import { Ellipsis, Plug, Search, Smartphone, Unplug } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import type { Carrier } from '#api/shapes.ts'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Confirm } from '#ui/dialog.tsx'
import { Menu, MenuItem, MenuLine } from '#ui/menu.tsx'
import { tell, tellTrouble } from '#ui/toast.tsx'
import { numbersChanged } from './number-queries.ts'

type Props = { carrier: Carrier; mayConfigure: boolean; onFind: () => void; onOwn: () => void }

/** One carrier account: what it is, whether it works, and what can be done with it. */
export function CarrierRow({ carrier, mayConfigure, onFind, onOwn }: Props) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const [leaving, setLeaving] = useState(false)
  const test = useMutation({
    mutationFn: () => api.calls.testCarrier({ carrierId: carrier.id }),
    onSettled: numbersChanged,
    onError: (fault) => tellTrouble(words(fault)),
  })
  const disconnect = useMutation({
    mutationFn: () => api.calls.disconnectCarrier({ carrierId: carrier.id }),
    onSuccess: async () => {
      await numbersChanged()
      tell(t('numbers.disconnected', { name: carrier.name }))
    },
    onError: (fault) => tellTrouble(words(fault)),
    onSettled: () => setLeaving(false),
  })
  return (
    <li className="grid gap-2 px-5 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <div className="min-w-48 flex-1">
          <div className="flex flex-wrap items-center gap-2">
            <h3 className="min-w-0 text-sm font-medium [overflow-wrap:anywhere]">{carrier.name}</h3>
            {carrier.isSubaccount && <Badge>{t('numbers.subaccount')}</Badge>}
            {test.data && (
              <Badge tone={test.data.works ? 'ok' : 'bad'} dot>
                {t(test.data.works ? 'numbers.works' : 'numbers.tried_failed')}
              </Badge>
            )}
          </div>
          <p className="text-xs [overflow-wrap:anywhere] text-ink-3">
            Twilio · <code className="font-mono">{carrier.accountId}</code>
            {carrier.region && ` · ${carrier.region}`} · {t('numbers.number_count', { count: carrier.numberCount })}
          </p>
        </div>
        {mayConfigure && (
          <div className="ml-auto flex items-center gap-2">
            <Button busy={test.isPending} onClick={() => test.mutate()} aria-label={`${t('numbers.test')}: ${carrier.name}`}>
              {!test.isPending && <Plug aria-hidden />}
              {t('numbers.test')}
            </Button>
            <Menu
              trigger={
                <Button look="ghost" size="icon" aria-label={t('numbers.carrier_acts', { name: carrier.name })}>
                  <Ellipsis aria-hidden />
                </Button>
              }
            >
              <MenuItem onSelect={onFind}>
                <Search aria-hidden />
                {t('numbers.find')}
              </MenuItem>
              <MenuItem onSelect={onOwn}>
                <Smartphone aria-hidden />
                {t('numbers.own')}
              </MenuItem>
              <MenuLine />
              <MenuItem danger onSelect={() => setLeaving(true)}>
                <Unplug aria-hidden />
                {t('numbers.disconnect')}
              </MenuItem>
            </Menu>
          </div>
        )}
      </div>
      <div role="status" className="text-sm [overflow-wrap:anywhere] empty:hidden">
        {test.data ? (
          <p className={clsx(test.data.works ? 'text-ok' : 'text-bad')}>{test.data.sentence}</p>
        ) : (
          carrier.lastError && <p className="text-bad">{carrier.lastError}</p>
        )}
      </div>
      <Confirm
        open={leaving}
        onOpenChange={setLeaving}
        title={t('numbers.disconnect_title', { name: carrier.name })}
        description={t('numbers.disconnect_body')}
        action={t('numbers.disconnect')}
        busy={disconnect.isPending}
        onConfirm={() => disconnect.mutate()}
      />
    </li>
  )
}
