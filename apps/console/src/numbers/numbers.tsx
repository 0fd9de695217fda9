import { useQuery } from '@tanstack/react-query'
import { Phone, Plus, Search } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '#api/me.ts'
import type { Carrier } from '#api/shapes.ts'
import { useShortcuts } from '#shell/shortcuts.ts'
import { Button } from '#ui/button.tsx'
import { Card, CardHead, Page } from '#ui/page.tsx'
import { Empty, SkeletonRows, Trouble } from '#ui/states.tsx'
import { number } from '#words/figures.ts'
import { CarrierRow } from './carrier-row.tsx'
import { ConnectDialog } from './connect-dialog.tsx'
import { FindDialog } from './find-dialog.tsx'
import { FirstSteps } from './first-steps.tsx'
import { carriersQuery, numbersQuery } from './number-queries.ts'
import { NumberRow } from './number-row.tsx'
import { OwnNumbers } from './own-numbers.tsx'

/** Telephone numbers of the organisation, who answers each, and the carriers they come from. */
export function Numbers() {
  const { t } = useTranslation()
  const mayConfigure = useMay('calls:configure')
  const carriers = useQuery(carriersQuery)
  const numbers = useQuery(numbersQuery)
  const [dialog, setDialog] = useState<{ kind: 'connect' } | { kind: 'find' | 'own'; carrier: Carrier }>()
  const close = () => setDialog(undefined)
  const first = carriers.data?.carriers[0]
  const find = first && (() => setDialog({ kind: 'find', carrier: first }))
  useShortcuts(mayConfigure ? { c: () => (find ? find() : setDialog({ kind: 'connect' })) } : {})
  const fault = (!carriers.data && carriers.error) || (!numbers.data && numbers.error)
  const connect = (
    <Button look={first ? 'secondary' : 'primary'} onClick={() => setDialog({ kind: 'connect' })}>
      <Plus aria-hidden />
      {t('numbers.connect')}
    </Button>
  )
  const search = find && (
    <Button look="primary" onClick={find}>
      <Search aria-hidden />
      {t('numbers.find')}
    </Button>
  )
  return (
    <Page title={t('numbers.title')} actions={mayConfigure && !!numbers.data?.length && search}>
      <div className="mx-auto grid max-w-225 gap-4">
        {fault ? (
          <Trouble fault={fault} onRetry={() => void Promise.all([carriers.refetch(), numbers.refetch()])} />
        ) : !carriers.data || !numbers.data ? (
          <Card>
            <SkeletonRows rows={3} className="h-16" />
          </Card>
        ) : !first && numbers.data.length === 0 ? (
          <FirstSteps action={mayConfigure && connect} canOpen={carriers.data.canOpenSubaccount} />
        ) : (
          <>
            <Card>
              {numbers.data.length === 0 ? (
                <Empty icon={Phone} title={t('numbers.empty')} body={t('numbers.empty_body')}>
                  {mayConfigure && first && (
                    <>
                      {search}
                      <Button onClick={() => setDialog({ kind: 'own', carrier: first })}>{t('numbers.own')}</Button>
                    </>
                  )}
                </Empty>
              ) : (
                <>
                  <CardHead
                    title={t('numbers.title')}
                    action={
                      <span className="text-xs text-ink-3 tabular-nums">
                        {t('numbers.count_numbers', { count: numbers.data.length, shown: number(numbers.data.length) })}
                      </span>
                    }
                  />
                  <ul className="divide-y border-t">
                    {numbers.data.map((it) => (
                      <NumberRow key={it.id} number={it} carrier={carriers.data.carriers.find((one) => one.id === it.carrierId)} mayConfigure={mayConfigure} />
                    ))}
                  </ul>
                </>
              )}
            </Card>
            <Card>
              <CardHead title={t('numbers.carriers')} help={t('numbers.carriers_help')} action={mayConfigure && connect} />
              <ul className="divide-y border-t">
                {carriers.data.carriers.map((it) => (
                  <CarrierRow
                    key={it.id}
                    carrier={it}
                    mayConfigure={mayConfigure}
                    onFind={() => setDialog({ kind: 'find', carrier: it })}
                    onOwn={() => setDialog({ kind: 'own', carrier: it })}
                  />
                ))}
              </ul>
            </Card>
          </>
        )}
      </div>
      {dialog?.kind === 'connect' && <ConnectDialog canOpen={carriers.data?.canOpenSubaccount ?? false} onClose={close} />}
      {dialog?.kind === 'find' && <FindDialog carrier={dialog.carrier} onClose={close} />}
      {dialog?.kind === 'own' && <OwnNumbers carrier={dialog.carrier} onClose={close} />}
    </Page>
  )
}
