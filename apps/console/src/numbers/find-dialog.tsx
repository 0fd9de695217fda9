import { useMutation, useQuery } from '@tanstack/react-query'
import { SearchX } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormTrouble } from '#account/account-card.tsx'
import { agentsQuery } from '#agents/agent-queries.ts'
import { api } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import type { Carrier, NumberOffer } from '#api/shapes.ts'
import { useForm } from '#api/use-form.ts'
import { CountrySelect } from '#settings/country-select.tsx'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Field, Input, Select } from '#ui/field.tsx'
import { Empty } from '#ui/states.tsx'
import { tell } from '#ui/toast.tsx'
import { CarrierTrouble } from './address-not-public.tsx'
import { AgentChoice } from './agent-choice.tsx'
import { money } from './money.ts'
import { numbersChanged } from './number-queries.ts'

const kinds = ['local', 'mobile', 'toll-free'] as const
const plain = (typed: string) => typed.replace(/[\s()-]/g, '')

/** Finds a number to buy, with its price. */
export function FindDialog({ carrier, onClose }: { carrier: Carrier; onClose: () => void }) {
  const { t } = useTranslation()
  const settings = useQuery({ queryKey: ['settings'], queryFn: () => api.workspace.getSettings({}) })
  const home = settings.data?.settings.country
  const [offers, setOffers] = useState<readonly NumberOffer[]>()
  const [buying, setBuying] = useState<NumberOffer>()
  const form = useForm({
    initial: { country: '', kind: 'local' as string, digits: '', areaCode: '', locality: '' },
    send: (it) =>
      api.calls.searchNumbers({
        carrierId: carrier.id,
        country: it.country || home || 'US',
        kind: it.kind as NumberOffer['kind'],
        ...(plain(it.digits) && { contains: plain(it.digits) }),
        ...(plain(it.areaCode) && { areaCode: plain(it.areaCode) }),
        ...(it.locality.trim() && { locality: it.locality.trim() }),
      }),
    onDone: ({ items }) => setOffers(items),
    named: { contains: 'digits' },
  })
  if (buying) return <BuyDialog carrier={carrier} offer={buying} onBack={() => setBuying(undefined)} onClose={onClose} />
  return (
    <Dialog
      open
      wide
      modalOnly
      onOpenChange={onClose}
      title={t('numbers.find')}
      description={t('numbers.find_help', { carrier: carrier.name })}
      footer={<Button onClick={onClose}>{t('act.close')}</Button>}
    >
      <form noValidate className="grid gap-3 pb-1 sm:grid-cols-6" onSubmit={form.onSubmit}>
        <Field label={t('numbers.country')} error={form.errors.country} className="sm:col-span-3">
          {(named) => <CountrySelect {...named} name="country" value={form.values.country || home || 'US'} onChange={(country) => form.set({ country })} />}
        </Field>
        <Field label={t('numbers.kind_label')} className="sm:col-span-3">
          {(named) => (
            <Select {...named} {...form.bind('kind')}>
              {kinds.map((it) => (
                <option key={it} value={it}>
                  {t(`numbers.kind.${it}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('numbers.contains')} help={t('numbers.contains_help')} error={form.errors.digits} className="sm:col-span-2">
          {(named) => <Input {...named} {...form.bind('digits')} autoComplete="off" spellCheck={false} maxLength={20} />}
        </Field>
        <Field label={t('numbers.area_code')} error={form.errors.areaCode} className="sm:col-span-2">
          {(named) => <Input {...named} {...form.bind('areaCode')} inputMode="numeric" autoComplete="off" maxLength={8} />}
        </Field>
        <Field label={t('numbers.city')} error={form.errors.locality} className="sm:col-span-2">
          {(named) => <Input {...named} {...form.bind('locality')} autoComplete="off" maxLength={80} />}
        </Field>
        <div className="grid gap-3 sm:col-span-6">
          <FormTrouble trouble={form.general} />
          <Button type="submit" look="primary" busy={form.busy} className="justify-self-end">
            {t('numbers.search')}
          </Button>
        </div>
      </form>
      <div role="status" className="sr-only">
        {offers && t('numbers.count_numbers', { count: offers.length, shown: offers.length })}
      </div>
      {!offers ? (
        <p className="py-6 text-center text-sm text-ink-3">{t('numbers.search_again')}</p>
      ) : offers.length === 0 ? (
        <Empty icon={SearchX} title={t('numbers.none_found')} body={t('numbers.none_found_body')} />
      ) : (
        <ul className="mt-3 divide-y rounded-sm border">
          {offers.map((it) => (
            <li key={it.number} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2 pr-2 pl-3">
              <div className="min-w-40 flex-1">
                <div className="flex items-center gap-2 text-sm font-medium tabular-nums">
                  {it.number}
                  {it.canSms && <Badge>{t('numbers.sms')}</Badge>}
                </div>
                <p className="text-xs text-ink-3">{[it.locality, it.region, t(`numbers.kind.${it.kind}`)].filter(Boolean).join(' · ')}</p>
              </div>
              <span className="text-sm text-ink-2 tabular-nums">{priceOf(it) ? t('numbers.monthly', { price: priceOf(it) }) : t('numbers.price_unknown')}</span>
              <Button aria-label={t('numbers.buy_it', { number: it.number })} onClick={() => setBuying(it)}>
                {t('numbers.buy')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}

const priceOf = ({ monthlyPriceCents, currency }: NumberOffer) => (monthlyPriceCents !== null && currency ? money(monthlyPriceCents, currency) : undefined)

function BuyDialog({ carrier, offer, onBack, onClose }: { carrier: Carrier; offer: NumberOffer; onBack: () => void; onClose: () => void }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const agents = useQuery(agentsQuery())
  const [agentId, setAgentId] = useState<string | null>(null)
  const [label, setLabel] = useState('')
  const buy = useMutation({
    mutationFn: () => api.calls.addNumber({ carrierId: carrier.id, number: offer.number, buy: true, agentId, label: label.trim() }),
    onSuccess: async () => {
      await numbersChanged()
      onClose()
      tell(t('numbers.bought', { number: offer.number }))
    },
  })
  const price = priceOf(offer)
  return (
    <Dialog
      open
      modalOnly
      onOpenChange={onBack}
      title={t('numbers.buy_title', { number: offer.number })}
      description={price ? t('numbers.buy_body', { price }) : t('numbers.buy_body_unknown')}
      footer={
        <>
          <Button onClick={onBack}>{t('act.cancel')}</Button>
          <Button look="primary" busy={buy.isPending} onClick={() => buy.mutate()}>
            {t('numbers.buy_it', { number: offer.number })}
          </Button>
        </>
      }
    >
      <div className="grid gap-4 pb-1">
        <div className="grid gap-1.5">
          <span className="text-sm font-medium">{t('numbers.agent')}</span>
          <AgentChoice label={t('numbers.agent')} agents={agents.data ?? []} value={agentId} onChange={setAgentId} />
        </div>
        <Field label={t('numbers.label')} optional={t('act.optional')} help={t('numbers.label_help')}>
          {(named) => <Input {...named} value={label} dir="auto" maxLength={80} onChange={(event) => setLabel(event.target.value)} />}
        </Field>
        {buy.error && <CarrierTrouble form={{ fault: buy.error, general: words(buy.error) }} />}
      </div>
    </Dialog>
  )
}
